#pragma once

#include "base/area.hpp"
#include "journal/event.hpp"

/// The devices a station talks and works with (通信设备), and whether they answer (通信点名). Bodies hold the ids of
/// people only. All stays home but the counts of a closed round.
namespace anlan::devices {

using DeviceId = Id<struct DeviceTag>;
using RoundId = Id<struct RoundTag>;

/// 卫星电话 对讲机 视频会议终端 喇叭 发电机 无人机 其他
BOOST_DEFINE_ENUM_CLASS(DeviceKind, satellite_phone, radio, conference_set, loudspeaker, generator, drone, other)
/// 应答 无应答 故障 未点到; only the end of a round says missed.
BOOST_DEFINE_ENUM_CLASS(CheckOutcome, answered, no_answer, fault, missed)

struct DeviceSheet {
    DeviceKind kind = DeviceKind::satellite_phone;
    std::string name, number;  ///< number: of the telephone or the maker
    AreaCode area;
    std::string place;
    bool in_rounds = true;  ///< takes part in comm checks
    bool operator==(const DeviceSheet&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeviceSheet, (), (kind, name, number, area, place, in_rounds))

/// Subject of the next seven: the device.
struct DeviceRegistered {
    static constexpr journal::EventKind kKind{"device.registered", 1};
    DeviceSheet sheet;
    PersonId keeper;  ///< 保管人
};
BOOST_DESCRIBE_STRUCT(DeviceRegistered, (), (sheet, keeper))

struct DeviceCorrected {
    static constexpr journal::EventKind kKind{"device.corrected", 1};
    DeviceSheet sheet;
};
BOOST_DESCRIBE_STRUCT(DeviceCorrected, (), (sheet))

/// 移交
struct DeviceHandedOver {
    static constexpr journal::EventKind kKind{"device.handed_over", 1};
    PersonId keeper;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(DeviceHandedOver, (), (keeper, note))

/// What somebody read off it. What is absent stays as it was; an empty day means that there is none any more.
struct DeviceReported {
    static constexpr journal::EventKind kKind{"device.reported", 1};
    std::optional<std::int64_t> battery_percent, airtime_minutes;
    std::optional<std::string> airtime_until, maintenance_due;  ///< YYYY-MM-DD
    std::string note;
};
BOOST_DESCRIBE_STRUCT(DeviceReported, (), (battery_percent, airtime_minutes, airtime_until, maintenance_due, note))

/// In a round, or tried between rounds (`round` empty).
struct DeviceChecked {
    static constexpr journal::EventKind kKind{"device.checked", 1};
    RoundId round;
    CheckOutcome outcome = CheckOutcome::answered;
    std::int64_t seconds = 0;  ///< until it answered
    std::string counterpart;   ///< who answered: the station, the county, the province
    std::string note;
};
BOOST_DESCRIBE_STRUCT(DeviceChecked, (), (round, outcome, seconds, counterpart, note))

struct DeviceRepaired {
    static constexpr journal::EventKind kKind{"device.repaired", 1};
    std::string what;
};
BOOST_DESCRIBE_STRUCT(DeviceRepaired, (), (what))

struct DeviceRetired {
    static constexpr journal::EventKind kKind{"device.retired", 1};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DeviceRetired, (), (reason))

/// When the next round opens by itself. Subject: "devices/daily".
struct DailyRoundSet {
    static constexpr journal::EventKind kKind{"comm_round.daily_set", 1};
    Instant next_at{};
};
BOOST_DESCRIBE_STRUCT(DailyRoundSet, (), (next_at))

/// Subject of the next two: the round.
struct RoundOpened {
    static constexpr journal::EventKind kKind{"comm_round.opened", 1};
    bool daily = false;  ///< by itself, at its hour
    std::int64_t lasting_seconds = 0;
    std::vector<DeviceId> devices;  ///< in the order they are asked
};
BOOST_DESCRIBE_STRUCT(RoundOpened, (), (daily, lasting_seconds, devices))

/// The one thing of this room that goes up: counts.
struct RoundClosed {
    static constexpr journal::EventKind kKind{
        "comm_round.closed", 1, journal::Share::up, journal::Urgency::routine, "missed"};
    std::int64_t devices = 0, satellite_phones = 0;                              ///< that the station has
    std::int64_t asked = 0, answered = 0, unanswered = 0, faulty = 0, left = 0;  ///< left: 未点到
    std::int64_t attention = 0, urgent = 0;  ///< devices that ask for something soon, and now
    std::vector<DeviceId> missed;
};
BOOST_DESCRIBE_STRUCT(
    RoundClosed, (), (devices, satellite_phones, asked, answered, unanswered, faulty, left, attention, urgent, missed)
)

}  // namespace anlan::devices
