#include "calls/project_channels.hpp"

#include "calls/channel_commands.hpp"
#include "calls/channel_records.hpp"
#include "journal/deadline.hpp"

namespace anlan::calls {

namespace {

std::string deadline_of(const std::string& call) {
    return "carry/" + call;
}

void insert(store::Rows& rows, const Entry& entry, const CarryRow& row) {
    rows.run(
        "INSERT INTO call_carry(id, call, stage, turn, person, channel, state, why, at, parts, cost_fen, note_zh, "
        "note_en, replied) VALUES(:i, :c, :s, :t, :p, :ch, :st, :w, :a, 0, :f, '', '', 0) ON CONFLICT(id) DO NOTHING",
        row.id,
        entry.subject,
        row.stage,
        row.turn,
        row.person,
        row.channel,
        row.state,
        row.why,
        entry.at,
        row.cost_fen
    );
}

/// The turn after this one comes as long after it as the plan has them apart.
void next_turn(store::Rows& rows, const Entry& entry, std::int64_t stage, std::int64_t turn) {
    const auto plan = plan_row(rows, entry.subject);
    const auto next = static_cast<std::size_t>(turn) + 1;
    if (!plan || plan->stage != stage || next >= plan->turns.size())
        return journal::clear_deadline(rows, deadline_of(entry.subject));
    const auto apart = plan->turns[next].after_seconds - plan->turns[next - 1].after_seconds;
    journal::set_deadline(
        rows,
        entry,
        deadline_of(entry.subject),
        journal::after(entry, std::chrono::seconds{apart}),
        "calls.carry",
        CarryCall{{entry.subject}, stage, turn + 1}
    );
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const ChannelsPlanned& planned) {
    rows.run(
        "INSERT INTO call_plan(call, stage, turns) VALUES(:c, :s, :t) ON CONFLICT(call) DO UPDATE SET stage = "
        "excluded.stage, turns = excluded.turns",
        entry.subject,
        planned.stage,
        planned.turns
    );
    journal::set_deadline(
        rows,
        entry,
        deadline_of(entry.subject),
        journal::after(entry, std::chrono::seconds{planned.turns.front().after_seconds}),
        "calls.carry",
        CarryCall{{entry.subject}, planned.stage, 0}
    );
}

void project(store::Rows& rows, const Entry& entry, const CallCarried& carried) {
    CarryRow row;
    row.id = carried.carry.text;
    row.stage = carried.stage;
    row.turn = carried.turn;
    row.person = carried.person;
    row.channel = carried.channel;
    row.cost_fen = carried.cost_fen;
    insert(rows, entry, row);
    next_turn(rows, entry, carried.stage, carried.turn);
}

void project(store::Rows& rows, const Entry& entry, const ChannelPassed& passed) {
    CarryRow row;
    row.id = entry.subject + "/" + std::to_string(passed.stage) + "/" + std::to_string(passed.turn);
    row.stage = passed.stage;
    row.turn = passed.turn;
    row.person = passed.person;
    row.channel = passed.channel;
    row.state = Carriage::passed;
    row.why = to_text(passed.why);
    insert(rows, entry, row);
    next_turn(rows, entry, passed.stage, passed.turn);
}

void project(store::Rows& rows, const Entry& entry, const CarriageTold& told) {
    rows.run(
        "UPDATE call_carry SET state = :s, told_at = :a, parts = CASE WHEN parts > CAST(:p1 AS BIGINT) THEN parts ELSE "
        "CAST(:p2 AS BIGINT) END, note_zh = :z, note_en = :e WHERE id = :i",
        told.state,
        entry.at,
        told.parts,
        told.parts,
        told.note_zh,
        told.note_en,
        told.carry
    );
}

void project(store::Rows& rows, const Entry&, const ReplyHeard& heard) {
    rows.run("UPDATE call_carry SET replied = 1 WHERE id = :i", heard.carry);
}

void project(store::Rows& rows, const Entry& entry, const ChannelTold& told) {
    rows.run(
        "INSERT INTO call_channel(channel, awake, note_zh, note_en, since) VALUES(:c, :w, :z, :e, :a) ON "
        "CONFLICT(channel) DO UPDATE SET awake = excluded.awake, note_zh = excluded.note_zh, note_en = "
        "excluded.note_en, since = excluded.since",
        told.channel,
        told.awake,
        told.note_zh,
        told.note_en,
        entry.at
    );
}

void project(store::Rows& rows, const Entry& entry, const ChannelsOrdered& ordered) {
    rows.run(
        "INSERT INTO person_channels(person, channels) VALUES(:p, :c) ON CONFLICT(person) DO UPDATE SET channels = "
        "excluded.channels",
        entry.subject,
        ordered.order
    );
}

void drop_carries(store::Rows& rows, const std::string& call) {
    rows.run("UPDATE call_carry SET state = 'dropped' WHERE call = :c AND state = 'wanted'", call);
    journal::clear_deadline(rows, deadline_of(call));
}

}  // namespace anlan::calls
