#include "enforcement/answers.hpp"

#include <algorithm>

#include "enforcement/calendar.hpp"
#include "journal/vault.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"
#include "registers/queries.hpp"

namespace anlan::enforcement {

namespace {

RectificationState state_of(const RectificationFacts& order, Day today) {
    if (order.recheck) return order.recheck->passed ? RectificationState::passed : RectificationState::failed;
    if (today > day_of(order.recheck_by)) return RectificationState::recheck_late;
    if (order.report) return RectificationState::reported;
    if (today > day_of(order.due)) return RectificationState::to_recheck;
    return to_text(today) >= order.remind_on ? RectificationState::due_soon : RectificationState::rectifying;
}

InspectionState state_of(const InspectionFacts& inspection, const std::vector<RectificationFacts>& orders) {
    if (inspection.closed_at)
        return inspection.outcome == "abandoned" ? InspectionState::abandoned : InspectionState::closed;
    if (!inspection.record) return InspectionState::started;
    if (std::any_of(orders.begin(), orders.end(), [](const auto& each) { return each.open(); }))
        return InspectionState::ordered;
    const bool failed = std::any_of(orders.begin(), orders.end(), [](const auto& each) {
        return each.recheck && !each.recheck->passed;
    });
    return failed ? InspectionState::failed : InspectionState::recorded;
}

std::string title_of_list(const std::string& key) {
    const auto* list = find_checklist(key);
    return list == nullptr ? key : list->title_zh;
}

OfficerAnswer officer_answer(store::Rows& rows, const Officer& officer, Day today) {
    return {
        officer.person.text,
        organisation::person_name(rows, officer.person),
        officer.certificate,
        officer.expires_on,
        officer.expires_on >= to_text(today)};
}

}  // namespace

std::string masked_number(const std::string& number) {
    if (number.size() < 8) return number.empty() ? "" : "****";
    const auto head = number.size() > 11 ? std::size_t{4} : std::size_t{3};
    return number.substr(0, head) + std::string(number.size() - head - 4, '*') + number.substr(number.size() - 4);
}

std::vector<OfficerAnswer> officer_answers(store::Rows& rows, Instant now) {
    std::vector<OfficerAnswer> all;
    for (const auto& officer : certified(rows)) all.push_back(officer_answer(rows, officer, day_at(now)));
    return all;
}

RectificationAnswer rectification_answer(store::Rows& rows, const RectificationFacts& order, Instant now) {
    const auto today = day_at(now);
    const auto calendar = work_calendar(rows);
    RectificationAnswer made;
    made.id = order.id.text;
    made.inspection = order.inspection.text;
    made.place = order.place;
    made.party_name = order.party_name;
    made.state = state_of(order, today);
    made.hazards = order.hazards;
    made.first_due = order.first_due;
    made.due = order.due;
    made.demands = order.demands;
    made.ordered_at = order.ordered_at;
    made.due_at = end_of(day_of(order.due));
    made.recheck_at = end_of(day_of(order.recheck_by));
    const bool waits_for_party =
        made.state == RectificationState::rectifying || made.state == RectificationState::due_soon;
    made.working_days_left =
        calendar.working_days_between(today, day_of(waits_for_party ? order.due : order.recheck_by));
    made.asked_until = order.asked_until;
    made.asked_reason = order.asked_reason;
    made.extension_note = order.extension_note;
    made.extension_waits = order.asked_at.has_value();
    if (order.report) {
        made.report_text = order.report->text;
        made.report_photos = order.report->photos;
        made.report_by_party = order.report->by_party;
    }
    made.reported_at = order.reported_at;
    made.rechecked_at = order.rechecked_at;
    if (order.recheck) {
        made.opinion = order.recheck->opinion;
        made.in_time = order.recheck->in_time;
    }
    return made;
}

HazardAnswer hazard_answer(store::Rows& rows, const HazardFacts& hazard, Instant now) {
    HazardAnswer made{
        hazard.id.text,
        hazard.party,
        hazard.source,
        hazard.origin,
        hazard.text,
        hazard.basis,
        hazard.grade,
        organisation::person_name(rows, hazard.judged_by),
        hazard.judged_after,
        hazard.photos,
        hazard.found_at,
        hazard.measure,
        hazard.rectification.text,
        "",
        "open",
        hazard.removed_at,
        "",
        ""};
    if (const auto order = find_rectification(rows, hazard.rectification)) {
        made.due = order->due;
        made.state = to_text(day_at(now)) > order->due ? "late" : "ordered";
    }
    if (hazard.removed_at) made.state = "removed";
    if (const auto listed = find_listed(rows, hazard.id)) {
        made.supervised_by = listed->supervised_by;
        made.supervised_due = listed->due;
    }
    return made;
}

std::vector<PaperAnswer> paper_answers(store::Rows& rows, const std::string& file) {
    std::vector<PaperAnswer> all;
    for (const auto& paper : papers_of(rows, file))
        all.push_back({paper.id, paper.kind, title_of(paper.kind), paper.text, paper.issued_at});
    return all;
}

InspectionBrief inspection_brief(store::Rows& rows, const InspectionFacts& inspection) {
    InspectionBrief made;
    made.id = inspection.id.text;
    made.party = inspection.party;
    made.checklist_title = title_of_list(inspection.checklist);
    made.state = state_of(inspection, rectifications_of(rows, inspection.id));
    for (const auto& officer : inspection.officers)
        made.officers.push_back(organisation::person_name(rows, officer.person));
    made.started_at = inspection.started_at;
    made.recorded_at = inspection.recorded_at;
    made.closed_at = inspection.closed_at;
    for (const auto& hazard : hazards_of(rows, inspection.id.text)) {
        ++made.hazards;
        made.open_hazards += hazard.removed_at ? 0 : 1;
    }
    made.outcome = inspection.outcome;
    return made;
}

InspectionDetail inspection_detail(store::Rows& rows, const InspectionFacts& inspection, Instant now) {
    InspectionDetail made;
    made.inspection = inspection_brief(rows, inspection);
    if (const auto* list = find_checklist(inspection.checklist)) made.checklist = *list;
    for (const auto& officer : inspection.officers)
        made.officers.push_back(officer_answer(rows, officer, day_at(inspection.started_at)));
    made.occasion = inspection.occasion;
    made.record = inspection.record;
    const auto& id = inspection.id.text;
    made.representative = registers::masked(journal::vault::reveal_or(rows, id, "representative", ""));
    made.representative_phone = masked_number(journal::vault::reveal_or(rows, id, "representative_phone", ""));
    for (const auto& hazard : hazards_of(rows, id)) made.hazards.push_back(hazard_answer(rows, hazard, now));
    for (const auto& order : rectifications_of(rows, inspection.id))
        made.rectifications.push_back(rectification_answer(rows, order, now));
    made.papers = paper_answers(rows, id);
    return made;
}

}  // namespace anlan::enforcement
