#include <map>

#include "base/day.hpp"
#include "organisation/queries.hpp"
#include "programme/building_queries.hpp"
#include "programme/forecast.hpp"
#include "programme/queries.hpp"
#include "programme/reactions.hpp"
#include "tasks/commands.hpp"

namespace anlan::programme {

namespace {

constexpr const char* kActor = "system:programme";
constexpr std::int64_t kDaysBefore = 7, kDaysAfter = 30;
constexpr std::chrono::hours kEndOfWork{18};

std::string origin_of(std::int64_t year, const std::string& task) {
    return "building/" + std::to_string(year) + "/" + task;
}

/// The plan names roles; the station's post for each. What is the county's own work is nobody's here.
PostId post_for(store::Rows& rows, const AreaCode& station, const std::string& role) {
    static const std::map<std::string, std::string> posts{
        {"zhanzhang", "station_head"},
        {"zhenzhang", "town_head"},
        {"duizhang", "team_leader"},
        {"cangguan", "store_keeper"},
        {"zhifa", "enforcement"}};
    const auto wanted = posts.find(role);
    if (wanted == posts.end()) return {};
    for (const auto* code : {wanted->second.c_str(), "station_head"})
        for (const auto& post : organisation::posts_of(rows, code, station))
            if (post.area == station) return post.id;
    return {};
}

bool is_near(const BuildTask& task, std::int64_t today) {
    const auto end = day_number(task.end);
    return end && today >= *end - kDaysBefore && today <= *end + kDaysAfter;
}

}  // namespace

journal::Wishes remind_of_building(const journal::Cause& cause, const ReadinessTold&) {
    const auto plan = build_plan(cause.views, 0);
    if (!cause.mine || !plan) return {};
    const auto progress = progress_of(cause.views, {}, plan->year);
    const auto today = *day_number(to_local(cause.now).substr(0, 10));
    journal::Wishes wishes;
    for (const auto& each : plan->tasks) {
        const auto told = progress.find(each.id);
        const bool finished = told != progress.end() && told->second.state == BuildState::done;
        const auto post = post_for(cause.views, cause.node.area, each.owner);
        if (finished || post.empty() || !is_near(each, today)) continue;
        tasks::TaskAssigned task;
        task.origin = origin_of(plan->year, each.id);
        task.step = each.id;
        task.title = "建设任务到期：" + each.title_zh;
        task.title_en = "Building task due: " + each.title_en;
        task.action = "完成后在“挂图作战”报进度；交付：" + each.deliverable;
        task.post = post;
        task.area = cause.node.area;
        task.due = start_of(parse_day(each.end, "end").value()) + kEndOfWork;
        wishes.push_back(cause.wish(kActor, tasks::AssignTask{std::move(task)}));
    }
    return wishes;
}

journal::Wishes forget_reminder(const journal::Cause& cause, const BuildTaskReported& reported) {
    if (!cause.mine || reported.state != BuildState::done) return {};
    return {cause.wish(kActor, tasks::CancelTasks{origin_of(reported.year, reported.task), "建设任务已报完成"})};
}

}  // namespace anlan::programme
