#include "response/answers.hpp"

#include "calls/queries.hpp"
#include "organisation/queries.hpp"
#include "response/ladders.hpp"
#include "tasks/queries.hpp"
#include "warning/queries.hpp"

namespace anlan::response {

namespace {

void count(ResponseAnswer& into, store::Rows& rows, Instant now) {
    const auto calls = calls::counts_of(rows, into.id, now);
    into.calls_total = calls.total;
    into.calls_answered = calls.answered;
    into.calls_escalated = calls.escalated;
    into.calls_open = calls.open;
    into.calls_late = calls.late;
    into.door_knocks_open = calls.door_knocks_open;
    const auto tasks = tasks::counts_of(rows, into.id, now);
    into.tasks_total = tasks.total;
    into.tasks_done = tasks.done;
    into.tasks_late = tasks.late;
}

}  // namespace

ResponseAnswer answer_of(store::Rows& rows, const ResponseFacts& facts, Instant now, bool english) {
    ResponseAnswer made;
    made.id = facts.id.text;
    made.hazard = facts.hazard;
    made.hazard_name = warning::hazard_name(facts.hazard, english);
    made.level = facts.level;
    made.plan = facts.plan;
    made.plan_title = english && !facts.plan_title_en.empty() ? facts.plan_title_en : facts.plan_title;
    made.state = facts.state;
    made.warning = filled(facts.warning);
    made.incident = filled(facts.incident);
    made.colour = facts.colour;
    made.reason_zh = facts.reason_zh;
    made.reason_en = facts.reason_en;
    made.proposed_at = facts.proposed_at;
    made.confirm_by = facts.confirm_by;
    made.activated_at = facts.activated_at;
    if (!facts.activated_by.empty()) made.activated_by_name = organisation::person_name(rows, facts.activated_by);
    made.measures = filled(english ? facts.measures_en : facts.measures_zh);
    made.expected_end = facts.expected_end;
    made.closed_at = facts.closed_at;
    made.close_reason = facts.close_reason;
    made.declined = facts.declined;
    made.drill = facts.drill;
    made.warning_to_response_seconds = lag_seconds(rows, facts);
    made.stand_down_suggested = facts.suggested_level == 0;
    if (!made.stand_down_suggested) made.suggested_level = facts.suggested_level;
    made.area = facts.area;
    made.area_name = organisation::area_name(rows, facts.area);
    count(made, rows, now);
    return made;
}

std::optional<std::string> filled(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return text;
}

}  // namespace anlan::response
