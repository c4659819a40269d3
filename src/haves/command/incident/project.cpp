#include "incident/project.hpp"

#include <fmt/format.h>

#include "incident/commands.hpp"
#include "incident/grading.hpp"
#include "journal/deadline.hpp"

namespace anlan::incident {

namespace {

void watch(store::Rows& rows, const Entry& entry, ClockKind clock, Instant due) {
    journal::set_deadline(
        rows,
        entry,
        deadline_of(entry.subject, clock),
        due,
        "incident.check",
        CheckClock{IncidentId{entry.subject}, clock}
    );
}

void stop_all(store::Rows& rows, const Entry& entry) {
    for (const auto clock : {ClockKind::phone, ClockKind::written, ClockKind::followup, ClockKind::final})
        journal::clear_deadline(rows, deadline_of(entry.subject, clock));
}

void end(store::Rows& rows, const Entry& entry, const std::string& as) {
    rows.run("UPDATE incident SET ended_as = :e WHERE id = :i AND drill = :d", as, entry.subject, entry.drill);
    stop_all(rows, entry);
}

std::pair<std::string, std::string> clock_words(ClockKind clock) {
    switch (clock) {
        case ClockKind::phone:
            return {"电话快报", "report by telephone"};
        case ClockKind::written:
            return {"书面首报", "written first report"};
        case ClockKind::followup:
            return {"续报", "follow-up report"};
        default:
            return {"终报", "final report"};
    }
}

}  // namespace

std::string deadline_of(const std::string& incident, ClockKind clock) {
    return "incident/" + incident + "/" + to_text(clock);
}

void write_line(
    store::Rows& rows,
    const Entry& entry,
    const std::string& node,
    bool late,
    const std::string& zh,
    const std::string& en
) {
    rows.run(
        "INSERT INTO incident_line(incident, seq, node, drill, at, kind, actor, late, zh, en) VALUES(:i, :s, :n, :d, "
        ":at, :k, :a, :l, :z, :e) ON CONFLICT(incident, seq, node) DO NOTHING",
        entry.subject,
        entry.seq,
        node,
        entry.drill,
        entry.at,
        entry.kind.substr(0, entry.kind.find('/')),
        entry.actor,
        late,
        zh,
        en
    );
}

void project(store::Rows& rows, const Entry& entry, const IncidentTaken& taken) {
    const auto& place = taken.place;
    rows.run(
        "INSERT INTO incident(id, drill, seq, source, from_node, kind, account, area, place, lon, lat, outside, "
        "happened_at, known_at, entered_at, taken_by, sensitive, verified, grade, grade_reason, phone_by, written_by, "
        "close_words, ended_as, merged_into, passed_to, head, reports) VALUES(:id, :d, :q, :s, :f, :k, :a, :r, :p, :o, "
        ":t, :u, :h, :n, :e, :b, :v, :y, :g, :z, :pb, :wb, '', '', '', '', 0, 0) ON CONFLICT(id) DO NOTHING",
        entry.subject,
        entry.drill,
        entry.seq,
        taken.source,
        taken.from,
        taken.kind,
        taken.account,
        place.area,
        place.words,
        place.lon,
        place.lat,
        place.outside,
        taken.happened_at,
        taken.known_at,
        entry.at,
        entry.actor,
        taken.sensitive,
        taken.verified,
        taken.grade,
        taken.grade_reason,
        taken.limits.phone_by,
        taken.limits.written_by
    );
    watch(rows, entry, ClockKind::phone, taken.limits.phone_by);
    watch(rows, entry, ClockKind::written, taken.limits.written_by);
    write_line(
        rows,
        entry,
        {},
        false,
        fmt::format("接报：{}（{}）", taken.account.title, grade_in_words(taken.grade)),
        fmt::format("Taken: {} ({})", taken.account.title, grade_in_english(taken.grade))
    );
}

void project(store::Rows& rows, const Entry& entry, const IncidentEvidenced& evidenced) {
    rows.run(
        "INSERT INTO incident_evidence(incident, seq, drill, at, actor, photos, voice) VALUES(:i, :s, :d, :at, :a, :p, "
        ":v) ON CONFLICT(incident, seq) DO NOTHING",
        entry.subject,
        entry.seq,
        entry.drill,
        entry.at,
        entry.actor,
        evidenced.photos,
        evidenced.voice
    );
}

void project(store::Rows& rows, const Entry& entry, const IncidentVerified& verified) {
    rows.run("UPDATE incident SET verified = 1 WHERE id = :i AND drill = :d", entry.subject, entry.drill);
    if (!verified.real) end(rows, entry, "untrue");
    const auto colon = verified.words.empty() ? std::string() : "：" + verified.words;
    write_line(
        rows,
        entry,
        {},
        false,
        (verified.real ? "核实属实" : "核实不属实，办结") + colon,
        (verified.real ? "Verified" : "Found untrue and ended") + (verified.words.empty() ? "" : ": " + verified.words)
    );
}

void project(store::Rows& rows, const Entry& entry, const IncidentAmended& amended) {
    const auto& place = amended.place;
    rows.run(
        "UPDATE incident SET kind = :k, area = :a, place = :p, lon = :o, lat = :t, outside = :u, happened_at = :h, "
        "sensitive = :s WHERE id = :i AND drill = :d",
        amended.kind,
        place.area,
        place.words,
        place.lon,
        place.lat,
        place.outside,
        amended.happened_at,
        amended.sensitive,
        entry.subject,
        entry.drill
    );
    write_line(rows, entry, {}, false, "更改基本情况：" + amended.reason, "Facts amended: " + amended.reason);
}

void project(store::Rows& rows, const Entry& entry, const IncidentGraded& graded) {
    rows.run(
        "UPDATE incident SET grade = :g, grade_reason = :r, phone_by = :p, written_by = :w WHERE id = :i AND drill = "
        ":d",
        graded.grade,
        graded.reason,
        graded.limits.phone_by,
        graded.limits.written_by,
        entry.subject,
        entry.drill
    );
    // Only clocks that still run are moved.
    const auto running = [&](const char* done) {
        return rows.value<std::string>(
            std::string("SELECT id FROM incident WHERE id = :i AND ended_as = '' AND ") + done + " IS NULL",
            entry.subject
        );
    };
    if (running("phoned_at")) watch(rows, entry, ClockKind::phone, graded.limits.phone_by);
    if (running("written_at")) watch(rows, entry, ClockKind::written, graded.limits.written_by);
    write_line(
        rows,
        entry,
        {},
        false,
        fmt::format("定为{}：{}", grade_in_words(graded.grade), graded.reason),
        fmt::format("Graded {}: {}", grade_in_english(graded.grade), graded.reason)
    );
}

void project(store::Rows& rows, const Entry& entry, const IncidentMerged& merged) {
    rows.run(
        "UPDATE incident SET merged_into = :m WHERE id = :i AND drill = :d", merged.into, entry.subject, entry.drill
    );
    end(rows, entry, "merged");
    write_line(rows, entry, {}, false, "并入另一件：" + merged.reason, "Merged into another: " + merged.reason);
}

void project(store::Rows& rows, const Entry& entry, const IncidentPassed& passed) {
    rows.run("UPDATE incident SET passed_to = :t WHERE id = :i AND drill = :d", passed.to, entry.subject, entry.drill);
    write_line(rows, entry, {}, false, "转下级处置：" + passed.words, "Passed to a node below: " + passed.words);
}

void project(store::Rows& rows, const Entry& entry, const IncidentClosed& closed) {
    rows.run(
        "UPDATE incident SET closed_at = :at, close_words = :w, final_by = :f, followup_by = NULL WHERE id = :i AND "
        "drill = :d",
        entry.at,
        closed.words,
        closed.final_by,
        entry.subject,
        entry.drill
    );
    journal::clear_deadline(rows, deadline_of(entry.subject, ClockKind::followup));
    watch(rows, entry, ClockKind::final, closed.final_by);
    write_line(rows, entry, {}, false, "处置结束：" + closed.words, "Ended: " + closed.words);
}

void project(store::Rows& rows, const Entry& entry, const IncidentOverdue& overdue) {
    journal::clear_deadline(rows, deadline_of(entry.subject, overdue.clock));
    const auto [zh, en] = clock_words(overdue.clock);
    write_line(rows, entry, {}, true, zh + "超过时限", "The limit of the " + en + " is over");
}

}  // namespace anlan::incident
