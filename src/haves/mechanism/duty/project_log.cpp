#include "duty/project_log.hpp"

#include <fmt/format.h>

#include "duty/log_commands.hpp"
#include "duty/log_queries.hpp"
#include "journal/deadline.hpp"
#include "response/queries.hpp"

namespace anlan::duty {

using std::chrono::minutes;

namespace {

/// Of the shift's begin; the projection may not look at the policy, so the watch stands at its usual value.
constexpr minutes kWindow{15};

void write(
    store::Rows& rows,
    const Entry& entry,
    const std::string& node,
    std::string zh,
    std::string en,
    bool late = false,
    const AreaCode& area = {}
) {
    response::Line line;
    line.zh = std::move(zh);
    line.en = std::move(en);
    line.late = late;
    line.area = area;
    response::write_line(rows, entry, node, line);
}

std::string rollcall_zh(const RollCallAnswered& answered) {
    if (answered.outcome == RollCallOutcome::missed)
        return fmt::format("查岗点名超时未应答（{} 秒）", answered.seconds);
    return fmt::format(
        "查岗点名应答：{}，{} 秒{}",
        answered.by_title,
        answered.seconds,
        answered.outcome == RollCallOutcome::stand_in ? "（代岗）" : ""
    );
}

std::string rollcall_en(const RollCallAnswered& answered) {
    if (answered.outcome == RollCallOutcome::missed)
        return fmt::format("Roll-call not answered in {} s", answered.seconds);
    return fmt::format(
        "Roll-call answered by {} after {} s{}",
        answered.by_title,
        answered.seconds,
        answered.outcome == RollCallOutcome::stand_in ? " (standing in)" : ""
    );
}

void keep_answer(store::Rows& rows, const Entry& entry, const RollCallAnswered& answered) {
    rows.run(
        "INSERT INTO rollcall_answer(id, area, drill, at, outcome, seconds, title) VALUES(:i, :r, :d, :a, :o, :s, :t) "
        "ON CONFLICT(id, area) DO NOTHING",
        entry.subject,
        answered.area,
        entry.drill,
        entry.at,
        answered.outcome,
        answered.seconds,
        answered.by_title
    );
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const LogNoted& noted) {
    rows.run(
        "INSERT INTO duty_note(id, drill, line, source, words, to_do, at, actor, result) "
        "VALUES(:i, :d, :l, :s, :w, :t, :a, :p, '')",
        entry.subject,
        entry.drill,
        noted.line,
        noted.source,
        noted.text,
        noted.to_do,
        entry.at,
        entry.actor
    );
    const auto from = noted.source.empty() ? std::string() : noted.source + "：";
    write(
        rows,
        entry,
        {},
        fmt::format(
            "【{}】{}{}{}", zh(noted.line), from, noted.text, noted.to_do.empty() ? "" : "；拟办：" + noted.to_do
        ),
        fmt::format(
            "[{}] {}{}{}", en(noted.line), from, noted.text, noted.to_do.empty() ? "" : "; to do: " + noted.to_do
        )
    );
}

void project(store::Rows& rows, const Entry& entry, const LogSettled& settled) {
    rows.run(
        "UPDATE duty_note SET settled_at = :a, result = :r WHERE id = :i", entry.at, settled.result, entry.subject
    );
    write(rows, entry, {}, "办结：" + settled.result, "Settled: " + settled.result);
}

void project(store::Rows& rows, const Entry& entry, const HandoverOffered& offered) {
    rows.run(
        "INSERT INTO handover(id, drill, giver, offered_at, take_by, open_items, checks, words, taker, taker_words) "
        "VALUES(:i, :d, :g, :a, :b, :o, :c, :w, '', '')",
        entry.subject,
        entry.drill,
        entry.actor,
        entry.at,
        offered.take_by,
        offered.open,
        offered.checks,
        offered.words
    );
    journal::set_deadline(
        rows,
        entry,
        "handover/" + entry.subject,
        journal::Due{offered.take_by},
        "duty.miss_handover",
        MissHandover{{entry.subject}}
    );
    std::size_t wrong = 0;
    for (const auto& each : offered.checks) wrong += each.fine ? 0 : 1;
    write(
        rows,
        entry,
        {},
        fmt::format("{{actor}}交班：未结 {} 项，设备异常 {} 项", offered.open.size(), wrong),
        fmt::format("{{actor}} hands over: {} open, {} not fine", offered.open.size(), wrong)
    );
}

void project(store::Rows& rows, const Entry& entry, const HandoverTaken& taken) {
    rows.run(
        "UPDATE handover SET taker = :p, taken_at = :a, taker_words = :w WHERE id = :i",
        entry.actor,
        entry.at,
        taken.words,
        entry.subject
    );
    journal::clear_deadline(rows, "handover/" + entry.subject);
    write(rows, entry, {}, "{actor}接班", "{actor} takes over");
}

void project(store::Rows& rows, const Entry& entry, const HandoverMissed&) {
    write(
        rows,
        entry,
        {},
        "交班后到时间无人接班，交班人继续值守，已报带班领导",
        "Nobody took over in time; who offered it stays, and the leader is told",
        true
    );
}

void project(store::Rows& rows, const Entry& entry, const ShiftWatched& watched) {
    rows.run(
        "INSERT INTO shift_watch(day, shift, drill, officer, taken, at) VALUES(:d, :s, :w, :o, :t, :a) "
        "ON CONFLICT(day, shift) DO UPDATE SET officer = excluded.officer, taken = excluded.taken, at = excluded.at",
        watched.day,
        watched.shift,
        entry.drill,
        watched.officer,
        watched.taken,
        entry.at
    );
    if (!watched.taken)
        write(
            rows,
            entry,
            {},
            "到时间无人接班，已叫应值班员",
            "Nobody has taken over in time; the officer is called",
            true
        );
    watch_next_shift(rows, entry);
}

void project(store::Rows& rows, const Entry& entry, const RollCallMade& made) {
    rows.run(
        "INSERT INTO rollcall(id, drill, at, areas, limit_seconds) VALUES(:i, :d, :a, :r, :l)",
        entry.subject,
        entry.drill,
        entry.at,
        made.to,
        made.limit_seconds
    );
    write(
        rows,
        entry,
        {},
        fmt::format("查岗点名：{} 个单位，{} 秒内应答", made.to.size(), made.limit_seconds),
        fmt::format("Roll-call of {}, to be answered in {} s", made.to.size(), made.limit_seconds)
    );
}

void project(store::Rows& rows, const Entry& entry, const RollCallRung& rung) {
    rows.run(
        "INSERT INTO rollcall_rung(id, drill, at, person, limit_seconds) VALUES(:i, :d, :a, :p, :l) "
        "ON CONFLICT(id) DO NOTHING",
        entry.subject,
        entry.drill,
        entry.at,
        rung.person,
        rung.limit_seconds
    );
    journal::set_deadline(
        rows,
        entry,
        "rollcall/" + entry.subject,
        journal::after(entry, std::chrono::seconds{rung.limit_seconds}),
        "duty.rollcall_missed",
        MissRollCall{{entry.subject}}
    );
    write(rows, entry, {}, "上级查岗点名（" + rung.by_title + "）", "Roll-call from above (" + rung.by_title + ")");
}

void project(store::Rows& rows, const Entry& entry, const RollCallAnswered& answered) {
    rows.run("UPDATE rollcall_rung SET answered_at = :a WHERE id = :i", entry.at, entry.subject);
    journal::clear_deadline(rows, "rollcall/" + entry.subject);
    keep_answer(rows, entry, answered);
    write(rows, entry, {}, rollcall_zh(answered), rollcall_en(answered), answered.outcome == RollCallOutcome::missed);
}

void mirror(store::Rows& rows, const Entry& entry, const RollCallAnswered& answered, const AreaCode& from) {
    if (answered.area != from) return;
    keep_answer(rows, entry, answered);
    const bool missed = answered.outcome == RollCallOutcome::missed;
    write(rows, entry, from.text, rollcall_zh(answered), rollcall_en(answered), missed, from);
}

void watch_next_shift(store::Rows& rows, const Entry& entry) {
    const auto next = next_shift(pattern_of(rows), entry.at);
    if (!next) return;
    journal::set_deadline(
        rows, entry, "duty/shift", next->at + kWindow, "duty.watch_shift", WatchShift{next->day, next->shift}
    );
}

void note(store::Rows& rows, const Entry& entry, const incident::IncidentTaken& taken) {
    write(rows, entry, {}, "接报：" + taken.account.title, "Incident taken: " + taken.account.title);
}

void note(store::Rows& rows, const Entry& entry, const incident::IncidentGraded& graded) {
    write(rows, entry, {}, "事件定级：" + graded.reason, "Incident graded: " + graded.reason);
}

void note(store::Rows& rows, const Entry& entry, const incident::IncidentClosed& closed) {
    write(rows, entry, {}, "事件处置结束：" + closed.words, "Incident ended: " + closed.words);
}

void note(store::Rows& rows, const Entry& entry, const incident::IncidentOverdue& overdue) {
    write(rows, entry, {}, "报送超过时限：" + overdue.title, "A report is overdue: " + overdue.title, true);
}

void note(store::Rows& rows, const Entry& entry, const RotaPublished& published) {
    write(rows, entry, {}, "发布值班表：" + published.month, "Rota published: " + published.month);
    watch_next_shift(rows, entry);
}

void note(store::Rows& rows, const Entry& entry, const SwapApproved& approved) {
    write(rows, entry, {}, "批准换班：" + approved.give.day, "Swap approved: " + approved.give.day);
}

}  // namespace anlan::duty
