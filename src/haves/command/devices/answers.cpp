#include "devices/answers.hpp"

#include "organisation/queries.hpp"

namespace anlan::devices {

namespace {

/// Nobody, when the program did it by itself.
std::string name_of(store::Rows& rows, const std::string& actor) {
    return actor.starts_with("system:") ? std::string() : organisation::person_name(rows, {actor});
}

}  // namespace

DeviceRow row_of(const DeviceFacts& device, const Limits& limits, store::Rows& rows, Instant now, bool english) {
    DeviceRow made;
    made.id = device.id.text;
    made.kind = device.kind;
    made.name = device.name;
    made.number = device.number;
    made.area = device.area;
    made.area_name = organisation::area_name(rows, device.area);
    made.place = device.place;
    made.in_rounds = device.in_rounds;
    made.keeper = device.keeper.text;
    made.keeper_name = organisation::person_name(rows, device.keeper);
    made.keeper_phone = organisation::phone_masked(rows, device.keeper);
    made.battery_percent = device.battery_percent;
    made.battery_at = device.battery_at;
    made.airtime_minutes = device.airtime_minutes;
    made.airtime_until = device.airtime_until;
    made.maintenance_due = device.maintenance_due;
    made.last_outcome = device.last_outcome;
    made.checked_at = device.checked_at;
    made.failure = device.failure;
    made.failed_at = device.failed_at;
    made.failure_note = device.failure_note;
    made.retired_at = device.retired_at;
    made.retired_reason = device.retired_reason;
    const auto found = judge(device, limits, organisation::person_exists(rows, device.keeper), now);
    made.state = worst(found);
    for (const auto& each : found) made.findings.push_back({each.code, each.grade, english ? each.en : each.zh});
    return made;
}

std::vector<DeviceHistoryLine> history_of(store::Rows& rows, const DeviceId& device, std::int64_t limit) {
    std::vector<DeviceHistoryLine> history;
    for (const auto& line : lines_of(rows, device, limit))
        history.push_back(
            {line.at,
             line.happening,
             name_of(rows, line.actor),
             line.round.text,
             line.seconds,
             organisation::person_name(rows, line.person),
             line.battery_percent,
             line.airtime_minutes,
             line.counterpart,
             line.note}
        );
    return history;
}

CommRoundRow row_of(const RoundFacts& round, store::Rows& rows) {
    return {
        round.id.text,
        round.daily,
        round.opened_at,
        name_of(rows, round.opened_by),
        round.closes_at,
        round.closed_at,
        round.asked,
        round.answered,
        round.unanswered,
        round.faulty,
        round.left};
}

CommRoundDetail detail_of(const RoundFacts& round, store::Rows& rows) {
    CommRoundDetail made{row_of(round, rows), {}};
    for (const auto& part : parts_of(rows, round.id)) {
        const auto device = find_device(rows, part.device).value_or(DeviceFacts{});
        made.parts.push_back(
            {part.device.text,
             device.kind,
             device.name,
             device.number,
             device.place,
             organisation::person_name(rows, device.keeper),
             organisation::phone_masked(rows, device.keeper),
             part.outcome,
             part.seconds,
             part.counterpart,
             part.note,
             part.noted_at,
             name_of(rows, part.noted_by)}
        );
    }
    return made;
}

DevicesOverview overview(store::Rows& rows, Instant now) {
    const auto sum = trouble(rows, now);
    DevicesOverview made{sum.devices, sum.attention, sum.urgent, sum.failed, {}, next_daily_round(rows)};
    if (const auto open = open_round(rows)) made.open_round = open->id.text;
    return made;
}

std::vector<DevicesBelowRow> rows_below(store::Rows& rows) {
    std::vector<DevicesBelowRow> all;
    for (const auto& each : devices_below(rows))
        all.push_back(
            {each.node,
             organisation::area_name(rows, each.node),
             each.at,
             each.devices,
             each.satellite_phones,
             each.asked,
             each.answered,
             each.unanswered,
             each.faulty,
             each.left,
             each.attention,
             each.urgent}
        );
    return all;
}

}  // namespace anlan::devices
