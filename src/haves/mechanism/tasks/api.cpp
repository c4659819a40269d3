#include "organisation/queries.hpp"
#include "tasks/answers.hpp"
#include "tasks/commands.hpp"
#include "tasks/room.hpp"

namespace anlan::tasks {

namespace {

using http::Call;
using http::Page;

std::optional<std::string> filled(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return text;
}

TaskAnswer answer_of(const TaskRow& row, store::Rows& rows, Instant now) {
    TaskAnswer body;
    body.id = row.id;
    body.response = filled(row.origin);
    body.step = row.step;
    body.title = row.title;
    body.title_en = filled(row.title_en);
    body.action = row.action;
    body.post = row.post;
    body.post_title = row.post_title;
    body.line = filled(row.line);
    body.owner = filled(row.owner.text);
    if (!row.owner.empty()) body.owner_name = organisation::person_name(rows, row.owner);
    body.area = row.area;
    body.area_name = organisation::area_name(rows, row.area);
    body.due_at = row.due_at;
    body.confirmation = row.confirmation;
    body.unit = filled(row.unit);
    body.number_wanted = row.number_wanted;
    body.number = row.number;
    body.photo = filled(row.photo);
    body.lon = row.lon;
    body.lat = row.lat;
    body.note = filled(row.note);
    body.state = row.state;
    body.late = row.state == TaskState::open ? now > row.due_at : row.done_at && *row.done_at > row.due_at;
    body.done_at = row.done_at;
    if (!row.done_by.empty()) body.done_by_name = organisation::person_name(rows, row.done_by);
    body.needs = row.needs;
    body.plan_chapter = filled(row.chapter);
    body.plan_text = filled(row.text);
    body.started_at = row.started_at;
    body.drill = row.drill;
    return body;
}

Result<Page<TaskAnswer>> list(const Call& call, store::Rows& rows) {
    const bool own = call.query("mine") == "1";
    if (!own && !call.caller.may("desk.view"))
        return refuse("not_permitted", "", "只能查看自己的任务（mine=1）", "you may see your own tasks only (mine=1)");
    const auto response = call.query("response");
    const auto state = call.query("state");
    const auto me = own ? call.caller.person.text : std::string();
    const auto drill = call.scope().text();
    Page<TaskAnswer> page;
    // A phone does not choose a world: my list shows every world's tasks, each marked. A condition that does not hold
    // is written as one that is always true, so that those that do are plain and find their index among ten years of
    // tasks.
    const auto where = [](bool holds, const char* condition, const char* always) { return holds ? condition : always; };
    // What is to be done stands in the order of its limits; a list of everything begins with the newest.
    const bool everything = !own && response.empty() && state != "open";
    const auto asked = std::string("WHERE ") + where(!own, "drill = :d", ":d = ''") + " AND " +
                       where(!response.empty(), "origin = :r", ":r = ''") + " AND " +
                       where(!state.empty(), "state = :s", ":s = ''") + " AND " + where(own, "owner = :m", ":m = ''") +
                       " AND area LIKE :w ORDER BY " + (everything ? "due_at DESC, id DESC" : "due_at, id") +
                       " LIMIT :l";
    for (const auto& row : rows.select<TaskRow>(
             kTaskRows + asked,
             own ? std::string() : drill,
             response,
             state,
             me,
             std::string(call.caller.area.prefix()) + "%",
             call.limit(500, 2'000)
         ))
        page.items.push_back(answer_of(row, rows, call.now));
    return page;
}

Result<TaskAnswer> one(const Call& call, store::Rows& rows) {
    const auto row = task_row(rows, TaskId{call.path("task")});
    if (!row) return refuse("task_unknown", "task", "没有这项任务", "there is no such task");
    if (row->owner != call.caller.person && !(call.caller.may("desk.view") && call.caller.area.contains(row->area)))
        return refuse("not_permitted", "task", "只能查看自己的任务", "you may see your own tasks only");
    return answer_of(*row, rows, call.now);
}

}  // namespace

void add_endpoints(http::Endpoints& table) {
    using http::Method;
    table.list<TaskAnswer>("/api/v1/tasks", "", "任务", "tasks", &list)
        .asks(
            {"drill", "response", http::asked_choice<TaskState>("state"), http::asked_flag("mine"), http::asked_limit()}
        );
    table.get<TaskAnswer>("/api/v1/tasks/{task}", "", "一项任务", "one task", &one);
    table.command<ConfirmTask>(Method::post, "/api/v1/tasks/{task}/confirm", "task.confirm", "确认完成", "confirm it");
    table.command<ReassignTask>(
        Method::post, "/api/v1/tasks/{task}/reassign", "response.confirm", "改派", "give it to another"
    );
}

}  // namespace anlan::tasks
