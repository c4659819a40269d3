#include "devices/rules.hpp"

#include <cmath>

#include "base/day.hpp"
#include "policy/queries.hpp"

namespace anlan::devices {

Result<void> only_in_reality(const journal::Desk& desk) {
    if (!desk.world.is_drill()) return done();
    return refuse(
        "only_real",
        "",
        "设备台账和通信点名不进演练，请先退出演练",
        "devices and comm checks are real; leave the drill first"
    );
}

Result<DeviceFacts> own_device(const DeviceId& id, const journal::Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    auto found = find_device(desk.views, id);
    if (!found || found->retired_at)
        return refuse(
            "device_unknown",
            "device",
            "没有这台设备，或已停用；请刷新列表",
            "there is no such device, or it is retired; reload the list"
        );
    return std::move(*found);
}

Result<void> check_words(const std::string& words, const char* field) {
    if (words.size() <= kLongestWords_bytes) return done();
    return refuse("words_too_long", field, "请写得短一些，200 字以内", "keep it under 200 characters");
}

Instant next_daily(store::Rows& rows, Instant now) {
    const std::chrono::seconds since_midnight{std::llround(policy::number(rows, "device.round.at") * 3'600)};
    const Instant today = start_of(day_at(now)) + since_midnight;
    return today > now ? today : today + std::chrono::days{1};
}

}  // namespace anlan::devices
