#include "consultation/project.hpp"

#include "consultation/commands.hpp"
#include "journal/deadline.hpp"

namespace anlan::consultation {

namespace {

void seat(store::Rows& rows, const Entry& entry, const std::vector<Invited>& invited) {
    // Later guests stand behind: their place begins at the entry that invited them.
    auto place = entry.seq * 1000;
    for (const auto& each : invited)
        rows.run(
            "INSERT INTO consultation_person(consultation, person, place, title, presence, reason, deputy) "
            "VALUES(:c, :p, :n, :t, NULL, '', '') ON CONFLICT(consultation, person) DO NOTHING",
            entry.subject,
            each.person,
            place++,
            each.title
        );
}

std::string deadline_of(const Entry& entry) {
    return "resolution/" + entry.subject;
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const ConsultationCalled& called) {
    rows.run(
        "INSERT INTO consultation(id, drill, seq, occasion, origin, title, place, starts_at, chair, chair_title, "
        "agenda, meeting, called_at, called_by, conclusion, concluded_by) VALUES(:i, :d, :q, :o, :r, :t, :p, :s, :c, "
        ":w, :a, :m, :at, :by, '', '')",
        entry.subject,
        entry.drill,
        entry.seq,
        called.occasion,
        called.origin,
        called.title,
        called.place,
        called.starts_at,
        called.chair,
        called.chair_title,
        called.agenda,
        called.meeting,
        entry.at,
        entry.actor
    );
    seat(rows, entry, called.invited);
}

void project(store::Rows& rows, const Entry& entry, const AgendaSet& set) {
    rows.run("UPDATE consultation SET agenda = :a WHERE id = :i", set.agenda, entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const PeopleInvited& invited) {
    seat(rows, entry, invited.invited);
}

void project(store::Rows& rows, const Entry& entry, const PersonAttended& attended) {
    rows.run(
        "UPDATE consultation_person SET presence = :s, reason = :r, deputy = :d WHERE consultation = :c AND person = "
        ":p",
        attended.presence,
        attended.reason,
        attended.deputy,
        entry.subject,
        attended.person
    );
}

void project(store::Rows& rows, const Entry& entry, const WordSaid& said) {
    rows.run(
        "INSERT INTO consultation_word(seq, consultation, person, unit, body, at) VALUES(:q, :c, :p, :u, :b, :a)",
        entry.seq,
        entry.subject,
        said.person,
        said.unit,
        said.text,
        entry.at
    );
}

void project(store::Rows& rows, const Entry& entry, const MeetingJoined& joined) {
    rows.run("UPDATE consultation SET meeting = :m WHERE id = :i", joined.meeting, entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const ConsultationConcluded& concluded) {
    rows.run(
        "UPDATE consultation SET conclusion = :c, concluded_at = :a, concluded_by = :b WHERE id = :i",
        concluded.conclusion,
        entry.at,
        entry.actor,
        entry.subject
    );
}

void project(store::Rows& rows, const Entry& entry, const ResolutionMade& made) {
    rows.run(
        "INSERT INTO resolution(id, drill, seq, consultation, number, body, post, owner, owner_title, areas, made_at, "
        "due, sheet, reminders, words) VALUES(:i, :d, :q, :c, :n, :b, :p, :o, :t, :a, :m, :u, '', 0, '')",
        entry.subject,
        entry.drill,
        entry.seq,
        made.consultation,
        made.number,
        made.text,
        made.post,
        made.owner,
        made.owner_title,
        made.to,
        entry.at,
        made.due
    );
    journal::set_deadline(
        rows, entry, deadline_of(entry), made.remind_at, "consultation.remind", RemindInTime{{entry.subject}}
    );
}

void project(store::Rows& rows, const Entry& entry, const ResolutionReminded& reminded) {
    rows.run(
        "UPDATE resolution SET reminders = reminders + 1, reminded_at = :a WHERE id = :i", entry.at, entry.subject
    );
    if (reminded.by_clock) journal::clear_deadline(rows, deadline_of(entry));
}

void project(store::Rows& rows, const Entry& entry, const ResolutionClosed& closed) {
    rows.run(
        "UPDATE resolution SET outcome = :o, closed_at = :a, words = :w WHERE id = :i",
        closed.outcome,
        entry.at,
        closed.words,
        entry.subject
    );
    journal::clear_deadline(rows, deadline_of(entry));
}

void mirror(store::Rows& rows, const Entry& entry, const ConsultationConcluded& concluded, const AreaCode& from) {
    rows.run(
        "INSERT INTO consultation_below(node, id, drill, at, body) VALUES(:n, :i, :d, :a, :b) "
        "ON CONFLICT(node, id) DO NOTHING",
        from,
        entry.subject,
        entry.drill,
        entry.at,
        concluded
    );
}

void mirror(store::Rows& rows, const Entry& entry, const ResolutionClosed& closed, const AreaCode& from) {
    rows.run(
        "INSERT INTO resolution_below(node, id, consultation, outcome, at, words) VALUES(:n, :i, :c, :o, :a, :w) "
        "ON CONFLICT(node, id) DO NOTHING",
        from,
        entry.subject,
        closed.consultation,
        closed.outcome,
        entry.at,
        closed.words
    );
}

void note(store::Rows& rows, const Entry& entry, const orders::OrderIssued&) {
    if (entry.cause != 0) rows.run("UPDATE resolution SET sheet = :s WHERE seq = :q", entry.subject, entry.cause);
}

}  // namespace anlan::consultation
