#pragma once

#include "calls/channels.hpp"
#include "calls/events.hpp"

/// What happens to a call on its channels. All of it stays in the station: above, the answer counts.
namespace anlan::calls {

/// The channels by which the person on turn will be tried, one after another, while the rung rings.
struct ChannelsPlanned {
    static constexpr journal::EventKind kKind{"call.channels_planned", 1};
    std::int64_t stage = 0;
    PersonId person;
    std::vector<ChannelTurn> turns;
};
BOOST_DESCRIBE_STRUCT(ChannelsPlanned, (), (stage, person, turns))

/// 外呼: a channel is to carry the call. Subject: the call. The number is looked up when it goes out, never written.
struct CallCarried {
    static constexpr journal::EventKind kKind{"call.carried", 1};
    CarryId carry;
    std::int64_t stage = 0, turn = 0;  ///< turn: index into the plan
    PersonId person;
    Channel channel = Channel::sms;
    std::int64_t cost_fen = 0;  ///< of one part, from the policy pack of that moment
};
BOOST_DESCRIBE_STRUCT(CallCarried, (), (carry, stage, turn, person, channel, cost_fen))

/// A channel was passed over, and the next one tried at once.
struct ChannelPassed {
    static constexpr journal::EventKind kKind{"call.channel_passed", 1};
    std::int64_t stage = 0, turn = 0;
    PersonId person;
    Channel channel = Channel::sms;
    Passed why = Passed::asleep;
};
BOOST_DESCRIBE_STRUCT(ChannelPassed, (), (stage, turn, person, channel, why))

/// What a carrier says of it. Subject: the call.
struct CarriageTold {
    static constexpr journal::EventKind kKind{"call.carriage_told", 1};
    CarryId carry;
    Carriage state = Carriage::accepted;
    std::int64_t parts = 0;        ///< paid for: short messages, minutes
    std::string note_zh, note_en;  ///< what went wrong, for people
};
BOOST_DESCRIBE_STRUCT(CarriageTold, (), (carry, state, parts, note_zh, note_en))

/// Words came back that are no answer; they lie in the vault under reply_ref(call), a field each carrying.
struct ReplyHeard {
    static constexpr journal::EventKind kKind{"call.reply_heard", 1};
    CarryId carry;
    PersonId person;
    Channel channel = Channel::sms;
};
BOOST_DESCRIBE_STRUCT(ReplyHeard, (), (carry, person, channel))

inline std::string reply_ref(const std::string& call) {
    return "replies:" + call;
}

/// A channel fell asleep or woke. Subject: its name.
struct ChannelTold {
    static constexpr journal::EventKind kKind{"channel.told", 1};
    Channel channel = Channel::sms;
    bool awake = false;
    std::string note_zh, note_en;  ///< why it sleeps, and the way out
};
BOOST_DESCRIBE_STRUCT(ChannelTold, (), (channel, awake, note_zh, note_en))

/// In which order a person is reached. Subject: the person.
struct ChannelsOrdered {
    static constexpr journal::EventKind kKind{"channel.ordered", 1};
    std::vector<Channel> order;
};
BOOST_DESCRIBE_STRUCT(ChannelsOrdered, (), (order))

}  // namespace anlan::calls
