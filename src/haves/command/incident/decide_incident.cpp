#include "incident/commands.hpp"
#include "incident/forewarning.hpp"
#include "incident/grading.hpp"
#include "incident/kind_queries.hpp"
#include "incident/rules.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::incident {

namespace {

Refusal reason_missing(const char* field = "reason") {
    return refuse("reason_missing", field, "请写理由", "say why");
}

void tell_over(Decision& decision, const IncidentFacts& incident, const std::string& why, const Desk& desk) {
    if (auto over = forewarning_over(incident, why, desk)) decision.events.push_back(std::move(*over));
}

/// When a clock is due and whether it is still running.
std::optional<Instant> due_of(const IncidentFacts& incident, ClockKind clock) {
    switch (clock) {
        case ClockKind::phone:
            if (incident.phoned_at) return std::nullopt;
            return incident.phone_by;
        case ClockKind::written:
            if (incident.written_at) return std::nullopt;
            return incident.written_by;
        case ClockKind::followup:
            return incident.followup_by;
        default:
            if (incident.final_at) return std::nullopt;
            return incident.final_by;
    }
}

}  // namespace

Result<Decision> decide(const VerifyIncident& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto incident, open_incident(desk, wish.incident));
    if (!wish.real && wish.words.empty())
        return refuse("words_missing", "words", "请写明核实情况", "say what you found out");
    if (wish.real && incident.verified) return Decision{{}, wish.incident.text, {}};
    if (!wish.real && incident.reports > 0)
        return refuse(
            "already_reported",
            "real",
            "已经上报，请发更正报告说明",
            "it has been reported; send a correction that says so"
        );
    auto decision = journal::decided(journal::event(wish.incident.text, IncidentVerified{wish.real, wish.words}));
    if (!wish.real) tell_over(decision, incident, "核实不属实：" + wish.words, desk);
    return decision;
}

Result<Decision> decide(const AmendIncident& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto incident, open_incident(desk, wish.incident));
    if (wish.reason.empty()) return reason_missing();
    if (!wish.kind.empty() && find_kind(wish.kind) == nullptr)
        return refuse("kind_unknown", "kind", "请选择事件类型", "choose what kind of incident it is");
    if (wish.happened_at && *wish.happened_at > desk.now)
        return refuse("time_ahead", "happened_at", "事发时间不能晚于现在", "it cannot have happened later than now");
    auto place = incident.where();
    if (!wish.area.text.empty() || !wish.place.empty() || wish.lon) {
        BOOST_OUTCOME_TRY(auto found, place_of(desk, wish.area, wish.place, wish.lon, wish.lat));
        place = std::move(found);
    }
    return journal::decided(journal::event(
        wish.incident.text,
        IncidentAmended{
            wish.kind.empty() ? incident.kind : wish.kind,
            std::move(place),
            wish.happened_at.value_or(incident.happened_at),
            wish.sensitive.value_or(incident.sensitive),
            wish.reason}
    ));
}

Result<Decision> decide(const GradeIncident& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto incident, open_incident(desk, wish.incident));
    const auto proposal = propose_grade(desk.views, incident.kind, incident.account.figures, incident.sensitive);
    if (wish.reason.empty() && wish.grade != proposal.grade) return reason_missing();
    if (wish.grade == incident.grade && wish.reason.empty()) return Decision{{}, wish.incident.text, {}};
    auto limits = limits_for(desk, wish.grade, incident.sensitive, incident.known_at);
    limits.phone_by = std::min(limits.phone_by, incident.phone_by);
    limits.written_by = std::min(limits.written_by, incident.written_by);
    return journal::decided(journal::event(
        wish.incident.text, IncidentGraded{wish.grade, wish.reason.empty() ? proposal.reason : wish.reason, limits}
    ));
}

Result<Decision> decide(const MergeIncident& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto incident, open_incident(desk, wish.incident));
    BOOST_OUTCOME_TRY(const auto into, open_incident(desk, wish.into));
    if (incident.id == into.id) return refuse("merge_self", "into", "请选择另一件", "choose another incident");
    if (incident.drill != into.drill)
        return refuse("world_mixed", "into", "演练与真实事件不能合并", "a drill and reality cannot be merged");
    if (wish.reason.empty()) return reason_missing();
    if (incident.reports > 0)
        return refuse(
            "already_reported",
            "incident",
            "这件已经上报，请把另一件并入这件",
            "this one has been reported; merge the other one into it"
        );
    auto decision = journal::decided(journal::event(wish.incident.text, IncidentMerged{wish.into, wish.reason}));
    tell_over(decision, incident, "并入另一件：" + wish.reason, desk);
    return decision;
}

Result<Decision> decide(const PassIncident& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto incident, open_incident(desk, wish.incident));
    const bool child = wish.to != desk.node.area && wish.to.parent() == desk.node.area;
    if (!child || !organisation::area_facts(desk.views, wish.to))
        return refuse("not_below", "to", "只能转给本级的直属下级", "it can only be passed to your own children");
    if (incident.passed_to == wish.to.text) return Decision{{}, wish.incident.text, {}};
    auto event = journal::event(
        wish.incident.text,
        IncidentPassed{
            wish.to,
            incident.kind,
            incident.account,
            incident.where(),
            incident.happened_at,
            incident.sensitive,
            wish.words}
    );
    event.to = {wish.to};
    return journal::decided(std::move(event));
}

Result<Decision> decide(const CloseIncident& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto incident, open_incident(desk, wish.incident));
    if (incident.closed_at) return Decision{{}, wish.incident.text, {}};
    if (wish.words.empty()) return refuse("words_missing", "words", "请写处置结果", "say how it ended");
    if (incident.reports == 0)
        return refuse(
            "not_reported", "incident", "还没有首报，请先报告", "no report has been sent yet; send the first"
        );
    const auto by = desk.now + policy::seconds(desk.views, "report.final_after_close");
    return journal::decided(journal::event(wish.incident.text, IncidentClosed{wish.words, by}));
}

Result<Decision> decide(const CheckClock& wish, const Desk& desk) {
    const auto incident = find_incident(desk.views, wish.incident);
    if (!incident || !incident->open()) return Decision{{}, wish.incident.text, {}};
    const auto due = due_of(*incident, wish.clock);
    if (!due || *due > desk.now) return Decision{{}, wish.incident.text, {}};
    return journal::decided(
        journal::event(wish.incident.text, IncidentOverdue{wish.clock, incident->account.title, *due})
    );
}

std::optional<World> world_of(const VerifyIncident& wish, store::Rows& rows) {
    return world_of_incident(rows, wish.incident);
}
std::optional<World> world_of(const AmendIncident& wish, store::Rows& rows) {
    return world_of_incident(rows, wish.incident);
}
std::optional<World> world_of(const GradeIncident& wish, store::Rows& rows) {
    return world_of_incident(rows, wish.incident);
}
std::optional<World> world_of(const MergeIncident& wish, store::Rows& rows) {
    return world_of_incident(rows, wish.incident);
}
std::optional<World> world_of(const PassIncident& wish, store::Rows& rows) {
    return world_of_incident(rows, wish.incident);
}
std::optional<World> world_of(const CloseIncident& wish, store::Rows& rows) {
    return world_of_incident(rows, wish.incident);
}
std::optional<World> world_of(const CheckClock& wish, store::Rows& rows) {
    return world_of_incident(rows, wish.incident);
}

}  // namespace anlan::incident
