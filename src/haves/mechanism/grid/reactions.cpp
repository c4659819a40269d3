#include "grid/reactions.hpp"

#include <fmt/format.h>

#include "grid/commands.hpp"
#include "grid/incident_of.hpp"
#include "grid/queries.hpp"
#include "tasks/commands.hpp"
#include "tasks/queries.hpp"

namespace anlan::grid {

namespace {

constexpr const char* kActor = "system:grid";

/// A task of this origin; each entry makes one of its own, so that what comes back is a task anew.
tasks::AssignTask task_from(const journal::Cause& cause, std::string title, std::string action) {
    tasks::AssignTask assign;
    auto& task = assign.task;
    task.origin = cause.entry.subject;
    task.step = fmt::format("grid-{}", cause.entry.seq);
    task.title = std::move(title);
    task.action = std::move(action);
    return assign;
}

bool is_open(const tasks::TaskBrief& task) {
    return task.state == "open";
}

}  // namespace

journal::Wishes on_round_due(const journal::Cause& cause, const RoundDue& due) {
    if (!cause.mine) return {};
    // What was not walked until now is not owed twice.
    journal::Wishes wishes{cause.wish(kActor, tasks::CancelTasks{cause.entry.subject, "新一轮巡查开始"})};
    auto assign = task_from(cause, "巡查：" + due.title, due.stops);
    assign.task.post_title = "网格巡查";
    assign.task.owner = due.owner;
    assign.task.area = due.area;
    assign.task.due = due.due;
    wishes.push_back(cause.wish(kActor, std::move(assign)));
    return wishes;
}

journal::Wishes on_round_done(const journal::Cause& cause, const RoundDone& done) {
    if (!cause.mine) return {};
    journal::Wishes wishes;
    for (const auto& task : tasks::tasks_of(cause.views, cause.entry.subject)) {
        if (!is_open(task)) continue;
        const PersonId walker{cause.entry.actor};
        if (task.owner != walker && !task.owner.empty())
            wishes.push_back(cause.wish(kActor, tasks::ReassignTask{{task.id}, walker, "由本网格其他人员巡查"}));
        tasks::ConfirmTask confirm;
        confirm.task = {task.id};
        confirm.note = done.wrong == 0 ? "未发现问题" : fmt::format("发现问题 {} 处，已上报", done.wrong);
        wishes.push_back(cause.wish(cause.entry.actor, std::move(confirm)));
    }
    return wishes;
}

journal::Wishes on_stopped(const journal::Cause& cause, const PatrolStopped& stopped) {
    if (!cause.mine) return {};
    return {cause.wish(kActor, tasks::CancelTasks{cause.entry.subject, stopped.reason})};
}

journal::Wishes on_made_incident(const journal::Cause& cause, const MadeIncident& made) {
    if (!cause.mine) return {};
    const auto report = find_report(cause.views, {cause.entry.subject});
    if (!report) return {};
    journal::Wishes wishes{cause.wish(cause.entry.actor, incident_of(*report, made.kind, cause.entry.at))};
    wishes.push_back(cause.wish(kActor, tasks::CancelTasks{cause.entry.subject, "已转突发事件"}));
    return wishes;
}

journal::Wishes on_given(const journal::Cause& cause, const HazardGiven& given) {
    if (!cause.mine) return {};
    const auto report = find_report(cause.views, {cause.entry.subject});
    if (!report) return {};
    journal::Wishes wishes{cause.wish(kActor, tasks::CancelTasks{cause.entry.subject, "已改派"})};
    auto assign = task_from(cause, "处置隐患：" + given.title, given.words.empty() ? report->words : given.words);
    assign.task.post = given.post;
    assign.task.post_title = given.owner_title;
    assign.task.owner = given.owner;
    assign.task.area = given.area;
    assign.task.due = given.due;
    wishes.push_back(cause.wish(cause.entry.actor, std::move(assign)));
    return wishes;
}

journal::Wishes on_handled(const journal::Cause& cause, const HazardHandled&) {
    if (!cause.mine) return {};
    return {cause.wish(kActor, tasks::CancelTasks{cause.entry.subject, "值班室已代为反馈"})};
}

journal::Wishes on_checked(const journal::Cause& cause, const HazardChecked& checked) {
    if (!cause.mine || checked.passed) return {};
    const auto report = find_report(cause.views, {cause.entry.subject});
    if (!report) return {};
    auto assign = task_from(cause, "隐患复查未通过：" + report->title(), checked.words);
    assign.task.post_title = report->owner_title;
    assign.task.owner = report->owner;
    assign.task.area = report->area;
    assign.task.due = checked.due;
    return {cause.wish(cause.entry.actor, std::move(assign))};
}

journal::Wishes on_passed(const journal::Cause& cause, const ReportPassed& passed) {
    const AreaCode from{cause.from_area};
    if (cause.mine || from == cause.node.area || from.parent() != cause.node.area) return {};
    return {cause.wish(kActor, ReceiveReport{{cause.entry.subject}, from, passed})};
}

journal::Wishes on_replied(const journal::Cause& cause, const ReportReplied& replied) {
    if (cause.mine || AreaCode{cause.from_area} != cause.node.area.parent()) return {};
    return {cause.wish(kActor, EndReport{{cause.entry.subject}, Ending::replied, replied.words})};
}

journal::Wishes on_task_confirmed(const journal::Cause& cause, const tasks::TaskConfirmed& confirmed) {
    if (!cause.mine) return {};
    const auto origin = tasks::origin_of(cause.views, {cause.entry.subject});
    if (const auto report = find_report(cause.views, {origin}); report && report->state == ReportState::given) {
        const auto words = confirmed.note.empty() ? "已处置" : confirmed.note;
        return {cause.wish(cause.entry.actor, HandleHazard{report->id, words, confirmed.photo})};
    }
    const auto patrol = find_patrol(cause.views, {origin});
    if (!patrol || !patrol->round_due) return {};
    return {cause.wish(cause.entry.actor, WalkRound{patrol->id, "task:" + cause.entry.subject, {}, 0})};
}

journal::Wishes on_incident_closed(const journal::Cause& cause, const incident::IncidentClosed& closed) {
    const auto report = cause.mine ? report_of_incident(cause.views, cause.entry.subject) : std::nullopt;
    if (!report) return {};
    return {cause.wish(kActor, EndReport{report->id, Ending::incident_over, closed.words})};
}

journal::Wishes on_incident_verified(const journal::Cause& cause, const incident::IncidentVerified& verified) {
    if (verified.real) return {};
    const auto report = cause.mine ? report_of_incident(cause.views, cause.entry.subject) : std::nullopt;
    if (!report) return {};
    return {cause.wish(kActor, EndReport{report->id, Ending::incident_over, "经核实不属实：" + verified.words})};
}

}  // namespace anlan::grid
