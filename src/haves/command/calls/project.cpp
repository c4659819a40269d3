#include "calls/project.hpp"

#include "calls/commands.hpp"
#include "calls/project_channels.hpp"
#include "journal/deadline.hpp"

namespace anlan::calls {

namespace {

std::string deadline_of(const Entry& entry) {
    return "call/" + entry.subject;
}

void ring(store::Rows& rows, const Entry& entry, std::int64_t stage, const Rung& rung, Instant due) {
    rows.run(
        "INSERT INTO call_rung(call, stage, role, person, post_title, placed_at, due_at, outcome) "
        "VALUES(:c, :s, :r, :p, :t, :a, :d, 'ringing')",
        entry.subject,
        stage,
        rung.role,
        rung.person,
        rung.post_title,
        entry.at,
        due
    );
    journal::set_deadline(
        rows,
        entry,
        deadline_of(entry),
        journal::after(entry, due - entry.at),
        "calls.escalate",
        EscalateCall{{entry.subject}, stage}
    );
}

void settle_rungs(store::Rows& rows, const std::string& call, const char* outcome) {
    rows.run("UPDATE call_rung SET outcome = :o WHERE call = :c AND outcome = 'ringing'", outcome, call);
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const CallPlaced& placed) {
    rows.run(
        "INSERT INTO call(id, drill, origin, person, post, post_title, area, headline, text, colour, hazard, level, "
        "state, "
        "stage, placed_at, first_due, due_at, turn, ladder, households, answered_by, answer_channel, recorded_by, "
        "escalations, "
        "exhausted, voice) VALUES(:id, :drill, :origin, :person, :post, :title, :area, :head, :text, :colour, :hazard, "
        ":level, "
        "'ringing', 0, :at, :first, :due, :turn, :ladder, :house, '', '', '', 0, 0, :voice)",
        entry.subject,
        entry.drill,
        placed.origin,
        placed.person,
        placed.post,
        placed.post_title,
        placed.area,
        placed.headline,
        placed.text,
        placed.colour,
        placed.hazard,
        placed.level,
        entry.at,
        placed.due,
        placed.due,
        placed.person,
        placed.ladder,
        placed.households,
        placed.voice
    );
    ring(rows, entry, 0, placed.ladder.front(), placed.due);
}

void project(store::Rows& rows, const Entry& entry, const CallEscalated& escalated) {
    settle_rungs(rows, entry.subject, "no_answer");
    rows.run(
        "UPDATE call SET stage = :s, turn = :t, due_at = :d, escalations = escalations + 1, voice = :v WHERE id = :i",
        escalated.stage,
        escalated.person,
        escalated.due,
        escalated.voice,
        entry.subject
    );
    ring(rows, entry, escalated.stage, {escalated.role, escalated.person, "", 0}, escalated.due);
}

void project(store::Rows& rows, const Entry& entry, const CallAnswered& answered) {
    rows.run(
        "UPDATE call SET state = 'answered', answered_at = :a, answered_by = :b, answer_channel = :c, recorded_by = "
        ":r, "
        "seconds = :s WHERE id = :i",
        entry.at,
        answered.by,
        answered.channel,
        answered.recorded_by,
        answered.seconds,
        entry.subject
    );
    // Who answers late still has answered; who was still within their time has not failed to.
    rows.run(
        "UPDATE call_rung SET outcome = 'answered' WHERE call = :c1 AND stage = "
        "(SELECT MAX(stage) FROM call_rung WHERE call = :c2 AND person = :p)",
        entry.subject,
        entry.subject,
        answered.by
    );
    settle_rungs(rows, entry.subject, "closed");
    journal::clear_deadline(rows, deadline_of(entry));
    drop_carries(rows, entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const CallUnreachable&) {
    settle_rungs(rows, entry.subject, "unreachable");
}

void project(store::Rows& rows, const Entry& entry, const DoorKnockRequested& requested) {
    rows.run("UPDATE call SET state = 'door_knock' WHERE id = :i", entry.subject);
    auto doors = requested.households;
    if (doors.empty()) doors.push_back({});  // the called person's own door
    for (const auto& household : doors)
        rows.run(
            "INSERT INTO door_knock(call, household, helper, outcome, note, noted) VALUES(:c, :h, :p, 'waiting', '', "
            "0) "
            "ON CONFLICT(call, household) DO NOTHING",
            entry.subject,
            household,
            requested.helper
        );
}

void project(store::Rows& rows, const Entry& entry, const DoorKnocked& knocked) {
    rows.run(
        "UPDATE door_knock SET outcome = :o, note = :n, noted = :w, at = :a WHERE call = :c AND household = :h",
        knocked.outcome,
        knocked.note,
        knocked.noted,
        entry.at,
        entry.subject,
        knocked.household
    );
}

void project(store::Rows& rows, const Entry& entry, const CallExhausted&) {
    settle_rungs(rows, entry.subject, "no_answer");
    rows.run("UPDATE call SET exhausted = 1 WHERE id = :i", entry.subject);
    journal::clear_deadline(rows, deadline_of(entry));
}

void project(store::Rows& rows, const Entry& entry, const CallClosed&) {
    settle_rungs(rows, entry.subject, "closed");
    rows.run("UPDATE call SET state = 'closed' WHERE id = :i", entry.subject);
    journal::clear_deadline(rows, deadline_of(entry));
    drop_carries(rows, entry.subject);
}

void mirror(store::Rows& rows, const Entry& entry, const CallPlaced& placed, const AreaCode& from) {
    rows.run(
        "INSERT INTO town_call(node, id, drill, origin, area, state, first_due, escalations) "
        "VALUES(:n, :i, :d, :o, :a, 'ringing', :f, 0) ON CONFLICT(node, id) DO NOTHING",
        from,
        entry.subject,
        entry.drill,
        placed.origin,
        placed.area,
        placed.due
    );
}

void mirror(store::Rows& rows, const Entry& entry, const CallEscalated&, const AreaCode& from) {
    rows.run("UPDATE town_call SET escalations = escalations + 1 WHERE node = :n AND id = :i", from, entry.subject);
}

void mirror(store::Rows& rows, const Entry& entry, const CallAnswered&, const AreaCode& from) {
    rows.run(
        "UPDATE town_call SET state = 'answered', answered_at = :a WHERE node = :n AND id = :i",
        entry.at,
        from,
        entry.subject
    );
}

void mirror(store::Rows& rows, const Entry& entry, const CallClosed&, const AreaCode& from) {
    rows.run("UPDATE town_call SET state = 'closed' WHERE node = :n AND id = :i", from, entry.subject);
}

}  // namespace anlan::calls
