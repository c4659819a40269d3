#include "enforcement/case_api.hpp"

#include "enforcement/case_answers.hpp"
#include "enforcement/case_commands.hpp"
#include "enforcement/paper.hpp"
#include "enforcement/rights.hpp"

namespace anlan::enforcement {

using http::Call;
using http::Method;
using http::Page;

namespace {

Result<Page<CaseBrief>> all_cases(const Call& call, store::Rows& rows) {
    Page<CaseBrief> page;
    for (const auto& each : cases(rows, call.limit(200))) page.items.push_back(case_brief(rows, each));
    return page;
}

Result<CaseDetail> one_case(const Call& call, store::Rows& rows) {
    const auto found = find_case(rows, {call.path("file")});
    if (!found) return refuse("case_unknown", "case", "没有这个案件", "there is no such case");
    return case_detail(rows, *found, call.now);
}

Result<Page<AuthorityAnswer>> powers(const Call& call, store::Rows& rows) {
    Page<AuthorityAnswer> page;
    const auto today = to_text(day_at(call.now));
    for (auto& each : authority(rows)) {
        const bool now = in_force(each, today);
        page.items.push_back({std::move(each), now});
    }
    return page;
}

Result<Page<MatterFacts>> all_matters(const Call&, store::Rows& rows) {
    return Page<MatterFacts>{matters(rows), {}};
}

Result<Page<PublishedPenalty>> publicity(const Call& call, store::Rows& rows) {
    return Page<PublishedPenalty>{published(rows, authority_of(rows, call.node.area, call.node.name).name), {}};
}

}  // namespace

void add_case_endpoints(http::Endpoints& table) {
    table.list<CaseBrief>("/api/v1/enforcement/cases", kView, "处罚案件", "Penalty cases", &all_cases)
        .asks({http::asked_limit()});
    table.get<CaseDetail>("/api/v1/enforcement/cases/{file}", kView, "一个案件", "One case", &one_case);
    table.list<AuthorityAnswer>("/api/v1/enforcement/authority", kView, "赋权清单", "The authority register", &powers);
    table.list<MatterFacts>("/api/v1/enforcement/matters", kView, "移送事项", "What was transferred", &all_matters);
    table.list<PublishedPenalty>(
        "/api/v1/public/penalties", "public", "行政处罚公示", "Penalties made public", &publicity
    );
    table.command<FileCase>(Method::post, "/api/v1/enforcement/cases", kWork, "提起案件", "File a case").creates = true;
    table.command<TakeCaseStep>(
        Method::post, "/api/v1/enforcement/cases/{file}/steps", kWork, "办理下一步", "Take the next step"
    );
    table.command<ApproveCaseStep>(
        Method::post, "/api/v1/enforcement/cases/{file}/approvals", kApprove, "负责人审批一步", "A leader takes a step"
    );
    table.command<TransferMatter>(
        Method::post,
        "/api/v1/enforcement/inspections/{inspection}/transfer",
        kWork,
        "移送县级",
        "Transfer to the county"
    );
    table.command<ReceiveMatter>(
        Method::post,
        "/api/v1/enforcement/matters/{matter}/receive",
        kSupervise,
        "签收移送",
        "Receive what was transferred"
    );
}

}  // namespace anlan::enforcement
