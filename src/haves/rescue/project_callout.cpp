#include "journal/deadline.hpp"
#include "rescue/callout_commands.hpp"
#include "rescue/project.hpp"

namespace anlan::rescue {

namespace {

std::string deadline_of(const Entry& entry) {
    return "callout/" + entry.subject;
}

void set_state(store::Rows& rows, const Entry& entry, const PersonId& person, MemberState state) {
    rows.run("UPDATE callout_member SET state = :s WHERE callout = :c AND person = :p", state, entry.subject, person);
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const CalloutOrdered& ordered) {
    rows.run(
        "INSERT INTO callout(id, drill, errand, origin, target_seconds, answer_seconds, by_title, ordered_at, reason, "
        "next_team, next_name) VALUES(:i, :d, :e, :o, :t, :s, :b, :a, '', '', '')",
        entry.subject,
        entry.drill,
        ordered.errand,
        ordered.errand.origin,
        ordered.target_seconds,
        ordered.answer_seconds,
        ordered.by_title,
        entry.at
    );
}

void project(store::Rows& rows, const Entry& entry, const TeamCalled& called) {
    rows.run(
        "INSERT INTO callout_team(callout, team, drill, name, strength, called_at) VALUES(:c, :t, :d, :n, :s, :a)",
        entry.subject,
        called.team,
        entry.drill,
        called.name,
        called.strength,
        entry.at
    );
    // Somebody who changed teams while called keeps the call they have: nobody is counted twice.
    for (const auto& person : called.people)
        rows.run(
            "INSERT INTO callout_member(callout, person, team, drill, state, called_at, reason, recorded_by) "
            "VALUES(:c, :p, :t, :d, 'called', :a, '', '') ON CONFLICT(callout, person) DO NOTHING",
            entry.subject,
            person,
            called.team,
            entry.drill,
            entry.at
        );
    rows.run("UPDATE callout SET short_at = NULL, next_team = '', next_name = '' WHERE id = :i", entry.subject);
    const auto seconds = rows.value<std::int64_t>("SELECT answer_seconds FROM callout WHERE id = :i", entry.subject);
    journal::set_deadline(
        rows,
        entry,
        deadline_of(entry),
        journal::after(entry, std::chrono::seconds{seconds.value_or(0)}),
        "rescue.check_callout",
        CheckCallout{{entry.subject}}
    );
}

void project(store::Rows& rows, const Entry& entry, const MemberAnswered& answered) {
    rows.run(
        "UPDATE callout_member SET state = :s, answered_at = :a, answer_seconds = COALESCE(answer_seconds, :n), "
        "reason = :r, recorded_by = :b WHERE callout = :c AND person = :p",
        std::string(answered.coming ? "coming" : "declined"),
        entry.at,
        answered.seconds,
        answered.reason,
        answered.recorded_by,
        entry.subject,
        answered.person
    );
}

void project(store::Rows& rows, const Entry& entry, const MemberSetOut& out) {
    rows.run(
        "UPDATE callout_member SET state = 'on_the_way', metres = COALESCE(:m, metres) WHERE callout = :c AND person = "
        ":p",
        out.metres,
        entry.subject,
        out.person
    );
}

void project(store::Rows& rows, const Entry& entry, const MemberArrived& arrived) {
    rows.run(
        "UPDATE callout_member SET state = 'arrived', arrival_seconds = :n WHERE callout = :c AND person = :p",
        arrived.seconds,
        entry.subject,
        arrived.person
    );
}

void project(store::Rows& rows, const Entry& entry, const TeamTurnedOut& out) {
    rows.run(
        "UPDATE callout_team SET seconds = :n WHERE callout = :c AND team = :t", out.seconds, entry.subject, out.team
    );
}

void project(store::Rows& rows, const Entry& entry, const CalloutShort& lacking) {
    journal::clear_deadline(rows, deadline_of(entry));
    rows.run(
        "UPDATE callout SET short_at = :a, next_team = :t, next_name = :n WHERE id = :i",
        entry.at,
        lacking.next,
        lacking.next_name,
        entry.subject
    );
}

void project(store::Rows& rows, const Entry& entry, const CalloutClosed& closed) {
    journal::clear_deadline(rows, deadline_of(entry));
    rows.run(
        "UPDATE callout SET closed_at = :a, reason = :r, short_at = NULL, next_team = '', next_name = '' WHERE id = :i",
        entry.at,
        closed.reason,
        entry.subject
    );
    for (const auto& end : closed.ends) set_state(rows, entry, end.person, end.state);
}

void mirror(store::Rows& rows, const Entry& entry, const CalloutOrdered& ordered, const AreaCode& from) {
    rows.run(
        "INSERT INTO town_callout(node, id, drill, title, place, wanted, ordered_at, coming, arrived, target_seconds) "
        "VALUES(:n, :i, :d, :t, :p, :w, :a, 0, 0, :s) ON CONFLICT(node, id) DO NOTHING",
        from,
        entry.subject,
        entry.drill,
        ordered.errand.title,
        ordered.errand.place,
        ordered.errand.wanted,
        entry.at,
        ordered.target_seconds
    );
}

void mirror(store::Rows& rows, const Entry& entry, const MemberAnswered& answered, const AreaCode& from) {
    if (!answered.coming) return;
    rows.run("UPDATE town_callout SET coming = coming + 1 WHERE node = :n AND id = :i", from, entry.subject);
}

void mirror(store::Rows& rows, const Entry& entry, const MemberArrived&, const AreaCode& from) {
    rows.run("UPDATE town_callout SET arrived = arrived + 1 WHERE node = :n AND id = :i", from, entry.subject);
}

void mirror(store::Rows& rows, const Entry& entry, const TeamTurnedOut& out, const AreaCode& from) {
    rows.run(
        "UPDATE town_callout SET turnout_seconds = COALESCE(turnout_seconds, :s) WHERE node = :n AND id = :i",
        out.seconds,
        from,
        entry.subject
    );
}

void mirror(store::Rows& rows, const Entry& entry, const CalloutClosed&, const AreaCode& from) {
    rows.run("UPDATE town_callout SET closed_at = :a WHERE node = :n AND id = :i", entry.at, from, entry.subject);
}

}  // namespace anlan::rescue
