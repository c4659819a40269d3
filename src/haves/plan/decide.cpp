#include "plan/check.hpp"
#include "plan/commands.hpp"
#include "plan/roster.hpp"

namespace anlan::plan {

namespace {

struct Kept {
    std::int64_t newest = 0, approved = 0;
    std::string title, yaml;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (newest, approved, title, yaml))

std::optional<Kept> kept(store::Rows& rows, const std::string& id) {
    return rows.first<Kept>(
        "SELECT p.newest, p.approved, p.title, v.yaml FROM plan p JOIN plan_version v ON v.id = p.id AND v.version = "
        "p.newest "
        "WHERE p.id = :i",
        id
    );
}

Refusal plan_unknown() {
    return refuse("plan_unknown", "plan", "没有这个预案", "there is no such plan");
}

}  // namespace

Result<Decision> decide(const SavePlan& wish, const Desk& desk) {
    if (wish.id != wish.plan.id)
        return refuse(
            "plan_id_wrong", "id", "正文里的 id 与所编辑的预案不一致", "the id in the text is not the plan being edited"
        );
    if (wish.plan.title.empty()) return refuse("title_empty", "title", "请填写预案名称", "the plan needs a title");
    if (wish.plan.levels.empty())
        return refuse("levels_empty", "levels", "预案至少要有一个级别", "a plan needs at least one level");
    const auto before = kept(desk.views, wish.id);
    Decision decision;
    decision.subject = "plan/" + wish.id;
    decision.answer = {{"id", wish.id}, {"version", before ? before->newest : 1}};
    if (before && before->yaml == wish.yaml) return decision;
    const auto version = before ? before->newest + 1 : 1;
    decision.answer["version"] = version;
    decision.events.push_back(
        journal::event(decision.subject, PlanSaved{version, wish.plan, wish.yaml, wish.comment, desk.person()})
    );
    return decision;
}

Result<Decision> decide(const ApprovePlan& wish, const Desk& desk) {
    const auto plan = kept(desk.views, wish.plan);
    if (!plan) return plan_unknown();
    if (wish.by_document.empty())
        return refuse(
            "document_missing", "by_document", "请填写批准文件或会议", "name the document or meeting that approved it"
        );
    if (plan->approved == plan->newest)
        return refuse("already_approved", "plan", "最新版本已批准", "the newest version is approved already");
    return journal::decided(
        journal::event("plan/" + wish.plan, PlanApproved{plan->newest, plan->title, wish.by_document, desk.person()})
    );
}

Result<Decision> decide(const FilePlan& wish, const Desk& desk) {
    const auto plan = kept(desk.views, wish.plan);
    if (!plan) return plan_unknown();
    if (plan->approved == 0) return refuse("not_approved", "plan", "先批准，再备案", "approve it first, then file it");
    if (wish.receipt.empty())
        return refuse("receipt_missing", "receipt", "请填写备案回执号", "enter the number of the receipt");
    return journal::decided(journal::event("plan/" + wish.plan, PlanFiled{plan->approved, wish.receipt}));
}

Result<Decision> decide(const CheckPlans&, const Desk& desk) {
    const auto roster = roster_of(desk.views, desk.node.area, desk.now);
    PlansChecked checked;
    for (const auto& each : approved_plans(desk.views, "")) {
        ++checked.plans;
        for (const auto& finding : check(each.plan, roster))
            ++(finding.severity == "red" ? checked.red : checked.yellow);
    }
    return journal::decided(journal::event("plan-check", checked));
}

}  // namespace anlan::plan
