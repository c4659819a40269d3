#include "response/project.hpp"

#include "journal/deadline.hpp"
#include "response/commands.hpp"
#include "response/retention.hpp"
#include "response/timeline.hpp"

namespace anlan::response {

namespace {

std::string deadline_of(const Entry& entry) {
    return "response/" + entry.subject;
}
std::string deadline_of(const Entry& entry, const std::string& step) {
    return "response/" + entry.subject + "/" + step;
}

void link(store::Rows& rows, const Entry& entry, const std::string& warning) {
    if (warning.empty()) return;
    rows.run(
        "INSERT INTO response_warning(response, warning, drill) VALUES(:r, :w, :d) ON CONFLICT(response, warning) DO "
        "NOTHING",
        entry.subject,
        warning,
        entry.drill
    );
}

/// The row of a new response; one that was proposed keeps its beginnings.
void found(store::Rows& rows, const Entry& entry, const Footing& footing) {
    rows.run(
        "INSERT INTO response(id, drill, seq, hazard, level, plan, plan_title, plan_title_en, plan_version, state, "
        "warning, "
        "incident, ordered_by, colour, area, reason_zh, reason_en, proposed_at, activated_by, measures_zh, "
        "measures_en, "
        "closed_by, declined) VALUES(:id, :drill, :seq, :hazard, :level, :plan, :title, :title_en, :version, "
        "'proposed', "
        ":warning, :incident, :ordered_by, :colour, :area, '', '', :at, '', '', '', '', 0) ON CONFLICT(id) DO NOTHING",
        entry.subject,
        entry.drill,
        entry.seq,
        footing.hazard,
        footing.level,
        footing.plan,
        footing.plan_title,
        footing.plan_title_en,
        footing.plan_version,
        footing.warning,
        footing.incident,
        footing.ordered_by,
        footing.colour,
        footing.area,
        entry.at
    );
    link(rows, entry, footing.warning);
}

void put_in_force(store::Rows& rows, const Entry& entry, const Footing& footing, const Statement& statement) {
    rows.run(
        "UPDATE response SET level = :level, plan = :plan, plan_title = :title, plan_title_en = :title_en, "
        "plan_version = :version, state = 'active', warning = :warning, incident = :incident, colour = :colour, "
        "measures_zh = :zh, measures_en = :en, expected_end = :until, confirm_by = NULL, suggested_level = NULL WHERE "
        "id = :id",
        footing.level,
        footing.plan,
        footing.plan_title,
        footing.plan_title_en,
        footing.plan_version,
        footing.warning,
        footing.incident,
        footing.colour,
        statement.measures_zh,
        statement.measures_en,
        statement.expected_end,
        entry.subject
    );
    journal::clear_deadline(rows, deadline_of(entry));
}

void set_repeat(
    store::Rows& rows, const Entry& entry, const std::string& step, std::int64_t number, std::int64_t minutes
) {
    rows.run(
        "INSERT INTO response_repeat(response, step, drill) VALUES(:r, :s, :d) ON CONFLICT(response, step) DO NOTHING",
        entry.subject,
        step,
        entry.drill
    );
    journal::set_deadline(
        rows,
        entry,
        deadline_of(entry, step),
        journal::after(entry, std::chrono::minutes{minutes}),
        "response.repeat_step",
        RepeatStep{{entry.subject}, step, number, minutes}
    );
}

void stop_repeats(store::Rows& rows, const Entry& entry) {
    for (const auto& step :
         rows.list<std::string>("SELECT step FROM response_repeat WHERE response = :r", entry.subject))
        journal::clear_deadline(rows, deadline_of(entry, step));
    rows.run("DELETE FROM response_repeat WHERE response = :r", entry.subject);
}

void close(store::Rows& rows, const Entry& entry, const std::string& reason, const PersonId& by, bool declined) {
    rows.run(
        "UPDATE response SET state = 'closed', closed_at = :a, closed_by = :b, close_reason = :r, declined = :d, "
        "confirm_by = NULL, suggested_level = NULL WHERE id = :i",
        entry.at,
        by,
        reason,
        declined,
        entry.subject
    );
    journal::clear_deadline(rows, deadline_of(entry));
    stop_repeats(rows, entry);
    set_retention_deadline(rows, entry);
}

/// A proposal follows the weather while nobody has confirmed it.
void move_proposal(store::Rows& rows, const Entry& entry, const LevelSuggested& suggested) {
    rows.run(
        "UPDATE response SET level = :l, colour = :c, warning = CASE WHEN :w1 = '' THEN warning ELSE :w2 END, "
        "reason_zh = :zh, reason_en = :en, suggested_level = NULL, confirm_by = :by WHERE id = :i",
        suggested.level,
        suggested.colour,
        suggested.warning,
        suggested.warning,
        suggested.reason_zh,
        suggested.reason_en,
        suggested.confirm_by,
        entry.subject
    );
    if (suggested.confirm_by)
        journal::set_deadline(
            rows,
            entry,
            deadline_of(entry),
            journal::after(entry, *suggested.confirm_by - entry.at),
            "response.escalate_confirm",
            EscalateConfirm{{entry.subject}}
        );
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const ResponseProposed& proposed) {
    tell(rows, entry, {}, proposed);
    found(rows, entry, proposed.footing);
    rows.run(
        "UPDATE response SET reason_zh = :zh, reason_en = :en, confirm_by = :by WHERE id = :i",
        proposed.reason_zh,
        proposed.reason_en,
        proposed.confirm_by,
        entry.subject
    );
    journal::set_deadline(
        rows,
        entry,
        deadline_of(entry),
        journal::after(entry, proposed.confirm_by - entry.at),
        "response.escalate_confirm",
        EscalateConfirm{{entry.subject}}
    );
}

void project(store::Rows& rows, const Entry& entry, const ConfirmEscalated& escalated) {
    tell(rows, entry, {}, escalated);
    journal::clear_deadline(rows, deadline_of(entry));
}

void project(store::Rows& rows, const Entry& entry, const ResponseActivated& activated) {
    tell(rows, entry, {}, activated);
    found(rows, entry, activated.footing);
    put_in_force(rows, entry, activated.footing, activated.statement);
    rows.run(
        "UPDATE response SET activated_at = :a, activated_by = :b, reason_zh = CASE WHEN reason_zh = '' THEN :r1 ELSE "
        "reason_zh END, reason_en = CASE WHEN reason_en = '' THEN :r2 ELSE reason_en END WHERE id = :i",
        entry.at,
        activated.by,
        activated.reason,
        activated.reason,
        entry.subject
    );
    link(rows, entry, activated.footing.warning);
    for (const auto& repeat : activated.repeats) set_repeat(rows, entry, repeat.step, 2, repeat.minutes);
}

void project(store::Rows& rows, const Entry& entry, const ResponseDeclined& declined) {
    tell(rows, entry, {}, declined);
    close(rows, entry, declined.reason, declined.by, true);
}

void project(store::Rows& rows, const Entry& entry, const LevelSuggested& suggested) {
    tell(rows, entry, {}, suggested);
    link(rows, entry, suggested.warning);
    const auto state = rows.value<std::string>("SELECT state FROM response WHERE id = :i", entry.subject);
    if (state == "proposed" && suggested.level > 0) return move_proposal(rows, entry, suggested);
    const auto level = rows.value<std::int64_t>("SELECT level FROM response WHERE id = :i", entry.subject);
    const auto other = level == suggested.level ? std::nullopt : std::optional(suggested.level);
    rows.run("UPDATE response SET suggested_level = :l WHERE id = :i", other, entry.subject);
    if (state != "proposed") return;
    // Nothing calls for it any more: nobody need be woken for it, yet a person still ends it.
    rows.run("UPDATE response SET confirm_by = NULL WHERE id = :i", entry.subject);
    journal::clear_deadline(rows, deadline_of(entry));
}

void project(store::Rows& rows, const Entry& entry, const LevelChanged& changed) {
    tell(rows, entry, {}, changed);
    put_in_force(rows, entry, changed.footing, changed.statement);
    stop_repeats(rows, entry);
    for (const auto& repeat : changed.repeats) set_repeat(rows, entry, repeat.step, 2, repeat.minutes);
}

void project(store::Rows& rows, const Entry& entry, const StepRepeated& repeated) {
    set_repeat(rows, entry, repeated.step, repeated.number + 1, repeated.minutes);
}

void project(store::Rows& rows, const Entry& entry, const ResponseClosed& closed) {
    tell(rows, entry, {}, closed);
    close(rows, entry, closed.reason, closed.by, false);
}

}  // namespace anlan::response
