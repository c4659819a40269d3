#include <fmt/format.h>

#include <set>

#include "devices/queries.hpp"
#include "organisation/queries.hpp"
#include "programme/measures.hpp"
#include "programme/paper.hpp"
#include "response/queries.hpp"
#include "shelter/queries.hpp"
#include "warning/queries.hpp"

/// 二、平台 (B1–B9).
namespace anlan::programme {

namespace {

constexpr std::chrono::days kHalfYear{190}, kWeek{7};

std::optional<Measured> duty_room(const Ground& ground) {
    Measured measured;
    for (const auto* kind : {"值班床具", "固定电话", "传真或网络"}) {
        if (!equipment_of(ground, kind).empty()) continue;
        measured.lost += 0.3;
        measured.fix_zh += measured.fix_zh.empty() ? kind : std::string("、") + kind;
    }
    measured.zh = measured.fix_zh.empty() ? "值班室床具、电话、网络均在台账" : "台账中没有：" + measured.fix_zh;
    measured.en = measured.fix_zh.empty() ? "bed, telephone and network are in the ledger"
                                          : "not in the ledger: " + measured.fix_zh;
    if (!measured.fix_zh.empty()) {
        measured.fix_zh = "配齐并登记：" + measured.fix_zh;
        measured.fix_en = "provide and enter what is missing";
    }
    return measured;
}

std::optional<Measured> satellite_phone(const Ground& ground) {
    constexpr auto kPhone = devices::DeviceKind::satellite_phone;
    const auto typed = static_cast<std::int64_t>(equipment_of(ground, "卫星电话").size());
    const auto phones = std::max(typed, devices::count_of(ground.rows, kPhone));
    if (phones == 0)
        return Measured{
            kAll,
            "没有卫星电话",
            "no satellite telephone",
            "配备卫星电话并登记台账",
            "provide a satellite telephone and enter it"};
    auto days = devices::days_answered(ground.rows, kPhone, ground.now - kHalfYear);
    for (const auto& each : good_checks(ground, "卫星电话", ground.days_ago(190))) days.push_back(each.day);
    const auto empty = months_without(ground, days, 6);
    return Measured{
        0.3 * static_cast<double>(empty.size()),
        fmt::format("卫星电话 {} 部，近 6 个月中 {} 个月有通话测试", phones, 6 - empty.size()),
        fmt::format("{} satellite telephones; tested in {} of the last 6 months", phones, 6 - empty.size()),
        empty.empty() ? "" : "每天通信点名，至少每月通话测试一次；缺：" + empty.front(),
        empty.empty() ? "" : "hold the comm check, or make a trial call every month; missing: " + empty.front()};
}

std::optional<Measured> video(const Ground& ground) {
    if (equipment_of(ground, "视频会议终端").empty() &&
        devices::count_of(ground.rows, devices::DeviceKind::conference_set) == 0)
        return Measured{
            kAll,
            "没有视频会议终端",
            "no video terminal",
            "接入双向视频会议并登记台账",
            "connect two-way video and enter it"};
    auto joined = devices::counterparts(ground.rows, devices::DeviceKind::conference_set, ground.now - kWeek);
    for (const auto& each : good_checks(ground, "视频会议终端", ground.days_ago(7))) joined.push_back(each.counterpart);
    std::set<std::string> reached;
    for (const auto& counterpart : joined)
        for (const auto* level : {"省", "市", "县"})
            if (counterpart.find(level) != std::string::npos) reached.insert(level);
    auto measured = short_of(static_cast<std::int64_t>(reached.size()), 3, 0.8);
    measured.zh = fmt::format("近 7 天与 {} 个上级层级入会正常（要求 3 个）", reached.size());
    measured.en = fmt::format("joined {} of 3 upper levels in the last 7 days", reached.size());
    if (measured.lost > 0) {
        measured.fix_zh = "分别与省、泉州、县市联调，在“通信设备”点名或“设备检测”中写明对方单位的层级";
        measured.fix_en = "join each upper level and note whom you reached, in the comm check or under Checks of equipment";
    }
    return measured;
}

/// A warning that calls for something is closed when its response was confirmed or declined with a reason.
std::optional<Measured> warnings_closed(const Ground& ground) {
    const auto since = ground.now - std::chrono::hours{24 * 90};
    std::int64_t proposed = 0, open = 0;
    for (const auto& each : response::find_responses(ground.rows, {World::real(), "", 0, 1'000})) {
        if (each.proposed_at < since) continue;
        ++proposed;
        const bool waits = each.state == response::ResponseState::proposed;
        if (waits && each.confirm_by && *each.confirm_by < ground.now) ++open;
    }
    return Measured{
        0.2 * static_cast<double>(open),
        fmt::format("近 90 天预警引出 {} 次响应建议，超时未处理 {} 次", proposed, open),
        fmt::format("warnings of 90 days proposed {} responses, {} of them left waiting too long", proposed, open),
        open > 0 ? "在值守台确认或说明不启动的理由" : "",
        open > 0 ? "confirm them at the desk, or say why not" : ""};
}

std::optional<Measured> standby_power(const Ground& ground) {
    double hours = 0;
    for (const auto& each : equipment_of(ground, "备用电源")) hours = std::max(hours, each.hours);
    const bool enough = hours >= 8;
    return Measured{
        enough ? 0.0 : 1.0,
        fmt::format("备用电源最长 {} 小时（要求 8 小时）；可用率由现场核对", hours),
        fmt::format("standby power for {} h at most (asked: 8 h); availability is looked at on the spot", hours),
        enough ? "" : "配备续航 8 小时以上的备用电源并登记",
        enough ? "" : "provide standby power for 8 h and enter it"};
}

std::optional<Measured> on_the_map(const Ground& ground) {
    std::int64_t all = 0, placed = 0;
    for (const auto& each : shelter::shelters_of(ground.rows, ground.node.area)) ++all, placed += each.lon && each.lat;
    for (const auto& each : organisation::areas_below(ground.rows, ground.node.area))
        ++all, placed += each.lon && each.lat;
    const auto missing = all == 0 ? 100 : 100 * (all - placed) / all;
    return Measured{
        missing <= 5 ? 0 : 0.2 * static_cast<double>((missing - 5 + 4) / 5),
        fmt::format("{} 个点位中 {} 个有坐标（要求 95%）", all, placed),
        fmt::format("{} of {} places have a position (asked: 95 %)", placed, all),
        missing <= 5 ? "" : "在名册中补齐避灾点和村（社区）的坐标",
        missing <= 5 ? "" : "enter the missing positions in the lists"};
}

std::optional<Measured> ledger(const Ground& ground) {
    auto days = devices::days_looked_after(ground.rows, ground.now - kHalfYear);
    for (const auto& each : rows_of<EquipmentCheck>(ground.rows, "equipment_checks"))
        if (each.day <= ground.today()) days.push_back(each.day);
    const auto empty = months_without(ground, days, 6);
    const bool all = empty.empty();
    Measured measured{
        0.1 * static_cast<double>(empty.size()),
        fmt::format("近 6 个月中 {} 个月有设备巡检记录", 6 - empty.size()),
        fmt::format("equipment inspected in {} of the last 6 months", 6 - empty.size()),
        all ? "" : "每月巡检一次设备并登记",
        all ? "" : "inspect the equipment every month and enter it"};
    const auto urgent = devices::trouble(ground.rows, ground.now).urgent;
    if (urgent == 0) return measured;
    measured.zh += fmt::format("；{} 台设备故障、没电或过期", urgent);
    measured.en += fmt::format("; {} devices failed, empty or expired", urgent);
    measured.fix_zh += std::string(all ? "" : "；") + "在“通信设备”里处理标红的设备";
    measured.fix_en += std::string(all ? "" : "; ") + "see to the devices marked red under Devices";
    return measured;
}

}  // namespace

void add_platform_measures(Measures& all) {
    all["B1"] = &duty_room;
    all["B2"] = &satellite_phone;
    all["B3"] = &video;
    all["B5"] = &warnings_closed;
    all["B6"] = &standby_power;
    all["B8"] = &on_the_map;
    all["B9"] = &ledger;
}

}  // namespace anlan::programme
