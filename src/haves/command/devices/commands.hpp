#pragma once

#include "devices/events.hpp"
#include "journal/desk.hpp"

/// All of them refuse `only_real` inside a drill: a device is no less real because somebody practises.
namespace anlan::devices {

using journal::Decision;
using journal::Desk;

/// Registers a device and, with the first, sets the daily round. Refuses `name_missing`, `number_missing`,
/// `number_taken` (by another of its kind), `area_outside`, `place_missing`, `keeper_unknown`.
struct RegisterDevice {
    DeviceSheet sheet;
    PersonId keeper;
};
BOOST_DESCRIBE_STRUCT(RegisterDevice, (), (sheet, keeper))
Result<Decision> decide(const RegisterDevice& wish, const Desk& desk);

/// Refuses `device_unknown` and what RegisterDevice refuses of the sheet.
struct CorrectDevice {
    DeviceId device;
    DeviceSheet sheet;
};
BOOST_DESCRIBE_STRUCT(CorrectDevice, (), (device, sheet))
Result<Decision> decide(const CorrectDevice& wish, const Desk& desk);

/// Refuses `device_unknown`, `keeper_unknown`, `same_keeper`.
struct HandOverDevice {
    DeviceId device;
    PersonId keeper;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(HandOverDevice, (), (device, keeper, note))
Result<Decision> decide(const HandOverDevice& wish, const Desk& desk);

/// It leaves an open round with it. Refuses `device_unknown`, `reason_missing`.
struct RetireDevice {
    DeviceId device;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RetireDevice, (), (device, reason))
Result<Decision> decide(const RetireDevice& wish, const Desk& desk);

/// Refuses `device_unknown`, `nothing_reported`, `battery_invalid`, `airtime_invalid`, `day_invalid`.
struct ReportDevice {
    DeviceId device;
    std::optional<std::int64_t> battery_percent, airtime_minutes;
    std::optional<std::string> airtime_until, maintenance_due;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(
    ReportDevice, (), (device, battery_percent, airtime_minutes, airtime_until, maintenance_due, note)
)
Result<Decision> decide(const ReportDevice& wish, const Desk& desk);

/// Closes what a failed check opened. Refuses `device_unknown`, `not_failed`, `what_missing`.
struct RepairDevice {
    DeviceId device;
    std::string what;
};
BOOST_DESCRIBE_STRUCT(RepairDevice, (), (device, what))
Result<Decision> decide(const RepairDevice& wish, const Desk& desk);

/// In a round, or a trial between rounds. While a round is open the last note of a device counts. Refuses
/// `device_unknown`, `round_unknown`, `already_closed`, `not_in_round`, `outcome_invalid` (missed), `seconds_invalid`,
/// `note_missing` (a fault says what is wrong).
struct NoteCheck {
    RoundId round;
    DeviceId device;
    CheckOutcome outcome = CheckOutcome::answered;
    std::int64_t seconds = 0;
    std::string counterpart, note;
};
BOOST_DESCRIBE_STRUCT(NoteCheck, (), (round, device, outcome, seconds, counterpart, note))
Result<Decision> decide(const NoteCheck& wish, const Desk& desk);

/// By hand. Refuses `already_open`, `no_devices`.
struct OpenRound {};
BOOST_DESCRIBE_STRUCT(OpenRound, (), ())
Result<Decision> decide(const OpenRound& wish, const Desk& desk);

/// By hand, when all are noted. Refuses `round_unknown`, `already_closed`, `round_unfinished`.
struct CloseRound {
    RoundId round;
};
BOOST_DESCRIBE_STRUCT(CloseRound, (), (round))
Result<Decision> decide(const CloseRound& wish, const Desk& desk);

/// By the deadline `devices/daily`. A round that is open already is the day's.
struct OpenDailyRound {};
BOOST_DESCRIBE_STRUCT(OpenDailyRound, (), ())
Result<Decision> decide(const OpenDailyRound& wish, const Desk& desk);

/// By the deadline `comm_round/<id>`: what was not reached is missed.
struct EndRound {
    RoundId round;
};
BOOST_DESCRIBE_STRUCT(EndRound, (), (round))
Result<Decision> decide(const EndRound& wish, const Desk& desk);

}  // namespace anlan::devices
