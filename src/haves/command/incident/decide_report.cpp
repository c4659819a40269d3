#include <algorithm>

#include "incident/kind_queries.hpp"
#include "incident/report_commands.hpp"
#include "incident/rules.hpp"

namespace anlan::incident {

namespace {

/// What may still be written about: open ones, and after the final report corrections (国务院令第493号, art. 13).
Result<IncidentFacts> reportable(const Desk& desk, const IncidentId& id) {
    auto found = find_incident(desk.views, id);
    if (!found) return incident_unknown();
    if (!found->open() && found->ended_as != "reported")
        return refuse("already_ended", "incident", "这件事已经办结", "this incident has ended");
    return std::move(*found);
}

bool split(const std::vector<DraftFacts>& drafts) {
    return std::any_of(drafts.begin(), drafts.end(), [](const auto& draft) { return draft.split; });
}

Result<Stage> stage_of(const IncidentFacts& incident, const SendReport& wish, bool changed) {
    const bool first = incident.reports == 0;
    const auto stage = wish.stage.value_or(first ? Stage::first : Stage::followup);
    if (first != (stage == Stage::first))
        return refuse(
            "stage_wrong",
            "stage",
            first ? "请先发首报" : "首报已经发出",
            first ? "send the first report first" : "the first report has been sent"
        );
    if (stage == Stage::final && !incident.closed_at)
        return refuse(
            "not_closed", "stage", "处置结束后才能终报，请先点“处置结束”", "end the incident before its final report"
        );
    if (incident.final_at && stage != Stage::correction)
        return refuse(
            "stage_wrong", "stage", "终报已发，只能发更正", "the final report is out; only corrections may follow"
        );
    if (stage == Stage::correction && !changed)
        return refuse(
            "nothing_to_correct", "stage", "没有改动，不需要更正", "nothing has changed; there is nothing to correct"
        );
    return stage;
}

std::optional<Instant> due_of(const IncidentFacts& incident, Stage stage) {
    switch (stage) {
        case Stage::first:
            return incident.written_by;
        case Stage::followup:
            return incident.followup_by;
        case Stage::final:
            return incident.final_by;
        default:
            return std::nullopt;
    }
}

Refusal late_reason_missing() {
    return refuse(
        "late_reason_missing", "late_reason", "已超过时限，请写明迟报原因", "the limit is over; say why it is late"
    );
}

std::optional<ReportFacts> last_own(store::Rows& rows, const IncidentFacts& incident) {
    if (incident.reports == 0) return std::nullopt;
    return report_of(rows, incident.id, "", incident.reports);
}

}  // namespace

Result<Decision> decide(const SaveDraft& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto incident, reportable(desk, wish.incident));
    BOOST_OUTCOME_TRYV(check_account(wish.account));
    const auto drafts = drafts_of(desk.views, wish.incident);
    const auto last = drafts.empty() ? 0 : drafts.back().version;
    if (wish.base < 0 || wish.base > last)
        return refuse("base_unknown", "base", "请重新打开后再改", "open it again before changing it");
    if (wish.base == incident.head && wish.account == incident.account) {
        Decision same{{}, wish.incident.text, {}};
        same.answer = {{"version", incident.head}, {"split", false}};
        return same;
    }
    const ReportDrafted drafted{last + 1, wish.base, wish.base != incident.head, wish.account};
    auto decision = journal::decided(journal::event(wish.incident.text, drafted));
    decision.answer = {{"version", drafted.version}, {"split", drafted.split}};
    return decision;
}

Result<Decision> decide(const SettleDraft& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto incident, reportable(desk, wish.incident));
    const auto drafts = drafts_of(desk.views, wish.incident);
    const bool known =
        std::any_of(drafts.begin(), drafts.end(), [&](const auto& draft) { return draft.version == wish.version; });
    if (!known) return refuse("version_unknown", "version", "没有这个版本", "no such version");
    if (!split(drafts) && incident.head == wish.version) return Decision{{}, wish.incident.text, {}};
    return journal::decided(journal::event(wish.incident.text, ReportSettled{wish.version}));
}

Result<Decision> decide(const PhoneReport& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto incident, open_incident(desk, wish.incident));
    if (incident.phoned_at) return Decision{{}, wish.incident.text, {}};
    const auto usual = usual_recipients(desk.views, desk.node.level());
    const auto to = wish.to.empty() && !usual.empty() ? usual.front() : wish.to;
    if (to.empty()) return refuse("to_missing", "to", "请写报给谁", "say whom you told");
    const bool late = desk.now > incident.phone_by;
    if (late && wish.late_reason.empty()) return late_reason_missing();
    return journal::decided(journal::event(
        wish.incident.text,
        ReportPhoned{
            to,
            wish.heard_by,
            wish.words.empty() ? incident.account.course : wish.words,
            incident.kind,
            incident.where(),
            incident.happened_at,
            incident.known_at,
            incident.grade,
            incident.sensitive,
            incident.account.title,
            incident.account.figures,
            incident.phone_by,
            late,
            late ? wish.late_reason : "",
            title_of(desk)}
    ));
}

