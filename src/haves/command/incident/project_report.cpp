#include <fmt/format.h>

#include "incident/commands.hpp"
#include "incident/project.hpp"
#include "incident/queries.hpp"
#include "incident/stages.hpp"
#include "journal/deadline.hpp"

namespace anlan::incident {

namespace {

void keep_report(store::Rows& rows, const Entry& entry, const ReportSent& sent, const std::string& node) {
    rows.run(
        "INSERT INTO incident_report(node, incident, number, drill, at, body) VALUES(:n, :i, :u, :d, :at, :b) "
        "ON CONFLICT(node, incident, number) DO NOTHING",
        node,
        entry.subject,
        sent.number,
        entry.drill,
        entry.at,
        sent
    );
}

void keep_phoned(store::Rows& rows, const Entry& entry, const ReportPhoned& phoned, const std::string& node) {
    rows.run(
        "INSERT INTO incident_phoned(node, incident, seq, drill, at, body) VALUES(:n, :i, :s, :d, :at, :b) "
        "ON CONFLICT(node, incident, seq) DO NOTHING",
        node,
        entry.subject,
        entry.seq,
        entry.drill,
        entry.at,
        phoned
    );
}

/// `node` as of incident_report: who wrote it, empty for ours.
void arrive(store::Rows& rows, const Entry& entry, const std::string& node, std::int64_t number, Instant at) {
    rows.run(
        "INSERT INTO incident_arrival(node, incident, number, drill, at, read_title) VALUES(:n, :i, :u, :d, :at, '') "
        "ON CONFLICT(node, incident, number) DO NOTHING",
        node,
        entry.subject,
        number,
        entry.drill,
        at
    );
}

void read(
    store::Rows& rows,
    const Entry& entry,
    const std::string& node,
    std::int64_t number,
    Instant at,
    const std::string& by_title
) {
    arrive(rows, entry, node, number, at);
    rows.run(
        "UPDATE incident_arrival SET read_at = COALESCE(read_at, :at), read_title = :t WHERE node = :n AND incident = "
        ":i AND number = :u AND drill = :d",
        at,
        by_title,
        node,
        entry.subject,
        number,
        entry.drill
    );
}

/// The account that goes on is the one of this version.
void set_head(store::Rows& rows, const Entry& entry, std::int64_t version) {
    rows.run(
        "UPDATE incident SET head = :h, account = (SELECT account FROM incident_draft WHERE incident = :a AND version "
        "= "
        ":v) WHERE id = :i AND drill = :d",
        version,
        entry.subject,
        version,
        entry.subject,
        entry.drill
    );
}

void follow(store::Rows& rows, const Entry& entry, const ReportSent& sent) {
    const auto key = deadline_of(entry.subject, ClockKind::followup);
    if (!sent.next_by) return journal::clear_deadline(rows, key);
    journal::set_deadline(
        rows, entry, key, *sent.next_by, "incident.check", CheckClock{IncidentId{entry.subject}, ClockKind::followup}
    );
}

std::string changes_after(const ReportSent& sent) {
    std::string words;
    for (const auto& change : sent.changes)
        words += "；" + change_in_words(change, sent.stage == Stage::correction ? "更正为" : "变为");
    return words;
}

void line_of_report(store::Rows& rows, const Entry& entry, const ReportSent& sent, const std::string& node) {
    write_line(
        rows,
        entry,
        node,
        sent.late,
        fmt::format(
            "发出{}{}{}",
            stage_in_words(sent.stage, sent.number),
            changes_after(sent),
            sent.late ? "（迟报：" + sent.late_reason + "）" : ""
        ),
        fmt::format("Report {} sent ({}){}", sent.number, to_text(sent.stage), sent.late ? ", late" : "")
    );
}

void line_of_phoned(store::Rows& rows, const Entry& entry, const ReportPhoned& phoned, const std::string& node) {
    write_line(
        rows,
        entry,
        node,
        phoned.late,
        fmt::format(
            "电话快报{}{}{}",
            phoned.to,
            phoned.heard_by.empty() ? "" : "（接听：" + phoned.heard_by + "）",
            phoned.late ? "（迟报：" + phoned.late_reason + "）" : ""
        ),
        "Told by telephone: " + phoned.to
    );
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const ReportDrafted& drafted) {
    rows.run(
        "INSERT INTO incident_draft(incident, version, drill, base, at, actor, split, account) VALUES(:i, :v, :d, :b, "
        ":at, :a, :s, :c) ON CONFLICT(incident, version) DO NOTHING",
        entry.subject,
        drafted.version,
        entry.drill,
        drafted.base,
        entry.at,
        entry.actor,
        drafted.split,
        drafted.account
    );
    if (!drafted.split) set_head(rows, entry, drafted.version);
    if (drafted.split)
        write_line(
            rows,
            entry,
            {},
            true,
            fmt::format("两人同时修改，第 {} 稿另存，待选定", drafted.version),
            fmt::format("Two people changed it; version {} is kept beside the other", drafted.version)
        );
}

void project(store::Rows& rows, const Entry& entry, const ReportSettled& settled) {
    rows.run("UPDATE incident_draft SET split = 0 WHERE incident = :i AND drill = :d", entry.subject, entry.drill);
    set_head(rows, entry, settled.version);
    write_line(
        rows,
        entry,
        {},
        false,
        fmt::format("选定第 {} 稿", settled.version),
        fmt::format("Version {} goes on", settled.version)
    );
}

void project(store::Rows& rows, const Entry& entry, const ReportPhoned& phoned) {
    keep_phoned(rows, entry, phoned, {});
    rows.run(
        "UPDATE incident SET phoned_at = COALESCE(phoned_at, :at), verified = 1 WHERE id = :i AND drill = :d",
        entry.at,
        entry.subject,
        entry.drill
    );
    journal::clear_deadline(rows, deadline_of(entry.subject, ClockKind::phone));
    line_of_phoned(rows, entry, phoned, {});
}

void project(store::Rows& rows, const Entry& entry, const ReportSent& sent) {
    keep_report(rows, entry, sent, {});
    rows.run(
        "UPDATE incident SET reports = :n, account = :c, verified = 1, written_at = COALESCE(written_at, :w), "
        "followup_by = :f, "
        "final_at = CASE WHEN :s = 'final' THEN COALESCE(final_at, :t) ELSE final_at END, ended_as = CASE WHEN :e = "
        "'final' THEN 'reported' ELSE ended_as END WHERE id = :i AND drill = :d",
        sent.number,
        sent.account,
        entry.at,
        sent.next_by,
        to_text(sent.stage),
        entry.at,
        to_text(sent.stage),
        entry.subject,
        entry.drill
    );
    journal::clear_deadline(rows, deadline_of(entry.subject, ClockKind::written));
    follow(rows, entry, sent);
    if (sent.stage == Stage::final) {
        journal::clear_deadline(rows, deadline_of(entry.subject, ClockKind::final));
        journal::clear_deadline(rows, deadline_of(entry.subject, ClockKind::phone));
    }
    line_of_report(rows, entry, sent, {});
}

void project(store::Rows& rows, const Entry& entry, const ReportArrived& arrived) {
    arrive(rows, entry, arrived.from.text, arrived.number, entry.at);
}

void project(store::Rows& rows, const Entry& entry, const ReportReceipted& receipted) {
    read(rows, entry, receipted.from.text, receipted.number, entry.at, receipted.by_title);
}

void project(store::Rows& rows, const Entry& entry, const ReportConfirmed& confirmed) {
    if (confirmed.read) {
        read(rows, entry, {}, confirmed.number, confirmed.at, confirmed.by_title);
        return write_line(
            rows,
            entry,
            {},
            false,
            fmt::format("上级已签收第 {} 号报告（{}）", confirmed.number, confirmed.by_title),
            fmt::format("Report {} read above by {}", confirmed.number, confirmed.by_title)
        );
    }
    arrive(rows, entry, {}, confirmed.number, confirmed.at);
    // A written report that is there has told what the telephone would have told.
    rows.run(
        "UPDATE incident SET phoned_at = COALESCE(phoned_at, :at) WHERE id = :i AND drill = :d",
        entry.at,
        entry.subject,
        entry.drill
    );
    journal::clear_deadline(rows, deadline_of(entry.subject, ClockKind::phone));
}

void project(store::Rows& rows, const Entry& entry, const DeliveryNoted& noted) {
    rows.run(
        "INSERT INTO incident_delivery(incident, number, recipient, drill, at, how, actor) VALUES(:i, :u, :r, :d, :at, "
        ":h, :a) ON CONFLICT(incident, number, recipient) DO NOTHING",
        entry.subject,
        noted.number,
        noted.to,
        entry.drill,
        entry.at,
        noted.how,
        entry.actor
    );
    write_line(rows, entry, {}, false, "已送达" + noted.to + "：" + noted.how, "Reached " + noted.to);
}

void mirror(store::Rows& rows, const Entry& entry, const ReportPhoned& phoned, const AreaCode& from) {
    keep_phoned(rows, entry, phoned, from.text);
    line_of_phoned(rows, entry, phoned, from.text);
}

void mirror(store::Rows& rows, const Entry& entry, const ReportSent& sent, const AreaCode& from) {
    keep_report(rows, entry, sent, from.text);
    line_of_report(rows, entry, sent, from.text);
}

}  // namespace anlan::incident
