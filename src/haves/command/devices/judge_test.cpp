#include "devices/judge.hpp"

#include <gtest/gtest.h>

#include "base/day.hpp"

namespace anlan::devices {
namespace {

using std::chrono::days;

constexpr Instant kNow{std::chrono::seconds{1'690'504'620}};  // 2023-07-28 08:37 at the station
constexpr Limits kLimits{50, 20, 60, 20, days{7}, days{30}, days{7}, days{14}, days{30}};

/// A telephone that wants for nothing.
DeviceFacts sound() {
    DeviceFacts device;
    device.kind = DeviceKind::satellite_phone;
    device.battery_percent = 90;
    device.battery_at = kNow;
    device.airtime_minutes = 300;
    device.answered_at = kNow;
    device.registered_at = kNow - days{400};
    return device;
}

Finding only(const DeviceFacts& device) {
    const auto found = judge(device, kLimits, true, kNow);
    EXPECT_EQ(found.size(), 1U);
    return found.empty() ? Finding{} : found.front();
}

std::string day(int away) {
    return to_text(day_at(kNow) + days{away});
}

TEST(a_sound_telephone, asks_for_nothing) {
    EXPECT_TRUE(judge(sound(), kLimits, true, kNow).empty());
    EXPECT_EQ(worst({}), DeviceState::ok);
}

TEST(low_charge, is_amber_then_red_and_says_when_to_charge) {
    auto device = sound();
    device.battery_percent = 49;
    EXPECT_EQ(only(device).grade, DeviceState::attention);
    device.battery_percent = 19;
    EXPECT_EQ(only(device).grade, DeviceState::urgent);
    EXPECT_EQ(only(device).zh, "电量 19%，请立即充电");
    device.battery_percent = 50;
    EXPECT_TRUE(judge(device, kLimits, true, kNow).empty());
}

TEST(charge, that_was_reported_long_ago_is_looked_at_again) {
    auto device = sound();
    device.battery_at = kNow - days{8};
    EXPECT_EQ(only(device).code, "battery_stale");
    device.kind = DeviceKind::conference_set;  // Runs from the mains.
    EXPECT_TRUE(judge(device, kLimits, true, kNow).empty());
}

TEST(low_airtime, asks_to_be_topped_up) {
    auto device = sound();
    device.airtime_minutes = 59;
    EXPECT_EQ(only(device).grade, DeviceState::attention);
    device.airtime_minutes = 12;
    EXPECT_EQ(only(device).grade, DeviceState::urgent);
    EXPECT_EQ(only(device).zh, "剩余通话 12 分钟，请充值");
    device.airtime_minutes.reset();
    EXPECT_EQ(only(device).code, "airtime_unknown");
}

TEST(airtime, that_runs_out_is_spoken_of_a_month_before_and_red_in_the_last_week) {
    auto device = sound();
    const auto grade_at = [&](int away) {
        device.airtime_until = day(away);
        const auto found = judge(device, kLimits, true, kNow);
        return worst(found);
    };
    EXPECT_EQ(grade_at(31), DeviceState::ok);
    EXPECT_EQ(grade_at(30), DeviceState::attention);
    EXPECT_EQ(grade_at(7), DeviceState::urgent);
    EXPECT_EQ(grade_at(0), DeviceState::urgent);
    EXPECT_EQ(only(device).zh, "话费套餐今天到期，请续费");
    EXPECT_EQ(grade_at(-3), DeviceState::urgent);
    EXPECT_EQ(only(device).zh, "话费套餐已过期 3 天，请续费");
}

TEST(maintenance, is_red_only_once_it_is_overdue) {
    auto device = sound();
    device.maintenance_due = day(14);
    EXPECT_EQ(only(device).grade, DeviceState::attention);
    device.maintenance_due = day(0);
    EXPECT_EQ(only(device).grade, DeviceState::attention);
    device.maintenance_due = day(-1);
    EXPECT_EQ(only(device).grade, DeviceState::urgent);
}

TEST(a_telephone, without_a_trial_call_for_a_month_asks_for_one) {
    auto device = sound();
    device.answered_at = kNow - days{31};
    EXPECT_EQ(only(device).code, "untested");
    device.failure = CheckOutcome::no_answer;
    EXPECT_EQ(only(device).code, "no_answer") << "that it does not answer says it all";
}

TEST(what_is_wrong, is_said_with_the_graver_first_and_a_missed_device_is_tried_now) {
    auto device = sound();
    device.last_outcome = CheckOutcome::missed;
    EXPECT_EQ(only(device).code, "missed");
    device.battery_percent = 5;
    const auto found = judge(device, kLimits, false, kNow);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].code, "battery_low");
    EXPECT_EQ(found[2].code, "keeper_gone");
    for (const auto& each : found) EXPECT_FALSE(each.zh.empty() || each.en.empty());
}

TEST(a_retired_device, asks_for_nothing_any_more) {
    auto device = sound();
    device.battery_percent = 0;
    device.retired_at = kNow;
    EXPECT_TRUE(judge(device, kLimits, false, kNow).empty());
}

}  // namespace
}  // namespace anlan::devices
