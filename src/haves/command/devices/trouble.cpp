#include "devices/judge.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::devices {

Limits limits_in_force(store::Rows& rows) {
    const auto whole = [&](const char* key) { return static_cast<std::int64_t>(policy::number(rows, key)); };
    const auto span = [&](const char* key) { return std::chrono::round<std::chrono::days>(policy::seconds(rows, key)); };
    return {
        whole("device.battery.low"),
        whole("device.battery.empty"),
        whole("device.airtime.low"),
        whole("device.airtime.empty"),
        span("device.battery.stale"),
        span("device.expiry.soon"),
        span("device.expiry.now"),
        span("device.maintenance.soon"),
        span("satphone.test")};
}

DeviceTrouble trouble_of(const std::vector<DeviceFacts>& devices, store::Rows& rows, Instant now) {
    const auto limits = limits_in_force(rows);
    DeviceTrouble sum;
    for (const auto& device : devices) {
        const auto state = worst(judge(device, limits, organisation::person_exists(rows, device.keeper), now));
        ++sum.devices;
        sum.attention += state == DeviceState::attention ? 1 : 0;
        sum.urgent += state == DeviceState::urgent ? 1 : 0;
        sum.failed += device.failure ? 1 : 0;
    }
    return sum;
}

}  // namespace anlan::devices
