#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/area.hpp"
#include "journal/event.hpp"

/// The channels (渠道) a call may take to a person, and what carries it out of the station.
namespace anlan::calls {

using CarryId = Id<struct CarryTag>;

/// app: the page on the telephone, which rings by itself and needs no carrier. The others want one. push: the same page
/// when it is closed, told through the service of the browser's maker.
BOOST_DEFINE_ENUM_CLASS(Channel, app, sms, voice, robot, push)

/// How far one carrying of a call has come. wanted: not yet taken over. accepted: the network has it. uncertain: it was
/// being handed over when something broke, and nobody can say whether it went out; never sent again by itself.
/// dropped: the call was over before it was taken. passed: not tried, see Passed.
BOOST_DEFINE_ENUM_CLASS(Carriage, wanted, accepted, delivered, failed, uncertain, answered, dropped, passed)

/// Why a channel was passed over. no_device: the person lets no device be told.
BOOST_DEFINE_ENUM_CLASS(Passed, asleep, limit, no_number, too_long, no_device)

/// One channel of a person's order, and how long after the rung begins it is tried.
struct ChannelTurn {
    Channel channel = Channel::sms;
    std::int64_t after_seconds = 0;
};
BOOST_DESCRIBE_STRUCT(ChannelTurn, (), (channel, after_seconds))

}  // namespace anlan::calls
