#include "duty/project.hpp"

namespace anlan::duty {

namespace {

void keep_turn(store::Rows& rows, const std::string& drill, bool published, const Duty& duty) {
    rows.run(
        "INSERT INTO rota_turn(month, drill, published, day, shift, post, person) "
        "VALUES(:m, :l, :u, :d, :s, :o, :p) ON CONFLICT(month, published, day, shift, post, person) DO NOTHING",
        duty.day.substr(0, 7),
        drill,
        published,
        duty.day,
        duty.shift,
        duty.post,
        duty.person
    );
}

/// In the draft and in what is published alike.
void hand_over(store::Rows& rows, const Duty& duty, const PersonId& to) {
    rows.run(
        "UPDATE rota_turn SET person = :t WHERE day = :d AND shift = :s AND post = :o AND person = :p",
        to,
        duty.day,
        duty.shift,
        duty.post,
        duty.person
    );
    // What was published as drafted stays so; a draft ahead of it stays ahead.
    rows.run(
        "UPDATE rota SET version = version + 1, published_version = CASE WHEN published_version = version THEN "
        "version + 1 ELSE published_version END WHERE month = :m",
        duty.day.substr(0, 7)
    );
}

void decide_swap(store::Rows& rows, const Entry& entry, const std::string& state, const std::string& reason) {
    rows.run(
        "UPDATE swap SET state = :s, decided_at = :a, decided_by = :b, reason = :r WHERE id = :i",
        state,
        entry.at,
        entry.actor,
        reason,
        entry.subject
    );
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const PatternSet& set) {
    rows.run(
        "INSERT INTO rota_pattern(id, content) VALUES(:i, :c) ON CONFLICT(id) DO UPDATE SET content = excluded.content",
        entry.subject,
        set.pattern
    );
}

void project(store::Rows& rows, const Entry&, const HolidaysSet& set) {
    rows.run("DELETE FROM rota_day WHERE year = :y", set.year);
    const auto keep = [&](const std::string& day, bool off, const std::string& name) {
        rows.run(
            "INSERT INTO rota_day(day, year, off, name) VALUES(:d, :y, :o, :n) ON CONFLICT(day) DO NOTHING",
            day,
            set.year,
            off,
            name
        );
    };
    for (const auto& each : set.off) keep(each.day, true, each.name);
    for (const auto& day : set.work) keep(day, false, "调休上班");
}

void project(store::Rows& rows, const Entry& entry, const MemberSet& set) {
    rows.run("DELETE FROM rota_member WHERE person = :p", entry.subject);
    if (set.posts.empty()) return;
    rows.run("INSERT INTO rota_member(person, posts, lines) VALUES(:p, :o, :l)", entry.subject, set.posts, set.lines);
}

void project(store::Rows& rows, const Entry& entry, const LeaveFiled& filed) {
    rows.run(
        "INSERT INTO leave(id, drill, person, first_day, last_day, kind, place, stand_in, filed_at, filed_by) "
        "VALUES(:i, :d, :p, :f, :l, :k, :w, :s, :a, :b)",
        entry.subject,
        entry.drill,
        filed.person,
        filed.from,
        filed.until,
        filed.kind,
        filed.place,
        filed.stand_in,
        entry.at,
        entry.actor
    );
}

void project(store::Rows& rows, const Entry& entry, const LeaveEnded& ended) {
    rows.run("UPDATE leave SET last_day = :l, ended_at = :a WHERE id = :i", ended.last_day, entry.at, entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const RotaSaved& saved) {
    rows.run(
        "INSERT INTO rota(month, drill, version, saved_at, saved_by, published_version, published_by, broken, reason) "
        "VALUES(:m, :d, :v, :a, :b, 0, '', 0, '') ON CONFLICT(month) DO UPDATE SET version = excluded.version, "
        "saved_at = excluded.saved_at, saved_by = excluded.saved_by",
        saved.month,
        entry.drill,
        saved.version,
        entry.at,
        entry.actor
    );
    rows.run("DELETE FROM rota_turn WHERE month = :m AND published = 0", saved.month);
    for (const auto& duty : saved.duties) keep_turn(rows, entry.drill, false, duty);
}

void project(store::Rows& rows, const Entry& entry, const RotaPublished& published) {
    rows.run(
        "UPDATE rota SET published_version = :v, published_at = :a, published_by = :b, broken = :n, reason = :r "
        "WHERE month = :m",
        published.version,
        entry.at,
        entry.actor,
        published.broken,
        published.reason,
        published.month
    );
    rows.run("DELETE FROM rota_turn WHERE month = :m AND published = 1", published.month);
    for (const auto& duty : rows.select<Duty>(
             "SELECT day, shift, post, person FROM rota_turn WHERE month = :m AND published = 0", published.month
         ))
        keep_turn(rows, entry.drill, true, duty);
}

void project(store::Rows& rows, const Entry& entry, const SwapAsked& asked) {
    rows.run(
        "INSERT INTO swap(id, drill, give, take, asked_by, asked_of, state, asked_at, decided_by, reason) "
        "VALUES(:i, :d, :g, :t, :b, :o, 'asked', :a, '', '')",
        entry.subject,
        entry.drill,
        asked.give,
        asked.take,
        asked.give.person,
        asked.to,
        entry.at
    );
}

void project(store::Rows& rows, const Entry& entry, const SwapAgreed&) {
    rows.run("UPDATE swap SET state = 'agreed', agreed_at = :a WHERE id = :i", entry.at, entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const SwapApproved& approved) {
    hand_over(rows, approved.give, approved.to);
    if (approved.take) hand_over(rows, *approved.take, approved.give.person);
    decide_swap(rows, entry, "approved", "");
}

void project(store::Rows& rows, const Entry& entry, const SwapDeclined& declined) {
    decide_swap(rows, entry, "declined", declined.reason);
}

void project(store::Rows& rows, const Entry& entry, const CalendarOpened& opened) {
    rows.run(
        "UPDATE duty_calendar SET closed_at = :a WHERE person = :p AND closed_at IS NULL", entry.at, opened.person
    );
    rows.run(
        "INSERT INTO duty_calendar(id, person, digest, opened_at) VALUES(:i, :p, :d, :a)",
        entry.subject,
        opened.person,
        opened.digest,
        entry.at
    );
}

void project(store::Rows& rows, const Entry& entry, const CalendarClosed&) {
    rows.run("UPDATE duty_calendar SET closed_at = :a WHERE id = :i", entry.at, entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const RotaReinforced& reinforced) {
    rows.run(
        "INSERT INTO reinforcement(response, drill, level, first_day, last_day) VALUES(:r, :d, :v, :f, :l) "
        "ON CONFLICT(response) DO UPDATE SET level = excluded.level, last_day = excluded.last_day",
        reinforced.response,
        entry.drill,
        reinforced.level,
        reinforced.from,
        reinforced.until
    );
}

void project(store::Rows& rows, const Entry&, const ReinforcementEnded& ended) {
    rows.run("UPDATE reinforcement SET last_day = :l WHERE response = :r", ended.last_day, ended.response);
}

}  // namespace anlan::duty
