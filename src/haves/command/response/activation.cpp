#include "response/activation.hpp"

#include <algorithm>
#include <set>

#include "calls/commands.hpp"
#include "organisation/queries.hpp"
#include "shelter/queries.hpp"
#include "tasks/commands.hpp"
#include "warning/queries.hpp"

namespace anlan::response {

namespace {

using organisation::PostFacts;

/// The same work, whatever its deadline.
bool same_work(plan::Step one, plan::Step other) {
    one.deadline = other.deadline = {};
    one.repeat_minutes = other.repeat_minutes = 0;
    return to_json_text(one) == to_json_text(other);
}

tasks::TaskAssigned task_of(const plan::Step& step, const std::string& response, const std::string& key, Instant due) {
    tasks::TaskAssigned task;
    task.origin = response;
    task.step = key;
    task.title = step.title;
    task.title_en = step.title_en;
    task.action = step.action;
    task.line = step.line;
    task.due = due;
    task.confirmation = enum_from<tasks::Confirmation>(to_text(step.confirmation)).value_or(tasks::Confirmation::tick);
    task.unit = step.unit;
    task.number_wanted = step.number_wanted;
    for (const auto& need : step.needs) task.needs.push_back({need.kind, need.what, need.quantity, need.unit});
    task.chapter = step.chapter;
    task.text = step.text;
    return task;
}

/// The post's own holder, its deputy, else whoever holds the step's deputy post in the same place.
void give_to(tasks::TaskAssigned& task, const PostFacts& post, const plan::Step& step, store::Rows& rows) {
    task.post = post.id;
    task.post_title = post.title;
    task.area = post.area;
    task.owner = post.holder.empty() ? post.deputy : post.holder;
    if (!task.owner.empty() || step.deputy_post.empty()) return;
    for (const auto& other : organisation::posts_of(rows, step.deputy_post, post.area))
        if (!other.holder.empty()) {
            task.owner = other.holder;
            return;
        }
}

/// One task for each post of that code: one in the town, one in every village.
std::vector<tasks::TaskAssigned> given(
    const plan::Step& step,
    const std::string& response,
    const std::string& key,
    Instant due,
    const journal::Cause& cause
) {
    auto plain = task_of(step, response, key, due);
    plain.area = cause.node.area;
    if (step.post.empty()) {
        const auto people = organisation::people_of_line(cause.views, step.line);
        if (!people.empty()) plain.owner = people.front();
        return {plain};
    }
    const auto posts = organisation::posts_of(cause.views, step.post, cause.node.area);
    if (posts.empty()) {
        plain.post_title = step.post;
        return {plain};
    }
    std::vector<tasks::TaskAssigned> all;
    std::set<AreaCode> places;
    for (const auto& post : posts) {
        auto task = plain;
        give_to(task, post, step, cause.views);
        // A step is one task in each place; a second post of that code in the same place needs a name of its own.
        if (!places.insert(post.area).second) task.step = key + "/" + post.id.text;
        all.push_back(std::move(task));
    }
    return all;
}

struct Callee {
    PersonId person;
    PostId post;
    AreaCode area;
};

/// Holders of the posts of that code, or the people of the line of that name.
std::vector<Callee> people_behind(store::Rows& rows, const std::string& code, const AreaCode& area) {
    std::vector<Callee> all;
    const auto posts = organisation::posts_of(rows, code, area);
    for (const auto& post : posts) {
        const auto& person = post.holder.empty() ? post.deputy : post.holder;
        if (!person.empty()) all.push_back({person, post.id, post.area});
    }
    if (posts.empty())
        for (const auto& person : organisation::people_of_line(rows, code)) all.push_back({person, {}, area});
    return all;
}

/// Everybody a level and its steps call, each once, in the order of the plan.
std::vector<Callee> callees(store::Rows& rows, const plan::PlanLevel* level, const AreaCode& area) {
    std::vector<Callee> all;
    if (level == nullptr) return all;
    auto codes = level->calls;
    for (const auto& step : level->steps) codes.insert(codes.end(), step.calls.begin(), step.calls.end());
    std::set<std::string> asked;
    std::set<PersonId> known;
    for (const auto& code : codes) {
        if (!asked.insert(code).second) continue;
        for (auto& each : people_behind(rows, code, area))
            if (known.insert(each.person).second) all.push_back(std::move(each));
    }
    return all;
}

std::vector<calls::HouseholdId> households_in(store::Rows& rows, const AreaCode& area) {
    std::vector<calls::HouseholdId> all;
    for (const auto& each : shelter::households_of(rows, area)) all.push_back({each.id});
    return all;
}

std::string call_text(const InForce& now) {
    return now.footing.plan_title + "：" + now.statement.matter_zh + "。" + now.statement.measures_zh +
           "请确认收到并立即到岗。";
}

}  // namespace

journal::Wishes tasks_of(const journal::Cause& cause, const InForce& now, const plan::Plan& plan) {
    journal::Wishes wishes;
    const auto* level = plan::level_of(plan, now.footing.level);
    const auto* before = plan::level_of(plan, now.from);
    if (level == nullptr) return wishes;
    const plan::Moments moments{cause.entry.at, warning::landfall_expected(cause.views, cause.entry.world())};
    for (const auto& step : level->steps) {
        const auto* old = before == nullptr ? nullptr : plan::step_of(*before, step.id);
        if (old != nullptr && same_work(*old, step)) continue;
        const auto key = old == nullptr ? step.id : step.id + "@" + std::to_string(now.footing.level);
        const auto due =
            plan::due_at(*level, step, moments).value_or(cause.entry.at + std::chrono::minutes{step.deadline.minutes});
        for (auto& task : given(step, now.response, key, due, cause))
            wishes.push_back(cause.wish(kActor, tasks::AssignTask{std::move(task)}));
    }
    return wishes;
}

journal::Wishes tasks_again(
    const journal::Cause& cause, const std::string& response, const plan::PlanLevel& level, const StepRepeated& repeated
) {
    journal::Wishes wishes;
    const auto* step = plan::step_of(level, repeated.step);
    if (step == nullptr) return wishes;
    const auto key = step->id + "#" + std::to_string(repeated.number);
    const auto minutes = plan::due_minutes(level, *step).value_or(step->deadline.minutes);
    const auto span = std::min(minutes, repeated.minutes);
    for (auto& task : given(*step, response, key, cause.entry.at + std::chrono::minutes{span}, cause))
        wishes.push_back(cause.wish(kActor, tasks::AssignTask{std::move(task)}));
    return wishes;
}

journal::Wishes calls_of(const journal::Cause& cause, const InForce& now, const plan::Plan& plan) {
    journal::Wishes wishes;
    const auto* level = plan::level_of(plan, now.footing.level);
    if (level == nullptr) return wishes;
    std::set<PersonId> called;
    if (!now.raised())
        for (const auto& each : callees(cause.views, plan::level_of(plan, now.from), cause.node.area))
            called.insert(each.person);
    const auto headline = Announcement(cause.entry.world(), now.statement.matter_zh).text();
    const auto text = Announcement(cause.entry.world(), call_text(now)).text();
    for (const auto& each : callees(cause.views, level, cause.node.area)) {
        if (called.contains(each.person)) continue;
        calls::PlaceCall call{
            now.response,
            each.person,
            each.post,
            each.area,
            headline,
            text,
            now.footing.colour,
            now.footing.hazard,
            now.footing.level,
            {}};
        if (level->calls_households && each.area.level() == Level::village)
            call.households = households_in(cause.views, each.area);
        wishes.push_back(cause.wish(kActor, std::move(call)));
    }
    return wishes;
}

}  // namespace anlan::response
