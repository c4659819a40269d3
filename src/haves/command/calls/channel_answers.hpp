#pragma once

#include <optional>

#include "calls/channels.hpp"
#include "calls/ports.hpp"
#include "store/rows.hpp"

namespace anlan::calls {

/// A channel as people see it.
struct ChannelAnswer {
    Channel channel = Channel::app;
    bool configured = false, awake = false;
    std::string note_zh, note_en;  ///< while it sleeps: which feature, why, the way out
    std::optional<Instant> since;  ///< asleep or awake since then
    std::string device, network;
    std::optional<std::int64_t> signal_percent;
    std::int64_t waiting = 0;
    std::int64_t rank = 0;                        ///< place in everybody's order; 0: only for who chose it
    std::int64_t cost_fen = 0;                    ///< of one message or minute
    std::int64_t month_parts = 0, month_fen = 0;  ///< this month, Beijing time
    std::int64_t hour_used = 0, hour_limit = 0;   ///< 0: no limit
    std::int64_t delivered = 0, failed = 0, uncertain = 0, answered = 0;  ///< this month
};
BOOST_DESCRIBE_STRUCT(
    ChannelAnswer,
    (),
    (channel,
     configured,
     awake,
     note_zh,
     note_en,
     since,
     device,
     network,
     signal_percent,
     waiting,
     rank,
     cost_fen,
     month_parts,
     month_fen,
     hour_used,
     hour_limit,
     delivered,
     failed,
     uncertain,
     answered)
)

ChannelAnswer channel_answer(store::Rows& rows, Channel channel, const ChannelHealth& health, Instant now);

/// A person's order, and where it comes from.
struct OrderAnswer {
    PersonId person;
    std::string name, phone_masked;
    std::vector<Channel> order;
    bool own = false;  ///< chosen for this person; else the policy pack's
};
BOOST_DESCRIBE_STRUCT(OrderAnswer, (), (person, name, phone_masked, order, own))

/// One try, beside the rung it belongs to.
struct CarryAnswer {
    Channel channel = Channel::sms;
    Carriage state = Carriage::wanted;
    std::optional<Passed> why;  ///< of what was passed over
    Instant at{};
    std::int64_t parts = 0;
    std::string note_zh, note_en, reply;  ///< reply: words that are no answer
};
BOOST_DESCRIBE_STRUCT(CarryAnswer, (), (channel, state, why, at, parts, note_zh, note_en, reply))

}  // namespace anlan::calls
