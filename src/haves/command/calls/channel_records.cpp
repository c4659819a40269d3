#include "calls/channel_records.hpp"

namespace anlan::calls {

const std::string kCarryRows =
    "SELECT id, call, stage, turn, person, channel, state, why, at, told_at, parts, cost_fen, note_zh, note_en, "
    "replied FROM call_carry ";

std::optional<CarryRow> carry_row(store::Rows& rows, const CarryId& id) {
    return rows.first<CarryRow>(kCarryRows + "WHERE id = :i", id);
}

std::vector<CarryRow> carry_rows(store::Rows& rows, const std::string& call) {
    return rows.select<CarryRow>(kCarryRows + "WHERE call = :c ORDER BY stage, turn", call);
}

std::optional<PlanRow> plan_row(store::Rows& rows, const std::string& call) {
    return rows.first<PlanRow>("SELECT stage, turns FROM call_plan WHERE call = :c", call);
}

std::vector<ChannelRow> channel_rows(store::Rows& rows) {
    return rows.select<ChannelRow>("SELECT channel, awake, note_zh, note_en, since FROM call_channel ORDER BY channel");
}

std::vector<Channel> order_of(store::Rows& rows, const PersonId& person) {
    return rows.value<std::vector<Channel>>("SELECT channels FROM person_channels WHERE person = :p", person)
        .value_or(std::vector<Channel>{});
}

std::int64_t carried_since(store::Rows& rows, Channel channel, Instant since) {
    return rows
        .value<std::int64_t>(
            "SELECT COUNT(*) FROM call_carry WHERE channel = :c AND at > :s AND state <> 'passed' AND state <> "
            "'dropped'",
            channel,
            since
        )
        .value_or(0);
}

}  // namespace anlan::calls
