#include "enforcement/calendar.hpp"
#include "enforcement/commands.hpp"
#include "enforcement/project.hpp"
#include "journal/deadline.hpp"

namespace anlan::enforcement {

namespace {

std::string key_of(const Entry& entry, RectificationClock clock) {
    return "rectification/" + entry.subject + "/" + to_text(clock);
}

void set_clock(store::Rows& rows, const Entry& entry, RectificationClock clock, Instant due) {
    journal::set_deadline(
        rows,
        entry,
        key_of(entry, clock),
        due,
        "enforcement.ring_rectification",
        RingRectification{{entry.subject}, clock}
    );
}

/// The reminder comes in the morning of its day; the others at the end of theirs.
void set_clocks(
    store::Rows& rows,
    const Entry& entry,
    const std::string& due,
    const std::string& remind_on,
    const std::string& recheck_by
) {
    constexpr std::chrono::hours kMorning{9};
    const auto end = end_of(parse_day(due, "").value());
    const auto reminder = start_of(parse_day(remind_on, "").value()) + kMorning;
    if (reminder > entry.at) set_clock(rows, entry, RectificationClock::remind, reminder);
    set_clock(rows, entry, RectificationClock::due, end);
    set_clock(rows, entry, RectificationClock::recheck, end_of(parse_day(recheck_by, "").value()));
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const RectificationOrdered& ordered) {
    rows.run(
        "INSERT INTO rectification(id, inspection, place, party_name, hazards, first_due, due, remind_on, recheck_by, "
        "demands, ordered_at, asked_until, asked_reason, asked_by, extension_note) VALUES(:i, :n, :p, :y, :h, :f, :d, "
        ":m, :r, :e, :a, '', '', '', '')",
        entry.subject,
        ordered.inspection,
        ordered.place,
        ordered.party_name,
        ordered.hazards,
        ordered.due,
        ordered.due,
        ordered.remind_on,
        ordered.recheck_by,
        ordered.demands,
        entry.at
    );
    for (const auto& hazard : ordered.hazards)
        rows.run("UPDATE enforcement_hazard SET rectification = :r WHERE id = :i", entry.subject, hazard);
    set_clocks(rows, entry, ordered.due, ordered.remind_on, ordered.recheck_by);
    keep_paper(rows, entry, ordered.paper, ordered.inspection.text, to_json_text(ordered));
}

void project(store::Rows& rows, const Entry& entry, const RectificationClockRang& rang) {
    static constexpr const char* kStamp[] = {
        "UPDATE rectification SET reminded_at = :a WHERE id = :i",
        "UPDATE rectification SET fell_due_at = :a WHERE id = :i",
        "UPDATE rectification SET recheck_missed_at = :a WHERE id = :i"};
    rows.run(kStamp[static_cast<int>(rang.clock)], entry.at, entry.subject);
    journal::clear_deadline(rows, key_of(entry, rang.clock));
}

void project(store::Rows& rows, const Entry& entry, const ExtensionAsked& asked) {
    rows.run(
        "UPDATE rectification SET asked_until = :u, asked_reason = :r, asked_by = :b, asked_at = :a WHERE id = :i",
        asked.until,
        asked.reason,
        entry.actor,
        entry.at,
        entry.subject
    );
}

void project(store::Rows& rows, const Entry& entry, const ExtensionDecided& decided) {
    rows.run(
        "UPDATE rectification SET asked_at = NULL, due = :d, remind_on = :m, recheck_by = :r, extension_note = :n "
        "WHERE id = :i",
        decided.due,
        decided.remind_on,
        decided.recheck_by,
        decided.note,
        entry.subject
    );
    if (decided.granted) set_clocks(rows, entry, decided.due, decided.remind_on, decided.recheck_by);
}

void project(store::Rows& rows, const Entry& entry, const RectificationReported& reported) {
    rows.run(
        "UPDATE rectification SET report = :t, reported_at = :a, recheck_by = :r WHERE id = :i",
        to_json_text(reported),
        entry.at,
        reported.recheck_by,
        entry.subject
    );
    journal::clear_deadline(rows, key_of(entry, RectificationClock::remind));
    set_clock(rows, entry, RectificationClock::recheck, end_of(parse_day(reported.recheck_by, "").value()));
}

void project(store::Rows& rows, const Entry& entry, const RectificationRechecked& rechecked) {
    rows.run(
        "UPDATE rectification SET recheck = :t, rechecked_at = :a WHERE id = :i",
        to_json_text(rechecked),
        entry.at,
        entry.subject
    );
    for (const auto clock : {RectificationClock::remind, RectificationClock::due, RectificationClock::recheck})
        journal::clear_deadline(rows, key_of(entry, clock));
    const auto file =
        rows.value<std::string>("SELECT inspection FROM rectification WHERE id = :i", entry.subject).value_or("");
    keep_paper(rows, entry, rechecked.paper, file, to_json_text(rechecked));
}

}  // namespace anlan::enforcement
