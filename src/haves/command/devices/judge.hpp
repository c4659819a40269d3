#pragma once

#include "devices/queries.hpp"

/// What a device asks for, judged when somebody looks. Pure.
namespace anlan::devices {

BOOST_DEFINE_ENUM_CLASS(DeviceState, ok, attention, urgent)

/// What is wrong, in words that say what to do.
struct Finding {
    std::string code;
    DeviceState grade = DeviceState::attention;
    std::string zh, en;
};

/// Of the policy pack.
struct Limits {
    std::int64_t battery_low = 0, battery_empty = 0;  ///< percent
    std::int64_t airtime_low = 0, airtime_empty = 0;  ///< minutes
    std::chrono::days battery_stale{0}, expiry_soon{0}, expiry_now{0}, maintenance_soon{0}, untested{0};
};
Limits limits_in_force(store::Rows& rows);

/// The graver first. `keeper_here`: the keeper is still a person of this station.
std::vector<Finding> judge(const DeviceFacts& device, const Limits& limits, bool keeper_here, Instant now);
DeviceState worst(const std::vector<Finding>& findings);

DeviceTrouble trouble_of(const std::vector<DeviceFacts>& devices, store::Rows& rows, Instant now);

}  // namespace anlan::devices
