#include "documents/download.hpp"
#include "duty/api.hpp"
#include "duty/log_answers.hpp"
#include "duty/log_commands.hpp"
#include "duty/papers.hpp"

namespace anlan::duty {

using http::Call;
using http::Method;
using http::Page;

namespace {

constexpr const char* kDesk = "desk.view";
constexpr const char* kKeep = "duty.keep";
constexpr const char* kRollCall = "rollcall.make";

/// Without days: this month.
Result<StatisticsAnswer> asked_statistics(const Call& call, store::Rows& rows) {
    const auto all = days_of_month(month_of(day_at(call.now))).value();
    return statistics(rows, call.query("from", to_text(all.front())), call.query("until", to_text(all.back())));
}

Result<documents::Official> handover_record(const Call& call, store::Rows& rows) {
    const auto found = find_handover(rows, {call.path("handover")});
    if (!found) return refuse("handover_unknown", "handover", "没有这次交班", "there is no such handover");
    return handover_paper(rows, *found, call.node.name);
}

Result<documents::Workbook> rota_sheet(const Call& call, store::Rows& rows) {
    return rota_workbook(rows, call.path("month"), call.node.name);
}

}  // namespace

void add_log_endpoints(http::Endpoints& table, const documents::Writer* writer) {
    table
        .get<DeskAnswer>(
            "/api/v1/duty/desk",
            kDesk,
            "未结事项与交接班",
            "What is open, and handovers",
            [](const Call& call, store::Rows& rows) -> Result<DeskAnswer> {
                return desk_answer(rows, call.scope(), call.caller.person);
            }
        )
        .asks({"drill"});
    table.command<NoteLine>(Method::post, "/api/v1/duty/notes", kKeep, "记一条值班日志", "Write a line of the log")
        .creates = true;
    table.command<SettleNote>(Method::post, "/api/v1/duty/notes/{note}/settle", kKeep, "办结", "Settle a line");
    table.command<OfferHandover>(Method::post, "/api/v1/handovers", kKeep, "交班", "Hand over").creates = true;
    table.command<TakeHandover>(Method::post, "/api/v1/handovers/{handover}/take", kKeep, "接班", "Take over");
    table
        .list<RollCallAnswer>(
            "/api/v1/rollcalls",
            kDesk,
            "查岗点名",
            "Roll-calls",
            [](const Call& call, store::Rows& rows) -> Result<Page<RollCallAnswer>> {
                return Page<RollCallAnswer>{rollcalls_answer(rows, call.scope(), call.limit(30)), {}};
            }
        )
        .asks({"drill", http::asked_limit()});
    table.command<MakeRollCall>(Method::post, "/api/v1/rollcalls", kRollCall, "查岗点名", "Call the roll").creates =
        true;
    table.get<StatisticsAnswer>("/api/v1/duty/statistics", kDesk, "值班统计", "Duty statistics", &asked_statistics)
        .asks({"from", "until"});
    documents::add_workbook(
        table,
        writer,
        "/api/v1/duty/statistics",
        kDesk,
        "值班统计表",
        "Duty statistics as a workbook",
        [](const Call& call, store::Rows& rows) -> Result<documents::Workbook> {
            BOOST_OUTCOME_TRY(const auto found, asked_statistics(call, rows));
            return workbook_of(found, call.node.name);
        },
        {"from", "until"}
    );
    documents::add_official(
        table,
        writer,
        "/api/v1/handovers/{handover}/record",
        kDesk,
        "交接班记录",
        "Record of a handover",
        &handover_record
    );
    documents::add_workbook(
        table, writer, "/api/v1/rotas/{month}/sheet", "", "值班表", "The rota as a workbook", &rota_sheet
    );
}

}  // namespace anlan::duty
