#include "meetings/project_terminal.hpp"

#include "meetings/terminal_queries.hpp"

namespace anlan::meetings {

namespace {

void stand(
    store::Rows& rows, const Entry& entry, const DeviceId& terminal, const std::string& name, const std::string& place
) {
    rows.run(
        "INSERT INTO meeting_terminal(meeting, terminal, seq, name, place, state, muted, millis) "
        "VALUES(:m, :t, :q, :n, :p, 'calling', 0, 0) ON CONFLICT(meeting, terminal) DO NOTHING",
        entry.subject,
        terminal,
        entry.seq,
        name,
        place
    );
}

void turn(store::Rows& rows, const Entry& entry, const DeviceId& terminal, TerminalState state) {
    rows.run(
        "UPDATE meeting_terminal SET state = :s WHERE meeting = :m AND terminal = :t", state, entry.subject, terminal
    );
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const TerminalCalled& called) {
    stand(rows, entry, called.terminal, called.name, called.place);
    rows.run(
        "UPDATE meeting_terminal SET state = 'calling', muted = 0, called_at = :a, left_at = NULL, how = NULL WHERE "
        "meeting = :m AND terminal = :t",
        entry.at,
        entry.subject,
        called.terminal
    );
}

void project(store::Rows& rows, const Entry& entry, const TerminalRang& rang) {
    turn(rows, entry, rang.terminal, TerminalState::ringing);
}

void project(store::Rows& rows, const Entry& entry, const TerminalJoined& joined) {
    stand(rows, entry, joined.terminal, joined.name, joined.place);
    rows.run(
        "UPDATE meeting_terminal SET state = 'joined', joined_at = :a, left_at = NULL, how = NULL, first_joined = "
        "COALESCE(first_joined, CAST(:b AS BIGINT)) WHERE meeting = :m AND terminal = :t",
        entry.at,
        entry.at,
        entry.subject,
        joined.terminal
    );
}

void project(store::Rows& rows, const Entry& entry, const TerminalMuted& muted) {
    rows.run(
        "UPDATE meeting_terminal SET muted = :u WHERE meeting = :m AND terminal = :t",
        muted.muted,
        entry.subject,
        muted.terminal
    );
}

void project(store::Rows& rows, const Entry& entry, const TerminalLeft& left) {
    rows.run(
        "UPDATE meeting_terminal SET state = 'left', muted = 0, how = :h, left_at = :a, millis = millis + "
        "COALESCE(CAST(:b AS BIGINT) - joined_at, 0), joined_at = NULL WHERE meeting = :m AND terminal = :t",
        left.how,
        entry.at,
        entry.at,
        entry.subject,
        left.terminal
    );
}

void let_terminals_go(store::Rows& rows, const Entry& entry) {
    rows.run(
        "UPDATE meeting_terminal SET state = 'left', muted = 0, left_at = :a, millis = millis + COALESCE(CAST(:b AS "
        "BIGINT) - joined_at, 0), joined_at = NULL WHERE meeting = :m AND state <> 'left'",
        entry.at,
        entry.at,
        entry.subject
    );
}

}  // namespace anlan::meetings
