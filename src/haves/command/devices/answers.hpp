#pragma once

#include "devices/judge.hpp"
#include "devices/queries.hpp"

/// What the endpoints answer.
namespace anlan::devices {

struct DeviceFinding {
    std::string code;
    DeviceState grade = DeviceState::attention;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(DeviceFinding, (), (code, grade, text))

struct DeviceRow {
    std::string id;
    DeviceKind kind = DeviceKind::other;
    std::string name, number;
    AreaCode area;
    std::string area_name, place;
    bool in_rounds = true;
    std::string keeper, keeper_name, keeper_phone;  ///< the phone masked
    std::optional<std::int64_t> battery_percent;
    std::optional<Instant> battery_at;
    std::optional<std::int64_t> airtime_minutes;
    std::string airtime_until, maintenance_due;
    std::optional<CheckOutcome> last_outcome;
    std::optional<Instant> checked_at;
    std::optional<CheckOutcome> failure;
    std::optional<Instant> failed_at;
    std::string failure_note;
    std::optional<Instant> retired_at;
    std::string retired_reason;
    DeviceState state = DeviceState::ok;
    std::vector<DeviceFinding> findings;
};
BOOST_DESCRIBE_STRUCT(
    DeviceRow,
    (),
    (id,
     kind,
     name,
     number,
     area,
     area_name,
     place,
     in_rounds,
     keeper,
     keeper_name,
     keeper_phone,
     battery_percent,
     battery_at,
     airtime_minutes,
     airtime_until,
     maintenance_due,
     last_outcome,
     checked_at,
     failure,
     failed_at,
     failure_note,
     retired_at,
     retired_reason,
     state,
     findings)
)

struct DeviceHistoryLine {
    Instant at{};
    DeviceHappening happening = DeviceHappening::registered;
    std::string by_name, round;
    std::optional<std::int64_t> seconds;
    std::string person_name;
    std::optional<std::int64_t> battery_percent, airtime_minutes;
    std::string counterpart, note;
};
BOOST_DESCRIBE_STRUCT(
    DeviceHistoryLine,
    (),
    (at, happening, by_name, round, seconds, person_name, battery_percent, airtime_minutes, counterpart, note)
)

struct DeviceDetail {
    DeviceRow device;
    std::vector<DeviceHistoryLine> history;  ///< newest first
};
BOOST_DESCRIBE_STRUCT(DeviceDetail, (), (device, history))

struct CommRoundRow {
    std::string id;
    bool daily = false;
    Instant opened_at{};
    std::string opened_by_name;  ///< empty: by itself
    Instant closes_at{};
    std::optional<Instant> closed_at;
    std::int64_t asked = 0, answered = 0, unanswered = 0, faulty = 0, left = 0;
};
BOOST_DESCRIBE_STRUCT(
    CommRoundRow,
    (),
    (id, daily, opened_at, opened_by_name, closes_at, closed_at, asked, answered, unanswered, faulty, left)
)

struct CommRoundPart {
    std::string device;
    DeviceKind kind = DeviceKind::other;
    std::string name, number, place, keeper_name, keeper_phone;
    std::optional<CheckOutcome> outcome;
    std::optional<std::int64_t> seconds;
    std::string counterpart, note;
    std::optional<Instant> noted_at;
    std::string noted_by_name;
};
BOOST_DESCRIBE_STRUCT(
    CommRoundPart,
    (),
    (device,
     kind,
     name,
     number,
     place,
     keeper_name,
     keeper_phone,
     outcome,
     seconds,
     counterpart,
     note,
     noted_at,
     noted_by_name)
)

struct CommRoundDetail {
    CommRoundRow round;
    std::vector<CommRoundPart> parts;
};
BOOST_DESCRIBE_STRUCT(CommRoundDetail, (), (round, parts))

struct DevicesOverview {
    std::int64_t devices = 0, attention = 0, urgent = 0, failed = 0;
    std::optional<std::string> open_round;
    std::optional<Instant> next_round_at;
};
BOOST_DESCRIBE_STRUCT(DevicesOverview, (), (devices, attention, urgent, failed, open_round, next_round_at))

struct DevicesBelowRow {
    AreaCode node;
    std::string node_name;
    Instant at{};
    std::int64_t devices = 0, satellite_phones = 0, asked = 0, answered = 0, unanswered = 0, faulty = 0, left = 0;
    std::int64_t attention = 0, urgent = 0;
};
BOOST_DESCRIBE_STRUCT(
    DevicesBelowRow,
    (),
    (node, node_name, at, devices, satellite_phones, asked, answered, unanswered, faulty, left, attention, urgent)
)

DeviceRow row_of(const DeviceFacts& device, const Limits& limits, store::Rows& rows, Instant now, bool english);
std::vector<DeviceHistoryLine> history_of(store::Rows& rows, const DeviceId& device, std::int64_t limit);
CommRoundRow row_of(const RoundFacts& round, store::Rows& rows);
CommRoundDetail detail_of(const RoundFacts& round, store::Rows& rows);
DevicesOverview overview(store::Rows& rows, Instant now);
std::vector<DevicesBelowRow> rows_below(store::Rows& rows);

}  // namespace anlan::devices
