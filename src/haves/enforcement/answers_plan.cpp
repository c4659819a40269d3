#include <algorithm>
#include <cmath>

#include "enforcement/answers.hpp"
#include "enforcement/calendar.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::enforcement {

namespace {

constexpr const char* kClasses[][2] = {
    {"红", "enforcement.visits.red"},
    {"橙", "enforcement.visits.orange"},
    {"黄", "enforcement.visits.yellow"},
    {"蓝", "enforcement.visits.blue"}};

double visits_a_year(store::Rows& rows, const std::string& grade) {
    for (const auto& [word, key] : kClasses)
        if (grade == word) return policy::number(rows, key);
    return 0;
}

std::int64_t year_of(Instant at) {
    return std::stoll(to_text(day_at(at)).substr(0, 4));
}

VisitAnswer visit_answer(store::Rows& rows, const PlannedVisit& visit, std::int64_t year, Instant now) {
    const auto* list = find_checklist(visit.checklist);
    VisitAnswer made{
        visit.key,
        visit.party,
        visit.month,
        visit.checklist,
        list == nullptr ? "" : list->title_zh,
        VisitState::waiting,
        {}};
    const auto today = to_text(day_at(now));
    const auto month = std::to_string(year) + (visit.month < 10 ? "-0" : "-") + std::to_string(visit.month);
    if (today.substr(0, 7) > month) made.state = VisitState::late;
    if (const auto inspection = inspection_of_visit(rows, visit.key)) {
        made.state = inspection->record ? VisitState::done : VisitState::started;
        made.inspection = inspection->id.text;
    }
    return made;
}

std::int64_t working_days_of(store::Rows& rows, std::int64_t year) {
    const std::chrono::year named{static_cast<int>(year)};
    return work_calendar(rows).working_days_between(Day{named / 1 / 1} - std::chrono::days{1}, Day{named / 12 / 31});
}

}  // namespace

YearPlanAnswer plan_answer(store::Rows& rows, std::int64_t year, Instant now) {
    YearPlanAnswer made;
    made.year = year;
    made.state = "none";
    const auto plan = find_plan(rows, year);
    if (!plan) return made;
    made.state = plan->approved_at ? "approved" : "draft";
    made.capacity = plan->capacity;
    made.drafted_by = organisation::person_name(rows, plan->drafted_by);
    made.approved_by = organisation::person_name(rows, plan->approved_by);
    made.drafted_at = plan->drafted_at;
    made.approved_at = plan->approved_at;
    for (const auto& visit : plan->visits) {
        auto answer = visit_answer(rows, visit, year, now);
        made.done += answer.state == VisitState::done;
        made.late += answer.state == VisitState::late;
        made.visits.push_back(std::move(answer));
    }
    return made;
}

PlanProposal proposed_plan(store::Rows& rows, std::int64_t year, Instant now) {
    PlanProposal made;
    made.year = year;
    made.capacity.officers = static_cast<std::int64_t>(certified(rows).size());
    made.capacity.working_days = working_days_of(rows, year);
    const auto first = year == year_of(now) ? std::stoll(to_text(day_at(now)).substr(5, 2)) : 1;
    const auto months = 13 - first;
    std::int64_t turn = 0;
    for (const auto& party : parties(rows)) {
        const auto wanted = visits_a_year(rows, party.grade);
        // Half a visit a year is one in every other year: the place's turn decides which.
        auto count = static_cast<std::int64_t>(wanted);
        if (wanted > 0 && wanted < 1) count = (turn + year) % std::llround(1 / wanted) == 0 ? 1 : 0;
        count = std::min<std::int64_t>(count, months);
        for (std::int64_t i = 0; i < count; ++i) {
            const auto month = first + (i * months / count + turn) % months;
            made.visits.push_back({"", party, month, checklist_for(party.kind).key});
        }
        ++turn;
    }
    std::stable_sort(made.visits.begin(), made.visits.end(), [](const PlannedVisit& a, const PlannedVisit& b) {
        return a.month < b.month;
    });
    return made;
}

}  // namespace anlan::enforcement
