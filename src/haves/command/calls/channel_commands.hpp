#pragma once

#include "calls/channel_events.hpp"
#include "calls/commands.hpp"
#include "calls/records.hpp"

namespace anlan::calls {

/// Called by the deadline `carry/<call>`: the person on turn is tried by the channel of this turn of the plan; what
/// sleeps, is over its limit or has no number is passed over. Does nothing once the call has left the rung.
struct CarryCall {
    CallId call;
    std::int64_t stage = 0, turn = 0;
};
BOOST_DESCRIBE_STRUCT(CarryCall, (), (call, stage, turn))
Result<Decision> decide(const CarryCall& wish, const Desk& desk);
std::optional<World> world_of(const CarryCall& wish, store::Rows& rows);

/// What a carrier says. `answered` (a key was pressed) answers the call; `failed` tries the next channel at once.
/// Telling the same again is nothing new. Refuses `carry_unknown`.
struct TellCarriage {
    CarryId carry;
    Carriage state = Carriage::accepted;
    std::int64_t parts = 0;
    std::string note_zh, note_en;
};
BOOST_DESCRIBE_STRUCT(TellCarriage, (), (carry, state, parts, note_zh, note_en))
Result<Decision> decide(const TellCarriage& wish, const Desk& desk);
std::optional<World> world_of(const TellCarriage& wish, store::Rows& rows);

/// Words came from a number. "1", "１", "收到" answer the open call that was last carried to its person, and no other:
/// who was called about two things says so twice. Other words are kept for the desk. Refuses `nobody_called` when no
/// open call was carried to this number.
struct HearReply {
    Channel channel = Channel::sms;
    std::string address, words;
};
BOOST_DESCRIBE_STRUCT(HearReply, (), (channel, address, words))
Result<Decision> decide(const HearReply& wish, const Desk& desk);

/// A channel fell asleep or woke; already so is nothing new.
struct TellChannel {
    Channel channel = Channel::sms;
    bool awake = false;
    std::string note_zh, note_en;
};
BOOST_DESCRIBE_STRUCT(TellChannel, (), (channel, awake, note_zh, note_en))
Result<Decision> decide(const TellChannel& wish, const Desk& desk);

/// In which order a person is reached (permission organisation.edit). Empty: as the policy pack says. Refuses
/// `person_unknown`, `channel_twice`.
struct OrderChannels {
    PersonId person;
    std::vector<Channel> order;
};
BOOST_DESCRIBE_STRUCT(OrderChannels, (), (person, order))
Result<Decision> decide(const OrderChannels& wish, const Desk& desk);

/// That this person answered an open call by a channel, themselves.
journal::Event answer_by(const CallRow& call, const PersonId& by, AnswerChannel channel, const Desk& desk);
AnswerChannel answer_channel_of(Channel channel);

}  // namespace anlan::calls
