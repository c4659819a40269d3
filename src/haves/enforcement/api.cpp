#include "enforcement/api.hpp"

#include "documents/download.hpp"
#include "enforcement/answers.hpp"
#include "enforcement/case_api.hpp"
#include "enforcement/commands.hpp"
#include "enforcement/overview.hpp"
#include "enforcement/paper.hpp"
#include "enforcement/rights.hpp"

namespace anlan::enforcement {

using http::Call;
using http::Method;
using http::Page;

namespace {

Result<std::int64_t> year_of(const Call& call) {
    const auto year = std::atoll(call.path("year").c_str());
    if (year < 2000 || year > 2100) return refuse("plan_unknown", "year", "没有这一年的计划", "there is no such year");
    return std::int64_t{year};
}

Result<OverviewAnswer> see(const Call& call, store::Rows& rows) {
    return overview(rows, call.now);
}

Result<YearPlanAnswer> plan(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto year, year_of(call));
    return plan_answer(rows, year, call.now);
}

Result<PlanProposal> proposal(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto year, year_of(call));
    return proposed_plan(rows, year, call.now);
}

Result<Page<InspectedParty>> places(const Call&, store::Rows& rows) {
    return Page<InspectedParty>{parties(rows), {}};
}

Result<Page<OfficerAnswer>> officers(const Call& call, store::Rows& rows) {
    return Page<OfficerAnswer>{officer_answers(rows, call.now), {}};
}

Result<Page<Checklist>> lists(const Call&, store::Rows&) {
    return Page<Checklist>{checklists(), {}};
}

Result<Page<InspectionBrief>> all_inspections(const Call& call, store::Rows& rows) {
    Page<InspectionBrief> page;
    for (const auto& each : inspections(rows, call.limit(200))) page.items.push_back(inspection_brief(rows, each));
    return page;
}

Result<InspectionDetail> one_inspection(const Call& call, store::Rows& rows) {
    const auto found = find_inspection(rows, {call.path("inspection")});
    if (!found) return refuse("inspection_unknown", "inspection", "没有这次检查", "there is no such inspection");
    return inspection_detail(rows, *found, call.now);
}

Result<Page<HazardAnswer>> ledger(const Call& call, store::Rows& rows) {
    Page<HazardAnswer> page;
    for (const auto& each : hazards(rows, call.limit(500))) page.items.push_back(hazard_answer(rows, each, call.now));
    return page;
}

Result<Page<ListedHazard>> listed(const Call&, store::Rows& rows) {
    return Page<ListedHazard>{listed_hazards(rows), {}};
}

Result<documents::Official> paper(const Call& call, store::Rows& rows) {
    const auto found = find_paper(rows, call.path("paper"));
    if (!found) return refuse("paper_unknown", "paper", "没有这份文书", "there is no such paper");
    return paper_of(rows, *found, authority_of(rows, call.node.area, call.node.name));
}

void add_readings(http::Endpoints& table) {
    table.get<OverviewAnswer>("/api/v1/enforcement", kView, "执法工作台", "The enforcement team's desk", &see);
    table.get<YearPlanAnswer>(
        "/api/v1/enforcement/plans/{year}", kView, "年度检查计划", "The year's inspection plan", &plan
    );
    table.get<PlanProposal>(
        "/api/v1/enforcement/plans/{year}/proposal",
        kWork,
        "按风险等级拟计划",
        "A plan as the risk classes ask",
        &proposal
    );
    table.list<InspectedParty>("/api/v1/enforcement/places", kView, "检查对象", "Enterprises and places", &places);
    table.list<OfficerAnswer>("/api/v1/enforcement/officers", kView, "持证执法人员", "Certified officers", &officers);
    table.list<Checklist>("/api/v1/enforcement/checklists", kView, "检查表", "Check lists", &lists);
    table.list<InspectionBrief>("/api/v1/enforcement/inspections", kView, "检查记录", "Inspections", &all_inspections)
        .asks({http::asked_limit()});
    table.get<InspectionDetail>(
        "/api/v1/enforcement/inspections/{inspection}", kView, "一次检查", "One inspection", &one_inspection
    );
    table.list<HazardAnswer>("/api/v1/enforcement/hazards", kView, "隐患台账", "Hazards", &ledger)
        .asks({http::asked_limit()});
    table.list<ListedHazard>("/api/v1/enforcement/listed", kView, "重大事故隐患清单", "Listed major hazards", &listed);
}

}  // namespace

void add_endpoints(http::Endpoints& table, const documents::Writer* papers) {
    add_readings(table);
    add_case_endpoints(table);
    const auto post = [&]<class C>(
                          std::type_identity<C>, const char* path, const char* may, const char* zh, const char* en
                      ) { table.command<C>(Method::post, std::string("/api/v1/enforcement") + path, may, zh, en); };
    post(std::type_identity<DraftInspectionPlan>{}, "/plans", kWork, "编制年度计划", "Draft the year's plan");
    post(
        std::type_identity<ApproveInspectionPlan>{},
        "/plans/approve",
        kApprove,
        "批准年度计划",
        "Approve the year's plan"
    );
    table
        .command<StartInspection>(
            Method::post, "/api/v1/enforcement/inspections", kWork, "开始检查", "Start an inspection"
        )
        .creates = true;
    const std::string one = "/inspections/{inspection}";
    post(std::type_identity<RecordInspection>{}, (one + "/record").c_str(), kWork, "现场检查记录", "Record on site");
    post(std::type_identity<TakeMeasure>{}, (one + "/measures").c_str(), kWork, "现场处理措施", "Take a measure");
    post(
        std::type_identity<OrderRectification>{}, (one + "/orders").c_str(), kWork, "责令限期整改", "Order to rectify"
    );
    post(
        std::type_identity<AbandonInspection>{}, (one + "/abandon").c_str(), kWork, "中止检查", "Abandon an inspection"
    );
    const std::string order = "/rectifications/{rectification}";
    post(
        std::type_identity<ReportRectified>{}, (order + "/report").c_str(), kWork, "登记整改情况", "Note what was done"
    );
    post(std::type_identity<AskExtension>{}, (order + "/extension").c_str(), kWork, "申请延期", "Ask for an extension");
    post(
        std::type_identity<DecideExtension>{},
        (order + "/extension/decide").c_str(),
        kApprove,
        "审批延期",
        "Decide an extension"
    );
    post(std::type_identity<RecheckRectification>{}, (order + "/recheck").c_str(), kWork, "整改复查", "Re-check");
    post(
        std::type_identity<SuperviseHazard>{},
        "/listed/{hazard}/supervise",
        kSupervise,
        "挂牌督办",
        "Supervise a major hazard"
    );
    documents::add_official(
        table,
        papers,
        "/api/v1/enforcement/papers/{paper}/document",
        kWork,
        "一份执法文书",
        "One enforcement paper",
        &paper
    );
}

}  // namespace anlan::enforcement
