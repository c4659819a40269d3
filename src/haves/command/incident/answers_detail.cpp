#include <algorithm>

#include "incident/answers.hpp"
#include "incident/rules.hpp"
#include "incident/stages.hpp"
#include "journal/vault.hpp"
#include "organisation/queries.hpp"

namespace anlan::incident {

namespace {

struct PhonedRow {
    std::string node;
    Instant at{};
    ReportPhoned body;
};
BOOST_DESCRIBE_STRUCT(PhonedRow, (), (node, at, body))

struct LineRow {
    std::string node;
    Instant at{};
    std::string kind, actor;
    bool late = false;
    std::string zh, en;
};
BOOST_DESCRIBE_STRUCT(LineRow, (), (node, at, kind, actor, late, zh, en))

struct DeliveryRow {
    std::string recipient;
    Instant at{};
    std::string how;
};
BOOST_DESCRIBE_STRUCT(DeliveryRow, (), (recipient, at, how))

struct EvidenceRow {
    Instant at{};
    std::string actor;
    std::vector<std::string> photos;
    std::string voice;
};
BOOST_DESCRIBE_STRUCT(EvidenceRow, (), (at, actor, photos, voice))

/// The first recipients are served by the node above; further ones are noted by hand.
std::vector<DeliveryAnswer> deliveries_of(store::Rows& rows, const IncidentId& id, const ReportFacts& report) {
    std::vector<DeliveryAnswer> all;
    for (const auto& to : report.body.to) all.push_back({to, report.seen_at, report.seen_at ? "network" : ""});
    if (!report.node.empty()) return all;
    for (const auto& row : rows.select<DeliveryRow>(
             "SELECT recipient, at, how FROM incident_delivery WHERE incident = :i AND number = :n ORDER BY at",
             id,
             report.number
         )) {
        const auto same =
            std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.to == row.recipient; });
        if (same == all.end())
            all.push_back({row.recipient, row.at, row.how});
        else if (!same->at)
            *same = {row.recipient, row.at, row.how};
    }
    return all;
}

std::string name_of(store::Rows& rows, const std::string& node, const journal::NodeFacts& here) {
    return node.empty() ? here.name : organisation::area_name(rows, AreaCode{node});
}

SentReportAnswer answer_of(
    store::Rows& rows, const IncidentFacts& incident, const ReportFacts& report, const journal::NodeFacts& node
) {
    const auto& sent = report.body;
    SentReportAnswer made;
    made.node = report.node.empty() ? node.area : AreaCode{report.node};
    made.node_name = name_of(rows, report.node, node);
    made.own = report.node.empty();
    made.number = report.number;
    made.stage = sent.stage;
    made.corrects = sent.corrects;
    made.heading = stage_in_words(sent.stage, sent.number);
    made.at = report.at;
    made.due = sent.due;
    made.late = sent.late;
    made.late_reason = sent.late_reason;
    made.by_title = sent.by_title;
    made.account = sent.account;
    made.changes = sent.changes;
    for (const auto& change : sent.changes)
        made.changes_zh.push_back(change_in_words(change, sent.stage == Stage::correction ? "更正为" : "变为"));
    made.grade = sent.grade;
    made.deliveries = deliveries_of(rows, incident.id, report);
    made.arrived_at = report.seen_at;
    made.read_at = report.read_at;
    made.read_title = report.read_title;
    return made;
}

/// A person's name, or nothing for the program itself.
std::string who(store::Rows& rows, const std::string& actor) {
    if (actor.find(':') != std::string::npos) return {};
    return organisation::person_name(rows, PersonId{actor});
}

void add_course(
    store::Rows& rows, IncidentDetail& made, const IncidentFacts& incident, const journal::NodeFacts& node
) {
    for (const auto& row : rows.select<PhonedRow>(
             "SELECT node, at, body FROM incident_phoned WHERE incident = :i ORDER BY at, seq", incident.id
         ))
        made.phoned.push_back(
            {name_of(rows, row.node, node),
             row.node.empty(),
             row.at,
             row.body.to,
             row.body.heard_by,
             row.body.words,
             row.body.by_title,
             row.body.late_reason,
             row.body.late}
        );
    for (const auto& row : rows.select<LineRow>(
             "SELECT node, at, kind, actor, late, zh, en FROM incident_line WHERE incident = :i ORDER BY at, seq",
             incident.id
         ))
        made.lines.push_back(
            {row.at, name_of(rows, row.node, node), row.kind, row.zh, row.en, who(rows, row.actor), row.late}
        );
}

void add_evidence(store::Rows& rows, IncidentDetail& made, const IncidentFacts& incident) {
    for (auto& row : rows.select<EvidenceRow>(
             "SELECT at, actor, photos, voice FROM incident_evidence WHERE incident = :i ORDER BY seq", incident.id
         )) {
        EvidenceAnswer each{row.at, who(rows, row.actor), std::move(row.photos), std::nullopt};
        if (!row.voice.empty()) each.voice = std::move(row.voice);
        made.evidence.push_back(std::move(each));
    }
}

}  // namespace

IncidentDetail detail_of(
    store::Rows& rows, const IncidentFacts& incident, const journal::NodeFacts& node, Instant now
) {
    IncidentDetail made;
    made.incident = head_of(rows, incident, node, now);
    made.account = incident.account;
    made.head = incident.head;
    made.proposal = propose_grade(rows, incident.kind, incident.account.figures, incident.sensitive);
    made.usual_to = usual_recipients(rows, node.level());
    const auto secret = [&](const char* field) {
        return journal::vault::reveal(rows, incident.id.text, field).value_or("");
    };
    made.teller = {secret("teller_name"), secret("teller_phone"), secret("teller_unit")};
    made.duplicates = duplicates_of(rows, incident);
    for (const auto& draft : drafts_of(rows, incident.id)) {
        made.split |= draft.split;
        made.drafts.push_back(
            {draft.version,
             draft.base,
             draft.at,
             who(rows, draft.actor.text),
             draft.split,
             draft.version == incident.head,
             draft.account}
        );
    }
    for (const auto& report : reports_of(rows, incident.id)) {
        made.reports.push_back(answer_of(rows, incident, report, node));
        if (report.node.empty() && report.number == incident.reports)
            made.changed = !(report.body.account == incident.account);
    }
    add_course(rows, made, incident, node);
    add_evidence(rows, made, incident);
    return made;
}

}  // namespace anlan::incident
