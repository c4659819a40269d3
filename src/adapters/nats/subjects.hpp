#pragma once

#include <string>
#include <vector>

#include "base/area.hpp"

/// Names on the line. Between two neighbours there is one account of its own on either server, and within it subjects
/// name who speaks to whom, so a frame can neither be read nor written by a third.
namespace anlan::nats {

/// The account of the link between a child and its parent, called the same on both servers.
std::string link_account(const AreaCode& child);

/// kind: "urgent" (plain), "routine" (captured by a stream), "hello" (the lines among themselves).
std::string subject(const AreaCode& from, const AreaCode& to, std::string_view kind);

/// What `from` may publish towards `to`, which is also what `to` may subscribe to. Besides its own subjects: what one
/// JetStream needs to draw from the other (asking for a consumer, its answers, deliveries and flow control).
std::vector<std::string> may_say(const AreaCode& from, const AreaCode& to);

}  // namespace anlan::nats
