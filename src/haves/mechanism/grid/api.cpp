#include "grid/api.hpp"

#include "grid/answers.hpp"
#include "grid/commands.hpp"
#include "grid/rules.hpp"
#include "organisation/queries.hpp"

namespace anlan::grid {

using http::Call;
using http::Method;
using http::Page;

namespace {

constexpr const char* kSee = "desk.view";
constexpr const char* kKeep = "grid.keep";
constexpr const char* kHandle = "grid.handle";
constexpr const char* kReport = "grid.report";

Result<GridBoard> board(const Call& call, store::Rows& rows) {
    return board_of(rows, call.node, call.scope(), call.now);
}

Result<Page<GridReportAnswer>> list(const Call& call, store::Rows& rows) {
    Page<GridReportAnswer> page;
    for (const auto& each : find_reports(rows, call.scope(), call.query("open") == "1", call.limit(200)))
        page.items.push_back(answer_of(rows, each, call.now));
    return page;
}

Result<ReportDetail> one(const Call& call, store::Rows& rows) {
    const auto found = find_report(rows, {call.path("report")});
    if (!found) return report_unknown();
    return detail_of(rows, *found, call.now);
}

Result<FieldWork> mine(const Call& call, store::Rows& rows) {
    return field_work_of(rows, call.caller.person, call.now);
}

struct RoundAnswer {
    std::int64_t round = 0, wrong = 0;
    Instant walked_at{};
    std::string by_name;
    std::vector<StopFinding> findings;
};
BOOST_DESCRIBE_STRUCT(RoundAnswer, (), (round, wrong, walked_at, by_name, findings))

Result<Page<RoundAnswer>> rounds(const Call& call, store::Rows& rows) {
    Page<RoundAnswer> page;
    for (auto& each : rounds_of(rows, {call.path("patrol")}, call.limit(50)))
        page.items.push_back(
            {each.round, each.wrong, each.walked_at, organisation::person_name(rows, each.by), std::move(each.findings)}
        );
    return page;
}

void add_ground(http::Endpoints& table) {
    table.get<GridBoard>("/api/v1/grid", kSee, "网格和在岗情况", "Grids and who looks after them", &board)
        .asks({"drill"});
    table.command<DrawGrid>(Method::post, "/api/v1/grid", kKeep, "划网格", "Draw a grid").creates = true;
    table.command<StaffGrid>(Method::post, "/api/v1/grid/{grid}/members", kKeep, "定网格人员", "Staff a grid");
    table.command<RetireGrid>(Method::post, "/api/v1/grid/{grid}/retire", kKeep, "撤销网格", "Retire a grid");
    table.command<SendAway>(Method::post, "/api/v1/grid-members/{person}/away", kKeep, "登记请假", "Note an absence");
    table.command<CallBack>(Method::post, "/api/v1/grid-members/{person}/back", kKeep, "销假", "Back again");
    table.command<PlanPatrol>(Method::post, "/api/v1/grid/{grid}/patrols", kKeep, "定巡查路线", "Plan a patrol")
        .creates = true;
    table.command<StopPatrol>(Method::post, "/api/v1/patrols/{patrol}/stop", kKeep, "停止巡查", "PatrolStop a patrol");
    table.list<RoundAnswer>("/api/v1/patrols/{patrol}/rounds", kSee, "巡查记录", "Rounds walked", &rounds)
        .asks({http::asked_limit()});
}

}  // namespace

void add_endpoints(http::Endpoints& table) {
    add_ground(table);
    table.get<FieldWork>("/api/v1/grid/mine", kReport, "我的网格、巡查和上报", "My grids, patrols and reports", &mine);
    table.command<WalkRound>(Method::post, "/api/v1/patrols/{patrol}/walked", kReport, "登记巡查", "Walk a round");
    table.command<TellReport>(Method::post, "/api/v1/grid-reports", kReport, "上报", "Report").creates = true;
    table.list<GridReportAnswer>("/api/v1/grid-reports", kSee, "网格上报", "Reports of the grid", &list)
        .asks({"drill", http::asked_flag("open"), http::asked_limit()});
    const std::string each = "/api/v1/grid-reports/{report}";
    table.get<ReportDetail>(each, kSee, "一条上报", "One report", &one);
    table.command<MakeIncident>(Method::post, each + "/incident", kHandle, "转突发事件", "Make it an incident");
    table.command<GiveHazard>(Method::post, each + "/give", kHandle, "交办", "Give it to somebody");
    table.command<HandleHazard>(Method::post, each + "/handled", kHandle, "代录处置结果", "Note what was done");
    table.command<CheckHazard>(Method::post, each + "/check", kHandle, "复查", "Check it");
    table.command<AnswerReport>(Method::post, each + "/answer", kHandle, "直接答复", "Answer it");
    table.command<PassReport>(Method::post, each + "/pass", kHandle, "转上级", "Pass it up");
}

}  // namespace anlan::grid
