#pragma once

#include <string>

#include "calls/ports.hpp"

namespace anlan::push {

/// What the service worker of the pages is told, as JSON: {"call", "carry", "title", "words", "drill"}. Words are cut
/// so that it fits one message; what belongs to a drill says so in its title.
std::string notice_of(const calls::Carry& carry);

/// A later notice of the same call takes the place of one that waits still (RFC 8030, 5.4): 32 letters.
std::string topic_of(const std::string& call);

}  // namespace anlan::push
