#include "venue/reactions.hpp"

#include "organisation/queries.hpp"
#include "tasks/commands.hpp"
#include "tasks/queries.hpp"
#include "venue/commands.hpp"
#include "venue/queries.hpp"

namespace anlan::venue {

namespace {

constexpr const char* kActor = "system:venue";
constexpr std::string_view kOrigin = "exhibit/";

std::string origin_of_exhibit(const std::string& exhibit) {
    return std::string(kOrigin) + exhibit;
}

/// A keeper without a post at the station holds no task; the page shows the fault all the same.
PostId post_of(store::Rows& rows, const PersonId& keeper) {
    const auto posts = organisation::posts_held_by(rows, keeper);
    return posts.empty() ? PostId{} : posts.front().id;
}

journal::Wishes no_more_to_do(const journal::Cause& cause, const char* why) {
    return {cause.wish(kActor, tasks::CancelTasks{origin_of_exhibit(cause.entry.subject), why})};
}

}  // namespace

journal::Wishes on_faulted(const journal::Cause& cause, const ExhibitFaulted& faulted) {
    const auto found = exhibit(cause.views, {cause.entry.subject});
    if (!cause.mine || !found || found->keeper.empty()) return {};
    tasks::TaskAssigned task;
    task.origin = origin_of_exhibit(cause.entry.subject);
    task.step = cause.entry.subject + "/" + std::to_string(cause.entry.seq);
    task.title = "修复展项：" + found->name;
    task.title_en = "Repair the exhibit: " + found->name;
    task.action = faulted.what;
    task.owner = found->keeper;
    task.post = post_of(cause.views, found->keeper);
    task.area = cause.node.area;
    task.due = faulted.repair_by;
    return {cause.wish(kActor, tasks::AssignTask{std::move(task)})};
}

journal::Wishes on_repaired(const journal::Cause& cause, const ExhibitRepaired&) {
    return no_more_to_do(cause, "展项已修复");
}

journal::Wishes on_retired(const journal::Cause& cause, const ExhibitRetired&) {
    return no_more_to_do(cause, "展项已撤");
}

journal::Wishes on_task_done(const journal::Cause& cause, const tasks::TaskConfirmed& confirmed) {
    if (!cause.mine) return {};
    const auto origin = tasks::origin_of(cause.views, {cause.entry.subject});
    if (!origin.starts_with(kOrigin)) return {};
    const auto what = confirmed.note.empty() ? std::string("按任务修复") : confirmed.note;
    return {cause.wish(kActor, RepairExhibit{{origin.substr(kOrigin.size())}, what})};
}

}  // namespace anlan::venue
