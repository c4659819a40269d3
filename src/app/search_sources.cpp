#include "app/search_sources.hpp"

#include "app/search_works.hpp"
#include "app/shelf.hpp"
#include "calls/events.hpp"
#include "consultation/queries.hpp"
#include "duty/log_events.hpp"
#include "grid/queries.hpp"
#include "incident/queries.hpp"
#include "orders/queries.hpp"
#include "plan/events.hpp"
#include "registers/events.hpp"
#include "response/queries.hpp"
#include "response/timeline.hpp"
#include "tasks/events.hpp"
#include "warning/queries.hpp"

namespace anlan::app {

namespace {

using journal::Entry;
using search::Finding;
using search::Source;
using Findings = std::vector<Finding>;

Findings orders_of(store::Rows& rows, const Entry& entry) {
    const auto order = orders::find_order(rows, {entry.subject});
    if (!order) return {};
    auto text = order->text;
    for (const auto& asked : order->asks) text += "\n" + asked.label;
    const auto state = order->withdrawn_at ? "withdrawn" : to_text(order->kind);
    return {{"order", order->id.text, order->title, order->number + "\n" + text, {}, kDesk, state}};
}

Findings warning_of(store::Rows& rows, const Entry& entry) {
    const auto warning = warning::find_warning(rows, {entry.subject});
    if (!warning) return {};
    const auto& title = warning->headline.empty() ? warning->event : warning->headline;
    const auto text = warning->description + "\n" + warning->instruction + "\n" + warning->sender_name;
    return {{"warning", warning->id.text, title, text, {}, kDesk, to_text(warning->state)}};
}

Findings responses_of(store::Rows& rows, const Entry& entry) {
    const auto found = response::find_response(rows, {entry.subject});
    if (!found) return {};
    static constexpr const char* kLevels[] = {"", "Ⅰ级 一级", "Ⅱ级 二级", "Ⅲ级 三级", "Ⅳ级 四级"};
    const auto level = found->level >= 1 && found->level <= 4 ? found->level : 0;
    const auto title = warning::hazard_name(found->hazard) + kLevels[level] + "响应";
    return {{"response", found->id.text, title, "", {}, kDesk, to_text(found->state)}};
}

Findings tasks_of(store::Rows&, const Entry& entry) {
    const auto task = journal::Room::body_of<tasks::TaskAssigned>(entry);
    const auto text = task.action + "\n" + task.post_title + "\n" + task.text;
    return {{"task", entry.subject, task.title, text, task.area, kDesk, ""}};
}

Findings plans_of(store::Rows&, const Entry& entry) {
    const auto saved = journal::Room::body_of<plan::PlanSaved>(entry);
    return {{"plan", entry.subject, saved.plan.title, saved.plan.summary + "\n" + saved.yaml, {}, "plan.view", ""}};
}

Findings incidents_of(store::Rows& rows, const Entry& entry) {
    const auto found = incident::find_incident(rows, {entry.subject});
    if (!found) return {};
    const auto& account = found->account;
    const auto text = found->place + "\n" + account.course + "\n" + account.cause + "\n" + account.measures + "\n" +
                      account.trend + "\n" + account.next;
    return {{"incident", found->id.text, account.title, text, {}, kDesk, found->open() ? "open" : "ended"}};
}

/// A row of a list that somebody keeps: every text in it. Lists about people stay out, and personal fields are not in
/// an entry at all.
Findings row_of(store::Rows&, const Entry& entry) {
    const auto put = journal::Room::body_of<registers::RegisterPut>(entry);
    const auto* list = shelf().find(put.list);
    if (list == nullptr || list->stays_home) return {};
    std::string title, text;
    for (const auto& field : list->fields) {
        const auto* value = put.values.if_contains(field.name);
        if (value == nullptr || !value->is_string() || field.type == "area" || field.type == "person") continue;
        const std::string words(value->as_string());
        if (title.empty())
            title = words;
        else
            text += words + "\n";
    }
    return {{"register", put.list + "/" + entry.subject, title, text, put.area, "registers.view", list->title_zh}};
}

/// The row is written anew without its words, so nobody finds it by them.
Findings no_row(store::Rows&, const Entry& entry) {
    const auto list = journal::Room::body_of<registers::RegisterRetired>(entry).list;
    const auto* known = shelf().find(list);
    if (known == nullptr || known->stays_home) return {};
    return {{"register", list + "/" + entry.subject, "", "", {}, "registers.view", "retired"}};
}

/// Title, agenda, what was said and concluded.
Findings consultations_of(store::Rows& rows, const Entry& entry) {
    const auto found = consultation::find_consultation(rows, {entry.subject});
    if (!found) return {};
    auto text = found->conclusion;
    for (const auto& item : found->agenda) text += "\n" + item.text;
    for (const auto& word : consultation::words_of(rows, found->id)) text += "\n" + word.text;
    const auto state = found->concluded_at ? "concluded" : "called";
    return {{"consultation", found->id.text, found->title, text, {}, kDesk, state}};
}

Findings resolutions_of(store::Rows& rows, const Entry& entry) {
    const auto found = consultation::find_resolution(rows, {entry.subject});
    if (!found) return {};
    const auto state = found->outcome ? to_text(*found->outcome) : "open";
    return {{"resolution", found->id.text, found->text, found->owner_title + "\n" + found->words, {}, kDesk, state}};
}

Findings reports_of(store::Rows& rows, const Entry& entry) {
    const auto found = grid::find_report(rows, {entry.subject});
    if (!found) return {};
    const auto text = found->words + "\n" + found->handled_words + "\n" + found->answer;
    return {{"grid_report", found->id.text, found->title(), text, found->area, kDesk, to_text(found->state)}};
}

Findings grids_of(store::Rows& rows, const Entry& entry) {
    const auto found = grid::find_grid(rows, {entry.subject});
    if (!found) return {};
    return {{"grid", found->id.text, found->name, "", found->area, kDesk, ""}};
}

/// The duty log, line by line. The placing of calls is left out: a thousand stand there in a second, all alike.
Findings lines_of(store::Rows& rows, const Entry& entry) {
    Findings all;
    for (const auto& line : response::plain_lines(rows, entry))
        all.push_back({"log", std::to_string(entry.seq), line.zh, "", line.area, kDesk, ""});
    return all;
}

}  // namespace

std::vector<Source> search_sources() {
    std::vector<Source> all{
        {kinds<orders::OrderIssued, orders::OrderWithdrawn>(), &orders_of},
        {kinds<warning::WarningReceived, warning::WarningSuperseded, warning::WarningLifted, warning::WarningExpired>(),
         &warning_of},
        {kinds<
             response::ResponseProposed,
             response::ResponseActivated,
             response::LevelChanged,
             response::ResponseClosed>(),
         &responses_of},
        {kinds<tasks::TaskAssigned>(), &tasks_of},
        {kinds<plan::PlanSaved>(), &plans_of},
        {kinds<incident::IncidentTaken, incident::IncidentAmended, incident::IncidentClosed, incident::ReportSent>(),
         &incidents_of},
        {kinds<registers::RegisterPut>(), &row_of},
        {kinds<registers::RegisterRetired>(), &no_row},
        {kinds<
             consultation::ConsultationCalled,
             consultation::AgendaSet,
             consultation::WordSaid,
             consultation::ConsultationConcluded>(),
         &consultations_of},
        {kinds<consultation::ResolutionMade, consultation::ResolutionClosed>(), &resolutions_of},
        {kinds<grid::GridReported, grid::HazardHandled, grid::ReportAnswered>(), &reports_of},
        {kinds<grid::GridDrawn>(), &grids_of},
        {kinds<
             calls::CallAnswered,
             calls::CallEscalated,
             calls::CallUnreachable,
             calls::CallExhausted,
             calls::DoorKnocked,
             tasks::TaskConfirmed,
             tasks::TaskOverdue,
             orders::OrderAnswered,
             response::ResponseDeclined,
             warning::DrillStarted,
             warning::DrillEnded,
             duty::LogNoted,
             duty::LogSettled,
             duty::HandoverTaken,
             duty::RollCallMade>(),
         &lines_of}};
    for (auto& each : search_works()) all.push_back(std::move(each));
    return all;
}

}  // namespace anlan::app
