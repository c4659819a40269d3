#include <fmt/format.h>

#include <set>

#include "enforcement/checklists.hpp"
#include "enforcement/commands.hpp"
#include "enforcement/rules.hpp"

namespace anlan::enforcement {

namespace {

constexpr std::size_t kMostVisits = 2000;

std::string subject_of(std::int64_t year) {
    return "inspection_plan:" + std::to_string(year);
}

Result<void> check_visit(const PlannedVisit& visit, const Desk& desk) {
    if (visit.month < 1 || visit.month > 12)
        return refuse("month_invalid", "visits", "月份请填 1 到 12", "months run from 1 to 12");
    if (!party_at(desk.views, visit.party.place)) return place_unknown();
    if (find_checklist(visit.checklist) == nullptr)
        return refuse("checklist_unknown", "visits", "没有这份检查表", "there is no such check list");
    return done();
}

}  // namespace

Result<Decision> decide(const DraftInspectionPlan& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(real(desk));
    const auto this_year = std::stoll(to_text(day_at(desk.now)).substr(0, 4));
    if (wish.year < this_year - 1 || wish.year > this_year + 1)
        return refuse(
            "year_invalid", "year", "只能编制本年或下一年的计划", "only this year's or the next year's plan is drafted"
        );
    if (const auto plan = find_plan(desk.views, wish.year); plan && plan->approved_at)
        return refuse(
            "already_approved", "year", "本年计划已批准，不能改编", "the plan of the year is approved and stays"
        );
    if (wish.visits.empty() || wish.visits.size() > kMostVisits)
        return refuse("visits_missing", "visits", "计划里还没有检查对象", "the plan names nobody to inspect");
    InspectionPlanDrafted drafted{wish.year, wish.visits, wish.capacity};
    std::set<std::pair<std::string, std::int64_t>> seen;
    int number = 0;
    for (auto& visit : drafted.visits) {
        BOOST_OUTCOME_TRYV(check_visit(visit, desk));
        if (!seen.insert({visit.party.place, visit.month}).second)
            return refuse("visit_twice", "visits", "同一家同一个月只排一次", "a place is visited once a month at most");
        visit.party = *party_at(desk.views, visit.party.place);
        visit.key = fmt::format("{}/{}", wish.year, ++number);
    }
    return journal::decided(journal::event(subject_of(wish.year), drafted));
}

Result<Decision> decide(const ApproveInspectionPlan& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(real(desk));
    const auto plan = find_plan(desk.views, wish.year);
    if (!plan) return refuse("plan_unknown", "year", "这一年还没有编制计划", "no plan of that year has been drafted");
    if (plan->approved_at) return Decision{{}, subject_of(wish.year), {}};
    if (plan->drafted_by == desk.person())
        return refuse("drafted_by_you", "", "编制和审批不能是同一人", "who drafts a plan does not approve it");
    const auto visits = static_cast<std::int64_t>(plan->visits.size());
    return journal::decided(journal::event(subject_of(wish.year), InspectionPlanApproved{wish.year, visits, wish.note})
    );
}

Result<Decision> decide(const AdoptWorkCalendar& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(real(desk));
    for (const auto* list : {&wish.off, &wish.work})
        for (const auto& day : *list) {
            BOOST_OUTCOME_TRYV(parse_day(day, "day"));
        }
    return journal::decided(journal::event(
        "work_calendar:" + std::to_string(wish.year), WorkCalendarAdopted{wish.year, wish.off, wish.work}
    ));
}

}  // namespace anlan::enforcement
