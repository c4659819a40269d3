#include "devices/api.hpp"

#include "devices/answers.hpp"
#include "devices/commands.hpp"

namespace anlan::devices {

namespace {

using http::Call;
using http::Method;
using http::Page;

constexpr const char* kDevices = "/api/v1/devices";
constexpr const char* kRounds = "/api/v1/comm-rounds";
constexpr const char* kSee = "desk.view";
constexpr const char* kKeep = "devices.keep";
constexpr std::int64_t kHistory = 60;

std::string under(const char* base, const char* rest) {
    return std::string(base) + rest;
}

Result<Page<DeviceRow>> list_devices(const Call& call, store::Rows& rows) {
    const auto kind = call.query("kind");
    const auto limits = limits_in_force(rows);
    Page<DeviceRow> page;
    for (const auto& each : call.query("retired") == "1" ? retired_devices(rows) : devices(rows)) {
        if (!call.caller.area.overlaps(each.area)) continue;
        if (!kind.empty() && to_text(each.kind) != kind) continue;
        page.items.push_back(row_of(each, limits, rows, call.now, call.caller.english));
    }
    return page;
}

Result<DeviceDetail> one_device(const Call& call, store::Rows& rows) {
    const auto found = find_device(rows, {call.path("device")});
    if (!found || !call.caller.area.overlaps(found->area))
        return refuse("device_unknown", "device", "没有这台设备", "there is no such device");
    return DeviceDetail{
        row_of(*found, limits_in_force(rows), rows, call.now, call.caller.english),
        history_of(rows, found->id, call.limit(kHistory, 500))};
}

Result<Page<CommRoundRow>> list_rounds(const Call& call, store::Rows& rows) {
    Page<CommRoundRow> page;
    for (const auto& each : recent_rounds(rows, call.limit(30, 400))) page.items.push_back(row_of(each, rows));
    return page;
}

Result<CommRoundDetail> one_round(const Call& call, store::Rows& rows) {
    const auto found = find_round(rows, {call.path("round")});
    if (!found) return refuse("round_unknown", "round", "没有这一轮点名", "there is no such round");
    return detail_of(*found, rows);
}

void add_commands(http::Endpoints& table) {
    const auto post = Method::post;
    table.command<RegisterDevice>(post, kDevices, kKeep, "登记设备", "register a device").creates = true;
    table.command<CorrectDevice>(post, under(kDevices, "/{device}"), kKeep, "更正设备信息", "correct a device");
    table.command<HandOverDevice>(
        post, under(kDevices, "/{device}/hand-over"), kKeep, "移交设备", "hand a device over to another person"
    );
    table.command<ReportDevice>(
        post, under(kDevices, "/{device}/report"), kKeep, "登记电量、话费和到期日", "report charge, airtime and days"
    );
    table.command<NoteCheck>(
        post, under(kDevices, "/{device}/check"), kKeep, "再试一次", "try a device between rounds"
    );
    table.command<RepairDevice>(post, under(kDevices, "/{device}/repair"), kKeep, "登记修复", "enter a repair");
    table.command<RetireDevice>(post, under(kDevices, "/{device}/retire"), kKeep, "停用设备", "retire a device");
    table.command<OpenRound>(post, kRounds, kKeep, "开始一轮通信点名", "open a comm check").creates = true;
    table.command<NoteCheck>(
        post, under(kRounds, "/{round}/check"), kKeep, "记录一台设备的点名结果", "note a device's answer"
    );
    table.command<CloseRound>(post, under(kRounds, "/{round}/close"), kKeep, "结束一轮通信点名", "close a comm check");
}

}  // namespace

void add_endpoints(http::Endpoints& table) {
    table.list<DeviceRow>(kDevices, kSee, "设备台账", "devices as they are", &list_devices)
        .asks({http::asked_choice<DeviceKind>("kind"), http::asked_flag("retired")});
    table.get<DevicesOverview>(
        under(kDevices, "/overview"),
        kSee,
        "设备概况",
        "devices in numbers, and the next round",
        [](const Call& call, store::Rows& rows) -> Result<DevicesOverview> { return overview(rows, call.now); }
    );
    table.list<DevicesBelowRow>(
        under(kDevices, "/below"),
        kSee,
        "下级设备和点名计数",
        "devices and comm checks below, in numbers",
        [](const Call&, store::Rows& rows) -> Result<Page<DevicesBelowRow>> {
            return Page<DevicesBelowRow>{rows_below(rows), {}};
        }
    );
    table
        .get<DeviceDetail>(
            under(kDevices, "/{device}"), kSee, "一台设备和它的经历", "a device and its history", &one_device
        )
        .asks({http::asked_limit()});
    table.list<CommRoundRow>(kRounds, kSee, "通信点名", "comm checks, newest first", &list_rounds)
        .asks({http::asked_limit()});
    table.get<CommRoundDetail>(under(kRounds, "/{round}"), kSee, "一轮通信点名", "a comm check", &one_round);
    add_commands(table);
}

}  // namespace anlan::devices