Result<Decision> decide(const SendReport& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto incident, reportable(desk, wish.incident));
    if (split(drafts_of(desk.views, wish.incident)))
        return refuse(
            "report_split",
            "version",
            "有人同时改过，两份都留着：请先比较并选定一份",
            "somebody else has changed it too and both are kept: compare them and choose one first"
        );
    if (wish.version && *wish.version != incident.head)
        return refuse(
            "version_old", "version", "刚有人改过，请看过新稿再发", "it has just been changed; read it first"
        );
    BOOST_OUTCOME_TRYV(check_account(incident.account));
    const auto before = last_own(desk.views, incident);
    const auto changes =
        before ? changes_between(before->body.account.figures, incident.account.figures) : std::vector<Change>{};
    const bool changed = before && (!changes.empty() || !(before->body.account == incident.account));
    BOOST_OUTCOME_TRY(const auto stage, stage_of(incident, wish, changed));
    const auto due = due_of(incident, stage);
    const bool late = due && desk.now > *due;
    if (late && wish.late_reason.empty()) return late_reason_missing();
    std::optional<Instant> next_by;
    if (!incident.closed_at) next_by = followup_after(desk, incident.grade, desk.now);
    const ReportSent sent{
        incident.reports + 1,
        stage,
        stage == Stage::correction ? incident.reports : 0,
        incident.head,
        incident.account,
        changes,
        incident.kind,
        incident.where(),
        incident.happened_at,
        incident.known_at,
        incident.grade,
        incident.sensitive,
        wish.to.empty() ? usual_recipients(desk.views, desk.node.level()) : wish.to,
        due.value_or(desk.now),
        late,
        late ? wish.late_reason : "",
        next_by,
        title_of(desk)};
    auto decision = journal::decided(journal::event(wish.incident.text, sent));
    decision.answer = {{"number", sent.number}, {"stage", to_text(stage)}, {"late", late}};
    return decision;
}

Result<Decision> decide(const ReceiptReport& wish, const Desk& desk) {
    if (!find_incident(desk.views, wish.incident)) return incident_unknown();
    const auto report = report_of(desk.views, wish.incident, wish.from.text, wish.number);
    if (!report || wish.from.text.empty()) return refuse("report_unknown", "number", "没有这份报告", "no such report");
    if (report->read_at) return Decision{{}, wish.incident.text, {}};
    auto event = journal::event(wish.incident.text, ReportReceipted{wish.from, wish.number, title_of(desk)});
    event.to = {wish.from};
    return journal::decided(std::move(event));
}

Result<Decision> decide(const NoteConfirmed& wish, const Desk& desk) {
    const auto incident = find_incident(desk.views, wish.incident);
    const bool above = wish.by != desk.node.area && wish.by.contains(desk.node.area);
    if (!incident || !above || incident->drill != desk.world.text()) return Decision{{}, wish.incident.text, {}};
    const auto& confirmed = wish.confirmed;
    if (confirmed.number > 0 && !report_of(desk.views, wish.incident, "", confirmed.number))
        return Decision{{}, wish.incident.text, {}};
    return journal::decided(journal::event(wish.incident.text, confirmed));
}

Result<Decision> decide(const NoteDelivery& wish, const Desk& desk) {
    if (!find_incident(desk.views, wish.incident)) return incident_unknown();
    if (!report_of(desk.views, wish.incident, "", wish.number))
        return refuse("report_unknown", "number", "没有这份报告", "no such report");
    if (wish.to.empty()) return refuse("to_missing", "to", "请写送达谁", "say whom it reached");
    return journal::decided(journal::event(wish.incident.text, DeliveryNoted{wish.number, wish.to, wish.how}));
}

std::optional<World> world_of(const SaveDraft& wish, store::Rows& rows) {
    return world_of_incident(rows, wish.incident);
}
std::optional<World> world_of(const SettleDraft& wish, store::Rows& rows) {
    return world_of_incident(rows, wish.incident);
}
std::optional<World> world_of(const PhoneReport& wish, store::Rows& rows) {
    return world_of_incident(rows, wish.incident);
}
std::optional<World> world_of(const SendReport& wish, store::Rows& rows) {
    return world_of_incident(rows, wish.incident);
}
std::optional<World> world_of(const ReceiptReport& wish, store::Rows& rows) {
    return world_of_incident(rows, wish.incident);
}
std::optional<World> world_of(const NoteDelivery& wish, store::Rows& rows) {
    return world_of_incident(rows, wish.incident);
}

}  // namespace anlan::incident
