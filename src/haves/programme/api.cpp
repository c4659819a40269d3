#include "programme/api.hpp"

#include "documents/download.hpp"
#include "organisation/queries.hpp"
#include "programme/acceptance_answers.hpp"
#include "programme/acceptance_commands.hpp"
#include "programme/answers.hpp"
#include "programme/building_answers.hpp"
#include "programme/building_commands.hpp"
#include "programme/bulletin.hpp"
#include "programme/funds_answers.hpp"
#include "programme/funds_book.hpp"
#include "programme/funds_commands.hpp"
#include "programme/reuse_answers.hpp"

namespace anlan::programme {

using http::Call;
using http::Method;
using http::Page;

namespace {

constexpr const char* kDesk = "desk.view";
constexpr const char* kApply = "acceptance.apply";
constexpr const char* kReview = "acceptance.review";
constexpr const char* kFundsView = "funds.view";
constexpr const char* kFundsEdit = "funds.edit";

Result<ReadinessAnswer> one(const Call& call, store::Rows& rows) {
    auto found = readiness_seen(rows, call.node, AreaCode{call.path("node")}, call.now);
    if (!found)
        return refuse(
            "station_unknown",
            "node",
            "这个站还没有报来建设情况，请从列表中选择",
            "nothing has been told by this station yet; choose one of the list"
        );
    return std::move(*found);
}

Result<Page<StationAnswer>> list(const Call& call, store::Rows& rows) {
    return Page<StationAnswer>{board(rows, call.node, call.now), {}};
}

Result<Page<AcceptanceAnswer>> acceptances(const Call&, store::Rows& rows) {
    return Page<AcceptanceAnswer>{acceptances_seen(rows), {}};
}

Result<AcceptanceDetail> acceptance(const Call& call, store::Rows& rows) {
    auto found = acceptance_detail(rows, AcceptanceId{call.path("acceptance")});
    if (!found)
        return refuse(
            "acceptance_unknown",
            "acceptance",
            "没有这次验收，请刷新列表",
            "there is no such acceptance; reload the list"
        );
    return std::move(*found);
}

void add_acceptance(http::Endpoints& table) {
    const std::string all = "/api/v1/acceptances", one = all + "/{acceptance}";
    table.list<AcceptanceAnswer>(all, kDesk, "验收申请与结果", "Acceptances", &acceptances);
    table.get<AcceptanceDetail>(one, kDesk, "一次验收的评审表", "One acceptance with its sheet", &acceptance);
    table.command<ApplyForAcceptance>(Method::post, all, kApply, "申请验收", "Apply for acceptance").creates = true;
    table.command<ReviewItem>(Method::post, one + "/reviews", kReview, "逐项评审", "Review an item");
    table.command<OrderRectification>(Method::post, one + "/rectifications", kReview, "通知整改", "Order to put right");
    table.command<ReportRectification>(
        Method::post, one + "/rectified", kApply, "报告整改结果", "Tell what was put right"
    );
    table.command<AcceptRectification>(Method::post, one + "/rectification-accepted", kReview, "整改通过", "Accept it");
    table.command<ConcludeAcceptance>(Method::post, one + "/conclude", kReview, "出具验收意见", "Give the opinion");
    table.command<FileAcceptance>(Method::post, one + "/file", kReview, "备案", "Put on file");
}

Result<Page<StationFunds>> funds(const Call& call, store::Rows& rows) {
    return Page<StationFunds>{funds_seen(rows, call.node.area), {}};
}

Result<Page<StationReuse>> reuse(const Call& call, store::Rows& rows) {
    return Page<StationReuse>{reuse_seen(rows, call.node.area), {}};
}

void add_funds(http::Endpoints& table, const documents::Writer* writer) {
    const std::string all = "/api/v1/funds";
    documents::add_workbook(
        table,
        writer,
        all,
        kFundsView,
        "专项资金报表",
        "The books as a spreadsheet",
        [](const Call& call, store::Rows& rows) -> Result<documents::Workbook> {
            return funds_book(funds_seen(rows, call.node.area), call.node.name, call.now);
        }
    );
    table.list<StationReuse>(
        "/api/v1/reuse", kDesk, "利旧摸底与采购对照", "What exists and is used on, against what is bought", &reuse
    );
    table.list<StationFunds>(
        all, kFundsView, "专项资金：预算、合同、付款", "Funds: budget, contracts, payments", &funds
    );
    table.command<SetBudget>(Method::post, all + "/budgets", kFundsEdit, "登记预算", "Enter a budget");
    table.command<SignContract>(Method::post, all + "/contracts", kFundsEdit, "登记合同", "Enter a contract").creates =
        true;
    table.command<MakePayment>(Method::post, all + "/payments", kFundsEdit, "登记付款", "Enter a payment").creates =
        true;
    table.command<ReversePayment>(
        Method::post, all + "/payments/{payment}/reverse", kFundsEdit, "冲销付款", "Reverse a payment"
    );
}

Result<WallChart> chart(const Call& call, store::Rows& rows) {
    const auto year = call.query("year");
    const auto wanted =
        year.size() == 4 && year.find_first_not_of("0123456789") == std::string::npos ? std::stoll(year) : 0;
    auto found = wall_chart(rows, call.node, wanted, to_local(call.now).substr(0, 10));
    if (!found) return refuse("plan_unknown", "year", "还没有下达建设方案", "no building plan has been adopted yet");
    return std::move(*found);
}

/// Whoever lies directly below, also those that have told nothing yet.
Result<Page<TownMeans>> means_below(const Call& call, store::Rows& rows) {
    const auto told = told_means(rows);
    Page<TownMeans> page;
    for (const auto& area : organisation::areas_below(rows, call.node.area)) {
        if (area.code == call.node.area || area.code.parent() != call.node.area) continue;
        if (!call.caller.area.contains(area.code)) continue;
        TownMeans town{area.code, area.name, {}, {}};
        for (const auto& each : told)
            if (each.node == area.code) town.told_at = each.at, town.means = each.means;
        page.items.push_back(std::move(town));
    }
    return page;
}

Result<documents::Official> bulletin(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto week, week_asked(call.query("week"), day_at(call.now)));
    BOOST_OUTCOME_TRY(const auto told, bulletin_of(rows, call.node, week, call.now));
    return bulletin_paper(told, call.node.name, call.caller.may(kFundsView));
}

void add_building(http::Endpoints& table, const documents::Writer* writer) {
    const std::string all = "/api/v1/building";
    documents::add_official(
        table, writer, "/api/v1/programme/bulletin", kDesk, "建设周报", "The weekly bulletin", &bulletin, {"week"}
    );
    table.get<WallChart>(all, kDesk, "建设方案挂图", "Wall chart of the building plan", &chart).asks({"year"});
    table.command<AdoptBuildPlan>(Method::post, all + "/plan", kReview, "下达建设方案", "Adopt a building plan");
    table.command<ReportBuildTask>(
        Method::post, all + "/tasks/{task}", kApply, "报告一项建设任务", "Report on a task of the plan"
    );
}

}  // namespace

void add_endpoints(http::Endpoints& table, const Surroundings& surroundings) {
    table.list<TownMeans>(
        "/api/v1/towns",
        kDesk,
        "下级物资、队伍、避灾点数目",
        "Stock, teams and shelters below, in numbers",
        &means_below
    );
    add_building(table, surroundings.writer);
    add_acceptance(table);
    add_package_endpoints(table, surroundings);
    add_funds(table, surroundings.writer);
    table.list<StationAnswer>("/api/v1/readiness", kDesk, "各站建设情况（八个有）", "Readiness of the stations", &list);
    table.get<ReadinessAnswer>(
        "/api/v1/readiness/{node}", kDesk, "一个站逐项建设情况", "Readiness of one station, item by item", &one
    );
}

}  // namespace anlan::programme
