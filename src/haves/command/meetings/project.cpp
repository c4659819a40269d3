#include "meetings/project.hpp"

#include "meetings/project_terminal.hpp"

namespace anlan::meetings {

namespace {

void seat(store::Rows& rows, const Entry& entry, const std::vector<Guest>& guests, bool invited) {
    auto place = entry.seq * 1000;  // later guests stand behind
    for (const auto& each : guests)
        rows.run(
            "INSERT INTO meeting_guest(meeting, person, place, title, invited, millis, hand) "
            "VALUES(:m, :p, :n, :t, :i, 0, 0) ON CONFLICT(meeting, person) DO NOTHING",
            entry.subject,
            each.person,
            place++,
            each.title,
            invited
        );
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const MeetingOpened& opened) {
    rows.run(
        "INSERT INTO meeting(id, drill, seq, title, origin, opened_at, opened_by, recording, ever_recorded, shared, "
        "film, film_bytes, film_seconds, film_lost, film_fault) VALUES(:i, :d, :q, :t, :o, :a, :b, 0, 0, '', '', 0, 0, "
        "0, '')",
        entry.subject,
        entry.drill,
        entry.seq,
        opened.title,
        opened.origin,
        entry.at,
        entry.actor
    );
    seat(rows, entry, opened.guests, true);
}

void project(store::Rows& rows, const Entry& entry, const GuestsInvited& invited) {
    seat(rows, entry, invited.guests, true);
    for (const auto& each : invited.guests)
        rows.run("UPDATE meeting_guest SET invited = 1 WHERE meeting = :m AND person = :p", entry.subject, each.person);
}

void project(store::Rows& rows, const Entry& entry, const PersonJoined& joined) {
    seat(rows, entry, {{joined.person, ""}}, false);
    rows.run(
        "UPDATE meeting_guest SET joined_at = :a, left_at = NULL WHERE meeting = :m AND person = :p",
        entry.at,
        entry.subject,
        joined.person
    );
    rows.run(
        "UPDATE meeting_guest SET first_joined = :a WHERE meeting = :m AND person = :p AND first_joined IS NULL",
        entry.at,
        entry.subject,
        joined.person
    );
}

void project(store::Rows& rows, const Entry& entry, const PersonLeft& left) {
    rows.run(
        "UPDATE meeting_guest SET left_at = :a, hand = 0, millis = millis + (CAST(:b AS BIGINT) - joined_at), "
        "joined_at = NULL WHERE meeting = :m AND person = :p AND joined_at IS NOT NULL",
        entry.at,
        entry.at,
        entry.subject,
        left.person
    );
}

void project(store::Rows& rows, const Entry& entry, const HandMoved& moved) {
    rows.run(
        "UPDATE meeting_guest SET hand = :h WHERE meeting = :m AND person = :p",
        moved.raised ? entry.seq : std::int64_t{0},
        entry.subject,
        moved.person
    );
}

void project(store::Rows& rows, const Entry& entry, const ViewShared& shared) {
    const SharedView view{shared.person, shared.lon, shared.lat, shared.zoom, shared.words, entry.at, {}, {}};
    rows.run("UPDATE meeting SET shared = :s WHERE id = :i", to_json_text(view), entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const RecordingSwitched& switched) {
    rows.run("UPDATE meeting SET recording = :r WHERE id = :i", switched.on, entry.subject);
    if (switched.on) rows.run("UPDATE meeting SET ever_recorded = 1 WHERE id = :i", entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const MeetingClosed&) {
    rows.run(
        "UPDATE meeting_guest SET left_at = :a, hand = 0, millis = millis + (CAST(:b AS BIGINT) - joined_at), "
        "joined_at = NULL WHERE meeting = :m AND joined_at IS NOT NULL",
        entry.at,
        entry.at,
        entry.subject
    );
    let_terminals_go(rows, entry);
    rows.run("UPDATE meeting SET closed_at = :a, recording = 0 WHERE id = :i", entry.at, entry.subject);
    rows.run(
        "UPDATE meeting_camera SET until_at = :a WHERE meeting = :m AND until_at IS NULL", entry.at, entry.subject
    );
}

void project(store::Rows& rows, const Entry& entry, const CameraShared& shared) {
    rows.run(
        "INSERT INTO meeting_camera(meeting, since_seq, camera, name, person, since_at) VALUES(:m, :q, :c, :n, :p, :a)",
        entry.subject,
        entry.seq,
        shared.camera,
        shared.name,
        shared.person,
        entry.at
    );
}

void project(store::Rows& rows, const Entry& entry, const CameraStopped& stopped) {
    rows.run(
        "UPDATE meeting_camera SET until_at = :a WHERE meeting = :m AND camera = :c AND until_at IS NULL",
        entry.at,
        entry.subject,
        stopped.camera
    );
}

void project(store::Rows& rows, const Entry& entry, const MeetingSpanned& spanned) {
    for (const auto& area : spanned.to)
        rows.run(
            "INSERT INTO meeting_span(meeting, area) VALUES(:m, :a) ON CONFLICT(meeting, area) DO NOTHING",
            entry.subject,
            area.text
        );
}

void project(store::Rows& rows, const Entry& entry, const SpanEnded&) {
    rows.run("UPDATE meeting_span SET ended_at = :e WHERE meeting = :m", entry.at, entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const FilmMade& made) {
    rows.run(
        "UPDATE meeting SET film = :f, film_bytes = :b, film_seconds = :s, film_lost = :l, film_fault = :w WHERE id = "
        ":i",
        made.file,
        made.bytes,
        made.seconds,
        made.lost,
        made.fault,
        entry.subject
    );
}

}  // namespace anlan::meetings
