#pragma once

#include <optional>

#include "calls/channel_events.hpp"
#include "store/rows.hpp"

namespace anlan::calls {

/// A row of the view `call_carry`: one try of one channel.
struct CarryRow {
    std::string id, call;
    std::int64_t stage = 0, turn = 0;
    PersonId person;
    Channel channel = Channel::sms;
    Carriage state = Carriage::wanted;
    std::string why;  ///< of Passed
    Instant at{};
    std::optional<Instant> told_at;
    std::int64_t parts = 0, cost_fen = 0;
    std::string note_zh, note_en;
    bool replied = false;
};
BOOST_DESCRIBE_STRUCT(
    CarryRow,
    (),
    (id, call, stage, turn, person, channel, state, why, at, told_at, parts, cost_fen, note_zh, note_en, replied)
)
extern const std::string kCarryRows;

std::optional<CarryRow> carry_row(store::Rows& rows, const CarryId& id);
/// Of one call, in the order they were tried.
std::vector<CarryRow> carry_rows(store::Rows& rows, const std::string& call);

struct PlanRow {
    std::int64_t stage = 0;
    std::vector<ChannelTurn> turns;
};
BOOST_DESCRIBE_STRUCT(PlanRow, (), (stage, turns))
std::optional<PlanRow> plan_row(store::Rows& rows, const std::string& call);

/// A channel that some carrier of this station has served.
struct ChannelRow {
    Channel channel = Channel::sms;
    bool awake = false;
    std::string note_zh, note_en;
    Instant since{};
};
BOOST_DESCRIBE_STRUCT(ChannelRow, (), (channel, awake, note_zh, note_en, since))
std::vector<ChannelRow> channel_rows(store::Rows& rows);

/// The order chosen for this person; empty: none was chosen.
std::vector<Channel> order_of(store::Rows& rows, const PersonId& person);
/// How many carries of the channel were asked for since then.
std::int64_t carried_since(store::Rows& rows, Channel channel, Instant since);

}  // namespace anlan::calls
