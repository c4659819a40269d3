#include "devices/judge.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/day.hpp"

namespace anlan::devices {

namespace {

using enum DeviceState;
using std::chrono::days;

bool runs_on_battery(DeviceKind kind) {
    return kind == DeviceKind::satellite_phone || kind == DeviceKind::radio || kind == DeviceKind::drone;
}

void judge_answer(const DeviceFacts& device, const Limits& limits, Instant now, std::vector<Finding>& found) {
    const auto note = device.failure_note.empty() ? std::string() : "：" + device.failure_note;
    const auto note_en = device.failure_note.empty() ? std::string() : ": " + device.failure_note;
    if (device.failure == CheckOutcome::fault)
        found.push_back(
            {"faulty",
             urgent,
             "有故障" + note + "，请送修，修好后登记修复",
             "faulty" + note_en + "; have it repaired, then enter the repair"}
        );
    else if (device.failure)
        found.push_back(
            {"no_answer",
             urgent,
             "点名无应答，请再试一次；仍不通请送修",
             "did not answer; try it again, or have it repaired"}
        );
    else if (device.last_outcome == CheckOutcome::missed)
        found.push_back({"missed", attention, "上次点名未点到，请补点一次", "missed in the last comm check; try it now"}
        );
    if (device.kind != DeviceKind::satellite_phone || device.failure) return;
    const auto last = device.answered_at.value_or(device.registered_at);
    if (now - last > limits.untested)
        found.push_back(
            {"untested",
             attention,
             fmt::format("{} 天没有通话测试，请拨打一次", std::chrono::floor<days>(now - last).count()),
             fmt::format("no trial call for {} days; make one", std::chrono::floor<days>(now - last).count())}
        );
}

void judge_battery(const DeviceFacts& device, const Limits& limits, Instant now, std::vector<Finding>& found) {
    if (!device.battery_percent || !device.battery_at) {
        if (runs_on_battery(device.kind))
            found.push_back(
                {"battery_unknown",
                 attention,
                 "还没有报过电量，请查看并登记",
                 "its charge was never reported; look and enter it"}
            );
        return;
    }
    const auto left = *device.battery_percent;
    if (left < limits.battery_low) {
        const bool empty = left < limits.battery_empty;
        found.push_back(
            {"battery_low",
             empty ? urgent : attention,
             fmt::format("电量 {}%，请{}充电", left, empty ? "立即" : "今天"),
             fmt::format("{} % charge; charge it {}", left, empty ? "now" : "today")}
        );
    } else if (runs_on_battery(device.kind) && now - *device.battery_at > limits.battery_stale) {
        const auto old = std::chrono::floor<days>(now - *device.battery_at).count();
        found.push_back(
            {"battery_stale",
             attention,
             fmt::format("电量 {} 天没有更新，请查看并登记", old),
             fmt::format("its charge was reported {} days ago; look and enter it", old)}
        );
    }
}

struct DayWords {
    const char* code;
    std::string zh, en, fix_zh, fix_en;  ///< "套餐", "请续费"
};

/// A day by which something must be done, in `soon` days amber, in `now` days and past red.
void judge_day(
    const std::string& day, days soon, days at_once, const DayWords& words, Instant now, std::vector<Finding>& found
) {
    const auto due = parse_day(day, "");
    if (day.empty() || !due) return;
    const auto left = due.value() - day_at(now);
    if (left > soon) return;
    const auto n = left.count();
    if (n < 0)
        found.push_back(
            {words.code,
             urgent,
             fmt::format("{}已过期 {} 天，{}", words.zh, -n, words.fix_zh),
             fmt::format("{} ran out {} days ago; {}", words.en, -n, words.fix_en)}
        );
    else
        found.push_back(
            {words.code,
             left <= at_once ? urgent : attention,
             n == 0 ? fmt::format("{}今天到期，{}", words.zh, words.fix_zh)
                    : fmt::format("{} {} 天后到期，{}", words.zh, n, words.fix_zh),
             n == 0 ? fmt::format("{} runs out today; {}", words.en, words.fix_en)
                    : fmt::format("{} runs out in {} days; {}", words.en, n, words.fix_en)}
        );
}

void judge_airtime(const DeviceFacts& device, const Limits& limits, std::vector<Finding>& found) {
    if (!device.airtime_minutes) {
        if (device.kind == DeviceKind::satellite_phone)
            found.push_back(
                {"airtime_unknown",
                 attention,
                 "还没有登记剩余通话时长，请查询并登记",
                 "its airtime was never entered; ask the carrier and enter it"}
            );
        return;
    }
    const auto left = *device.airtime_minutes;
    if (left >= limits.airtime_low) return;
    found.push_back(
        {"airtime_low",
         left < limits.airtime_empty ? urgent : attention,
         fmt::format("剩余通话 {} 分钟，请充值", left),
         fmt::format("{} minutes of airtime left; top it up", left)}
    );
}

}  // namespace

std::vector<Finding> judge(const DeviceFacts& device, const Limits& limits, bool keeper_here, Instant now) {
    std::vector<Finding> found;
    if (device.retired_at) return found;
    judge_answer(device, limits, now, found);
    judge_battery(device, limits, now, found);
    judge_airtime(device, limits, found);
    judge_day(
        device.airtime_until,
        limits.expiry_soon,
        limits.expiry_now,
        {"airtime_expiring", "话费套餐", "its airtime", "请续费", "renew it"},
        now,
        found
    );
    judge_day(
        device.maintenance_due,
        limits.maintenance_soon,
        days{-1},
        {"maintenance_due", "检验保养", "its maintenance", "请安排检验保养", "have it serviced"},
        now,
        found
    );
    if (!keeper_here)
        found.push_back(
            {"keeper_gone", attention, "保管人已不在名册，请移交给别人", "its keeper is gone; hand it over to somebody"}
        );
    std::ranges::stable_sort(found, [](const Finding& a, const Finding& b) { return a.grade > b.grade; });
    return found;
}

DeviceState worst(const std::vector<Finding>& findings) {
    return findings.empty() ? ok : findings.front().grade;
}

}  // namespace anlan::devices
