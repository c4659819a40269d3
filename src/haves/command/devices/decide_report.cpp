#include "base/day.hpp"
#include "devices/commands.hpp"
#include "devices/rules.hpp"

namespace anlan::devices {

namespace {

constexpr std::int64_t kMostAirtime_minutes = 100'000;

Result<void> check_day(const std::optional<std::string>& day, const char* field) {
    if (!day || day->empty()) return done();
    BOOST_OUTCOME_TRYV(parse_day(*day, field));
    return done();
}

}  // namespace

Result<Decision> decide(const ReportDevice& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto device, own_device(wish.device, desk));
    if (!wish.battery_percent && !wish.airtime_minutes && !wish.airtime_until && !wish.maintenance_due)
        return refuse(
            "nothing_reported",
            "battery_percent",
            "请至少填写一项：电量、剩余通话、到期日或检验保养日",
            "enter at least one: charge, airtime, the day it runs out, or the day of maintenance"
        );
    if (wish.battery_percent && (*wish.battery_percent < 0 || *wish.battery_percent > 100))
        return refuse("battery_invalid", "battery_percent", "电量请填 0 到 100", "the charge is between 0 and 100 %");
    if (wish.airtime_minutes && (*wish.airtime_minutes < 0 || *wish.airtime_minutes > kMostAirtime_minutes))
        return refuse(
            "airtime_invalid",
            "airtime_minutes",
            "剩余通话请填 0 到 100000 分钟",
            "airtime is between 0 and 100,000 minutes"
        );
    BOOST_OUTCOME_TRYV(check_day(wish.airtime_until, "airtime_until"));
    BOOST_OUTCOME_TRYV(check_day(wish.maintenance_due, "maintenance_due"));
    BOOST_OUTCOME_TRYV(check_words(wish.note, "note"));
    return journal::decided(journal::event(
        device.id.text,
        DeviceReported{wish.battery_percent, wish.airtime_minutes, wish.airtime_until, wish.maintenance_due, wish.note}
    ));
}

Result<Decision> decide(const RepairDevice& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto device, own_device(wish.device, desk));
    if (!device.failure)
        return refuse(
            "not_failed",
            "device",
            "这台设备没有待修的故障，不用登记",
            "nothing is wrong with this device; there is nothing to enter"
        );
    if (wish.what.empty()) return refuse("what_missing", "what", "请写明修了什么", "say what was repaired");
    BOOST_OUTCOME_TRYV(check_words(wish.what, "what"));
    return journal::decided(journal::event(device.id.text, DeviceRepaired{wish.what}));
}

}  // namespace anlan::devices
