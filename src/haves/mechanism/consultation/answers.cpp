#include "consultation/answers.hpp"

#include <algorithm>

#include "calls/queries.hpp"
#include "incident/queries.hpp"
#include "meetings/terminal_queries.hpp"
#include "orders/queries.hpp"
#include "organisation/queries.hpp"
#include "response/queries.hpp"
#include "tasks/queries.hpp"

namespace anlan::consultation {

namespace {

std::string origin_title(store::Rows& rows, const ConsultationFacts& consultation) {
    if (consultation.occasion == ConsultationOccasion::incident)
        if (const auto found = incident::find_incident(rows, {consultation.origin})) return found->account.title;
    if (consultation.occasion == ConsultationOccasion::response)
        if (const auto found = response::find_response(rows, {consultation.origin})) return found->plan_title;
    return {};
}

std::vector<calls::CallBrief> summons_of(store::Rows& rows, const ConsultationId& id) {
    return calls::calls_of(rows, "consultation:" + id.text);
}

SeatAnswer seat_of(store::Rows& rows, const PersonFacts& person, const std::vector<calls::CallBrief>& summons) {
    SeatAnswer seat{
        person.person,
        organisation::person_name(rows, person.person),
        person.title,
        {},
        {},
        person.presence,
        person.reason,
        organisation::person_name(rows, person.deputy)};
    for (const auto& call : summons)
        if (call.person == person.person) {
            seat.call = call.id;
            if (call.answered_by == person.person) seat.answered_at = call.answered_at;
        }
    return seat;
}

WordAnswer word_of(store::Rows& rows, const WordFacts& word, const std::vector<PersonFacts>& people) {
    if (word.person.empty()) return {word.unit, "", word.text, word.at};
    WordAnswer answer{organisation::person_name(rows, word.person), "", word.text, word.at};
    for (const auto& each : people)
        if (each.person == word.person) answer.title = each.title;
    return answer;
}

}  // namespace

ConsultationAnswer head_of(store::Rows& rows, const ConsultationFacts& consultation, Instant now) {
    ConsultationAnswer made;
    made.id = consultation.id.text;
    made.drill = consultation.drill;
    made.state = consultation.concluded_at ? ConsultationState::concluded : ConsultationState::called;
    made.occasion = consultation.occasion;
    made.origin = consultation.origin;
    made.origin_title = origin_title(rows, consultation);
    made.title = consultation.title;
    made.place = consultation.place;
    made.starts_at = consultation.starts_at;
    made.chair_name = organisation::person_name(rows, consultation.chair);
    made.chair_title = consultation.chair_title;
    made.called_by_name = organisation::person_name(rows, consultation.called_by);
    made.meeting = consultation.meeting;
    made.concluded_at = consultation.concluded_at;
    made.conclusion = consultation.conclusion;
    for (const auto& each : people_of(rows, consultation.id)) {
        ++made.invited;
        made.present += each.presence && *each.presence != Presence::absent;
    }
    for (const auto& call : summons_of(rows, consultation.id)) made.answered += call.answered_at ? 1 : 0;
    for (const auto& each : resolutions_of(rows, consultation.id)) {
        ++made.resolutions;
        if (each.outcome) continue;
        ++made.open;
        made.late += each.late(now);
    }
    return made;
}

ConsultationDetail detail_of(
    store::Rows& rows,
    const ConsultationFacts& consultation,
    const journal::NodeFacts& node,
    const PersonId& reader,
    Instant now
) {
    ConsultationDetail detail{head_of(rows, consultation, now), consultation.agenda, {}, {}, {}, false};
    const auto meeting = meetings::find_meeting(rows, {consultation.meeting});
    if (meeting && !meeting->film.empty())
        detail.recording = RecordingAnswer{meeting->film, meeting->film_bytes, meeting->film_seconds};
    for (const auto& each : meetings::terminals_of(rows, {consultation.meeting})) {
        if (!each.first_joined) continue;
        const auto until_now = each.joined_at ? now - *each.joined_at : Milliseconds{0};
        detail.terminals.push_back({each.name, each.place, (each.millis + until_now.count()) / 1000});
    }
    const auto people = people_of(rows, consultation.id);
    const auto summons = summons_of(rows, consultation.id);
    for (const auto& each : people) detail.people.push_back(seat_of(rows, each, summons));
    for (const auto& each : words_of(rows, consultation.id)) detail.words.push_back(word_of(rows, each, people));
    for (const auto& each : resolutions_of(rows, consultation.id))
        detail.resolutions.push_back(answer_of(rows, each, now));
    detail.may_end = consultation.chair == reader || organisation::leader_on_duty(rows, node.area) == reader;
    return detail;
}

ResolutionAnswer answer_of(store::Rows& rows, const ResolutionFacts& resolution, Instant now) {
    ResolutionAnswer made;
    made.id = resolution.id.text;
    made.consultation = resolution.consultation.text;
    if (const auto of = find_consultation(rows, resolution.consultation)) made.consultation_title = of->title;
    made.number = resolution.number;
    made.text = resolution.text;
    made.owner_name = organisation::person_name(rows, resolution.owner);
    made.owner_title = resolution.owner_title;
    made.made_at = resolution.made_at;
    made.due = resolution.due;
    made.order = resolution.order;
    for (const auto& task : tasks::tasks_of(rows, resolution.id.text)) made.task = task.id;
    if (!resolution.order.empty() && !resolution.outcome)
        for (const auto& area : orders::missing_of(rows, {resolution.order}, orders::Stage::answer))
            made.missing.push_back(organisation::area_name(rows, area));
    made.reminders = resolution.reminders;
    made.reminded_at = resolution.reminded_at;
    made.outcome = resolution.outcome;
    made.closed_at = resolution.closed_at;
    made.words = resolution.words;
    made.late = resolution.late(now);
    return made;
}

AgendaProposal proposal_of(store::Rows& rows, const Situation& situation) {
    AgendaProposal made{situation.title, situation.items, {}};
    for (const auto& person : situation.invited) {
        const auto posts = organisation::posts_held_by(rows, person);
        made.invited.push_back(
            {person, organisation::person_name(rows, person), posts.empty() ? "" : posts.front().title}
        );
    }
    return made;
}

std::vector<ConsultationBelow> below_seen(store::Rows& rows, const World& world, std::int64_t limit) {
    std::vector<ConsultationBelow> all;
    for (auto& each : consultations_below(rows, world, limit))
        all.push_back(
            {each.node,
             organisation::area_name(rows, each.node),
             each.id,
             each.at,
             std::move(each.body),
             closed_below(rows, each.node, each.id)}
        );
    return all;
}

}  // namespace anlan::consultation
