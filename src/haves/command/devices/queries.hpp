#pragma once

#include <optional>

#include "devices/events.hpp"
#include "store/rows.hpp"

/// What other rooms may ask about devices and comm checks.
namespace anlan::devices {

struct DeviceFacts {
    DeviceId id;
    DeviceKind kind = DeviceKind::other;
    std::string name, number;
    AreaCode area;
    std::string place;
    bool in_rounds = true;
    PersonId keeper;
    std::optional<std::int64_t> battery_percent;
    std::optional<Instant> battery_at;
    std::optional<std::int64_t> airtime_minutes;
    std::string airtime_until, maintenance_due;  ///< days; empty: none
    std::optional<CheckOutcome> last_outcome;
    std::optional<Instant> checked_at, answered_at;
    std::optional<CheckOutcome> failure;  ///< no_answer or fault, until it answers or is repaired
    std::optional<Instant> failed_at;
    std::string failure_note;
    Instant registered_at{};
    std::optional<Instant> retired_at;
    std::string retired_reason;
};
BOOST_DESCRIBE_STRUCT(
    DeviceFacts,
    (),
    (id,
     kind,
     name,
     number,
     area,
     place,
     in_rounds,
     keeper,
     battery_percent,
     battery_at,
     airtime_minutes,
     airtime_until,
     maintenance_due,
     last_outcome,
     checked_at,
     answered_at,
     failure,
     failed_at,
     failure_note,
     registered_at,
     retired_at,
     retired_reason)
)

/// Not retired, by kind and name.
std::vector<DeviceFacts> devices(store::Rows& rows);
std::vector<DeviceFacts> retired_devices(store::Rows& rows);
std::optional<DeviceFacts> find_device(store::Rows& rows, const DeviceId& id);  ///< also a retired one

/// How many there are of a kind, not retired.
std::int64_t count_of(store::Rows& rows, DeviceKind kind);
/// Days at the station ("2026-12-01") since `since` on which one of this kind answered, each once, in order.
std::vector<std::string> days_answered(store::Rows& rows, DeviceKind kind, Instant since);
/// Days since `since` on which anybody checked or reported on any device.
std::vector<std::string> days_looked_after(store::Rows& rows, Instant since);
/// With whom devices of a kind spoke since `since`, as it was typed.
std::vector<std::string> counterparts(store::Rows& rows, DeviceKind kind, Instant since);

/// How many ask for something soon (overdue charge, airtime that runs out), and how many now (failed, empty, expired).
struct DeviceTrouble {
    std::int64_t devices = 0, attention = 0, urgent = 0, failed = 0;
};
BOOST_DESCRIBE_STRUCT(DeviceTrouble, (), (devices, attention, urgent, failed))
DeviceTrouble trouble(store::Rows& rows, Instant now);

/// What happened to a device.
BOOST_DEFINE_ENUM_CLASS(
    DeviceHappening, registered, corrected, handed_over, reported, answered, no_answer, fault, missed, repaired, retired
)

struct DeviceLine {
    std::int64_t seq = 0;
    DeviceId device;
    Instant at{};
    std::string actor;
    DeviceHappening happening = DeviceHappening::registered;
    RoundId round;
    std::optional<std::int64_t> seconds;
    PersonId person;  ///< the keeper from then on
    std::optional<std::int64_t> battery_percent, airtime_minutes;
    std::string counterpart, note;
};
BOOST_DESCRIBE_STRUCT(
    DeviceLine,
    (),
    (seq, device, at, actor, happening, round, seconds, person, battery_percent, airtime_minutes, counterpart, note)
)
std::vector<DeviceLine> lines_of(store::Rows& rows, const DeviceId& device, std::int64_t limit);  ///< newest first

struct RoundFacts {
    RoundId id;
    bool daily = false;
    Instant opened_at{};
    std::string opened_by;
    Instant closes_at{};
    std::optional<Instant> closed_at;
    std::int64_t asked = 0, answered = 0, unanswered = 0, faulty = 0, left = 0;  ///< left: not noted, or missed
};
BOOST_DESCRIBE_STRUCT(
    RoundFacts, (), (id, daily, opened_at, opened_by, closes_at, closed_at, asked, answered, unanswered, faulty, left)
)
std::optional<RoundFacts> find_round(store::Rows& rows, const RoundId& id);
std::optional<RoundFacts> open_round(store::Rows& rows);
std::vector<RoundFacts> recent_rounds(store::Rows& rows, std::int64_t limit);  ///< newest first
std::optional<Instant> next_daily_round(store::Rows& rows);

struct PartFacts {
    DeviceId device;
    std::optional<CheckOutcome> outcome;
    std::optional<std::int64_t> seconds;
    std::string counterpart, note;
    std::optional<Instant> noted_at;
    std::string noted_by;
};
BOOST_DESCRIBE_STRUCT(PartFacts, (), (device, outcome, seconds, counterpart, note, noted_at, noted_by))
std::vector<PartFacts> parts_of(store::Rows& rows, const RoundId& round);  ///< in the order they are asked

/// What a station below told when its last round closed.
struct DevicesBelow {
    AreaCode node;
    Instant at{};
    std::int64_t devices = 0, satellite_phones = 0, asked = 0, answered = 0, unanswered = 0, faulty = 0, left = 0;
    std::int64_t attention = 0, urgent = 0;
};
BOOST_DESCRIBE_STRUCT(
    DevicesBelow,
    (),
    (node, at, devices, satellite_phones, asked, answered, unanswered, faulty, left, attention, urgent)
)
std::vector<DevicesBelow> devices_below(store::Rows& rows);

}  // namespace anlan::devices
