#include "enforcement/overview.hpp"

#include <algorithm>
#include <tuple>

#include "enforcement/calendar.hpp"
#include "enforcement/case_answers.hpp"
#include "enforcement/outside_queries.hpp"

namespace anlan::enforcement {

namespace {

constexpr std::int64_t kDeskMost = 500;

void count_plan(OverviewAnswer& made, const YearPlanAnswer& plan) {
    made.plan_state = plan.state;
    made.planned = static_cast<std::int64_t>(plan.visits.size());
    made.done = plan.done;
    made.late = plan.late;
    made.planned_by_month.assign(12, 0);
    made.done_by_month.assign(12, 0);
    for (const auto& visit : plan.visits) {
        const auto month = static_cast<std::size_t>(visit.month - 1);
        ++made.planned_by_month[month];
        made.done_by_month[month] += visit.state == VisitState::done;
    }
}

void count_hazards(OverviewAnswer& made, store::Rows& rows) {
    for (const auto& hazard : hazards(rows, 10'000)) {
        ++made.hazards_all;
        made.hazards_removed += hazard.removed_at.has_value();
        made.hazards_open += !hazard.removed_at;
        made.hazards_major += !hazard.removed_at && hazard.grade == HazardGrade::major;
    }
}

/// What an order asks of the team now, if anything.
std::optional<DutyAnswer> duty_of(const RectificationAnswer& order, Instant now) {
    DutyAnswer duty;
    duty.party_name = order.party_name;
    duty.to = "/enforcement/inspections/" + order.inspection;
    if (order.extension_waits) {
        duty.word = DutyWord::extension;
        duty.due = order.due_at;
        duty.from = order.ordered_at;
        return duty;
    }
    switch (order.state) {
        case RectificationState::reported:
        case RectificationState::to_recheck:
        case RectificationState::recheck_late:
            duty.word = DutyWord::recheck;
            duty.from = order.reported_at ? *order.reported_at : order.due_at;
            duty.due = order.recheck_at;
            duty.late = order.recheck_at <= now;
            return duty;
        default:
            return std::nullopt;
    }
}

void add_inspections(OverviewAnswer& made, store::Rows& rows) {
    for (const auto& inspection : inspections(rows, kDeskMost)) {
        if (inspection.closed_at) continue;
        const auto brief = inspection_brief(rows, inspection);
        DutyAnswer duty;
        duty.party_name = inspection.party.name;
        duty.to = "/enforcement/inspections/" + inspection.id.text;
        duty.from = inspection.started_at;
        if (brief.state == InspectionState::started)
            duty.word = DutyWord::record;
        else if (brief.state == InspectionState::recorded || brief.state == InspectionState::failed)
            duty.word = DutyWord::order_hazards;
        else
            continue;
        made.duties.push_back(std::move(duty));
    }
}

/// Of each open case the clock that ends first; those that are the party's to use do not press the team.
void add_cases(OverviewAnswer& made, store::Rows& rows, Instant now) {
    for (const auto& facts : cases(rows, kDeskMost)) {
        const auto brief = case_brief(rows, facts);
        if (!brief.open) continue;
        DutyAnswer duty;
        duty.word = DutyWord::case_step;
        duty.party_name = brief.party_name;
        duty.to = "/enforcement/cases/" + brief.id;
        duty.step = "next";
        for (const auto& clock : brief.clocks) {
            if (clock.clock == CaseClock::payment || clock.clock == CaseClock::hearing_request) continue;
            duty.step = to_text(clock.clock);
            duty.from = clock.from;
            duty.due = clock.due;
            duty.late = clock.due <= now;
            break;
        }
        made.duties.push_back(std::move(duty));
    }
}

/// Reports of the public that nobody has answered yet.
void add_reports(OverviewAnswer& made, store::Rows& rows, Instant now) {
    for (const auto& report : public_reports(rows, kDeskMost)) {
        if (report.sorted_at) continue;
        DutyAnswer duty;
        duty.word = DutyWord::report;
        duty.party_name = report.place_text;
        duty.to = "/enforcement/outside";
        duty.from = report.filed_at;
        duty.due = end_of(parse_day(report.answer_by, "").value());
        duty.late = *duty.due <= now;
        made.duties.push_back(std::move(duty));
    }
}

/// The next visit of the plan: this month's, or one whose month is over.
void add_visit(OverviewAnswer& made, const YearPlanAnswer& plan, Instant now) {
    const auto month = std::stoll(to_text(day_at(now)).substr(5, 2));
    for (const auto& visit : plan.visits) {
        if (visit.state != VisitState::late && !(visit.state == VisitState::waiting && visit.month <= month)) continue;
        DutyAnswer duty;
        duty.word = DutyWord::visit;
        duty.party_name = visit.party.name;
        duty.to = "/enforcement/plan?start=" + visit.key;
        duty.late = visit.state == VisitState::late;
        made.duties.push_back(std::move(duty));
    }
}

/// What is late presses first, then what has a day, then the rest; a visit whose month is over can still wait a day.
int rank(const DutyAnswer& duty) {
    if (duty.late && duty.word != DutyWord::visit) return 0;
    return duty.due ? 1 : 2;
}

bool more_pressing(const DutyAnswer& a, const DutyAnswer& b) {
    return std::tuple(rank(a), a.due.value_or(Instant{}), a.word) <
           std::tuple(rank(b), b.due.value_or(Instant{}), b.word);
}

}  // namespace

OverviewAnswer overview(store::Rows& rows, Instant now) {
    OverviewAnswer made;
    const auto today = day_at(now);
    made.year = std::stoll(to_text(today).substr(0, 4));
    const std::chrono::year year{static_cast<int>(made.year)};
    made.calendar_known = work_calendar(rows).knows(year);
    const auto plan = plan_answer(rows, made.year, now);
    count_plan(made, plan);
    count_hazards(made, rows);
    for (const auto& order : open_rectifications(rows)) {
        auto answer = rectification_answer(rows, order, now);
        if (auto duty = duty_of(answer, now)) made.duties.push_back(std::move(*duty));
        made.rectifications.push_back(std::move(answer));
    }
    add_inspections(made, rows);
    add_cases(made, rows, now);
    add_reports(made, rows, now);
    if (plan.state == "approved") {
        add_visit(made, plan, now);
    } else {
        DutyAnswer duty;
        duty.word = plan.state == "draft" ? DutyWord::approve_plan : DutyWord::draft_plan;
        duty.to = "/enforcement/plan";
        made.duties.push_back(std::move(duty));
    }
    std::stable_sort(made.duties.begin(), made.duties.end(), &more_pressing);
    return made;
}

}  // namespace anlan::enforcement
