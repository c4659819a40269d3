#include "app/drill_incidents.hpp"

#include "app/grant.hpp"
#include "incident/commands.hpp"
#include "incident/queries.hpp"
#include "incident/report_commands.hpp"

namespace anlan::app {

namespace {

constexpr const char* kLateReason = "演练推进过快";

void put(incident::Figures& figures, const std::map<std::string, std::int64_t>& given) {
    boost::mp11::mp_for_each<reflect::members_of<incident::Figures>>([&](auto member) {
        const auto found = given.find(member.name);
        if (found == given.end()) return;
        using Value = typename std::remove_cvref_t<decltype(figures.*member.pointer)>::value_type;
        figures.*member.pointer = static_cast<Value>(found->second);
    });
}

}  // namespace

void DrillIncidents::take(const DrillStep& step, const World& world) {
    incident::TakeIncident wish;
    wish.title = step.headline;
    wish.words = step.description;
    wish.kind = step.event;
    wish.place = step.source;
    wish.measures = step.instruction;
    put(wish.figures, step.figures);
    const auto id = grant_in(county_.node(AreaCode{step.area}), world, std::move(wish));
    if (!id.empty()) ids_[step.id] = incident::IncidentId{id};
}

void DrillIncidents::write_account(
    Node& node, const incident::IncidentId& id, const DrillStep& step, const World& world
) {
    std::optional<incident::IncidentFacts> facts;
    node.read([&](store::Rows& rows) { facts = incident::find_incident(rows, id); });
    if (!facts) return;
    auto account = facts->account;
    if (!step.description.empty()) account.course = step.description;
    if (!step.instruction.empty()) account.measures = step.instruction;
    put(account.figures, step.figures);
    if (!(account == facts->account)) grant_in(node, world, incident::SaveDraft{id, facts->head, std::move(account)});
}

void DrillIncidents::report(const DrillStep& step, const World& world) {
    const auto found = ids_.find(step.id);
    if (found == ids_.end()) return;
    const auto id = found->second;
    auto& node = county_.node(AreaCode{step.area});
    if (step.event == "phone") {
        grant_in(node, world, incident::PhoneReport{id, "", "值班室", step.description, kLateReason});
        return;
    }
    if (step.event == "close") {
        grant_in(node, world, incident::CloseIncident{id, step.description});
        return;
    }
    write_account(node, id, step, world);
    grant_in(node, world, incident::SendReport{id, {}, enum_from<incident::Stage>(step.event), {}, kLateReason});
}

ReportTally tally_reports(County& county) {
    ReportTally sum;
    for (auto& node : county.nodes()) {
        auto& rows = node->writer().rows();
        const auto count = [&](const char* sql) { return rows.value<std::int64_t>(sql).value_or(0); };
        sum.incidents += count("SELECT COUNT(*) FROM incident WHERE source NOT IN ('below', 'above')");
        sum.open += count("SELECT COUNT(*) FROM incident WHERE ended_as = ''");
        sum.reports += count("SELECT COUNT(*) FROM incident_report WHERE node = ''");
        sum.late += count("SELECT COUNT(*) FROM incident_line WHERE node = '' AND late = 1");
    }
    return sum;
}

}  // namespace anlan::app
