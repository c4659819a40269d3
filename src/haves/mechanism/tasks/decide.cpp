#include <algorithm>
#include <cmath>

#include "base/attachment_id.hpp"
#include "organisation/queries.hpp"
#include "tasks/commands.hpp"
#include "tasks/records.hpp"

namespace anlan::tasks {

namespace {

Refusal task_unknown() {
    return refuse("task_unknown", "task", "没有这项任务", "there is no such task");
}

Result<TaskRow> open_task(const TaskId& id, const Desk& desk) {
    auto task = task_row(desk.views, id);
    if (!task) return task_unknown();
    if (task->state == TaskState::done)
        return refuse("already_done", "task", "这项任务已完成", "this task is done already");
    if (task->state == TaskState::cancelled)
        return refuse("already_cancelled", "task", "这项任务已取消", "this task was cancelled");
    return std::move(*task);
}

/// The owner, the post's holder or deputy, or whoever works the desk.
bool may_confirm(const TaskRow& task, const Desk& desk) {
    const auto& who = desk.person();
    if (task.owner.empty() || task.owner == who) return true;
    if (const auto post = organisation::post(desk.views, task.post))
        if (post->holder == who || post->deputy == who) return true;
    const auto held = organisation::posts_held_by(desk.views, who);
    return std::any_of(held.begin(), held.end(), [](const organisation::PostFacts& post) {
        return post.code == "duty_officer" || post.code == "duty_leader" || post.code == "station_head";
    });
}

Result<void> judge_place(const std::optional<double>& lon, const std::optional<double>& lat) {
    if (!lon && !lat) return done();
    const bool both = lon && lat && std::isfinite(*lon) && std::isfinite(*lat);
    const bool nowhere = both && std::abs(*lon) < 0.01 && std::abs(*lat) < 0.01;  // 0°N 0°E: a phone without a fix
    if (!both || std::abs(*lon) > 180 || std::abs(*lat) > 90 || nowhere)
        return refuse(
            "place_invalid",
            "lon",
            "位置无效，请重新定位或在地图上选择",
            "the place is not valid; locate again or choose it on the map"
        );
    return done();
}

Result<void> judge_proof(const TaskRow& task, const ConfirmTask& wish) {
    BOOST_OUTCOME_TRYV(judge_place(wish.lon, wish.lat));
    if (wish.number && (!std::isfinite(*wish.number) || *wish.number < 0))
        return refuse("number_invalid", "number", "数字不能为负", "the number cannot be negative");
    if (!wish.photo.empty() && !is_attachment_id(wish.photo))
        return refuse("photo_invalid", "photo", "照片请先上传", "upload the photo first");
    if (task.confirmation == Confirmation::number && !wish.number)
        return refuse("number_wanted", "number", "请填写完成数量", "enter the number");
    if (task.confirmation == Confirmation::photo && wish.photo.empty())
        return refuse("photo_wanted", "photo", "请拍一张照片", "take a photo");
    if (task.confirmation == Confirmation::place && !wish.lon)
        return refuse("place_wanted", "lon", "请提供当前位置", "give the place");
    return done();
}

}  // namespace

Result<Decision> decide(const AssignTask& wish, const Desk& desk) {
    auto task = wish.task;
    if (task.title.empty()) return refuse("title_empty", "title", "任务需要名称", "the task needs a title");
    if (task.due == Instant{}) return refuse("due_missing", "due", "任务需要时限", "the task needs a time");
    const auto same = desk.views.value<std::string>(
        "SELECT id FROM task WHERE origin = :o AND step = :s AND area = :a AND drill = :d AND state <> 'cancelled'",
        task.origin,
        task.step,
        task.area,
        desk.world.text()
    );
    if (same && !task.step.empty()) return Decision{{}, *same, {}};
    if (const auto post = organisation::post(desk.views, task.post)) {
        if (task.owner.empty()) task.owner = post->holder.empty() ? post->deputy : post->holder;
        if (task.post_title.empty()) task.post_title = post->title;
    }
    return journal::decided(journal::event(desk.new_id(), task));
}

Result<Decision> decide(const ConfirmTask& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(auto task, open_task(wish.task, desk));
    if (!may_confirm(task, desk))
        return refuse(
            "not_yours",
            "task",
            "这项任务由责任人、副手或值班员确认",
            "the owner, the deputy or the desk confirms this task"
        );
    BOOST_OUTCOME_TRYV(judge_proof(task, wish));
    if (task.confirmation == Confirmation::number && task.number_wanted && *wish.number < *task.number_wanted)
        return journal::decided(journal::event(task.id, TaskProgressed{desk.person(), *wish.number, wish.note}));
    return journal::decided(journal::event(
        task.id,
        TaskConfirmed{desk.person(), wish.number, wish.photo, wish.lon, wish.lat, wish.note, desk.now > task.due_at}
    ));
}

Result<Decision> decide(const ReassignTask& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(auto task, open_task(wish.task, desk));
    if (!organisation::person_exists(desk.views, wish.owner))
        return refuse("person_unknown", "owner", "名册里没有这个人", "this person is not on the roster");
    if (wish.reason.empty())
        return refuse("reason_missing", "reason", "请写明改派原因", "say why it is given to another");
    if (task.owner == wish.owner) return Decision{{}, task.id, {}};
    return journal::decided(journal::event(task.id, TaskReassigned{wish.owner, wish.reason}));
}

Result<Decision> decide(const NoteOverdue& wish, const Desk& desk) {
    const auto task = task_row(desk.views, wish.task);
    if (!task) return task_unknown();
    if (task->state != TaskState::open || task->overdue != 0) return Decision{};
    return journal::decided(journal::event(task->id, TaskOverdue{task->origin, task->title, task->owner}));
}

Result<Decision> decide(const CancelTasks& wish, const Desk& desk) {
    Decision decision;
    decision.subject = wish.origin;
    for (const auto& id : desk.views.list<std::string>(
             "SELECT id FROM task WHERE origin = :o AND drill = :d AND state = 'open' ORDER BY id",
             wish.origin,
             desk.world.text()
         ))
        decision.events.push_back(journal::event(id, TaskCancelled{wish.reason}));
    return decision;
}

static std::optional<World> world_of_task(const TaskId& task, store::Rows& rows) {
    const auto drill = rows.value<std::string>("SELECT drill FROM task WHERE id = :i", task);
    if (!drill) return std::nullopt;
    return World::stored(*drill);
}

std::optional<World> world_of(const ConfirmTask& wish, store::Rows& rows) {
    return world_of_task(wish.task, rows);
}
std::optional<World> world_of(const ReassignTask& wish, store::Rows& rows) {
    return world_of_task(wish.task, rows);
}
std::optional<World> world_of(const NoteOverdue& wish, store::Rows& rows) {
    return world_of_task(wish.task, rows);
}

}  // namespace anlan::tasks
