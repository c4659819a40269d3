#include "response/review.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "calls/queries.hpp"
#include "organisation/queries.hpp"
#include "tasks/queries.hpp"

namespace anlan::response {

namespace {

std::vector<AnswerTime> answer_times(store::Rows& rows, const std::string& response) {
    std::vector<AnswerTime> all;
    for (const auto& call : calls::calls_of(rows, response))
        all.push_back(
            {call.id,
             organisation::person_name(rows, call.person),
             call.post_title,
             call.area,
             organisation::area_name(rows, call.area),
             call.seconds,
             call.state}
        );
    return all;
}

std::vector<LateTask> late_tasks(store::Rows& rows, const std::string& response, Instant now) {
    std::vector<LateTask> all;
    for (const auto& task : tasks::tasks_of(rows, response)) {
        const auto until = task.done_at.value_or(now);
        if (until <= task.due_at || task.state == "cancelled") continue;
        LateTask late{
            task.id,
            response,
            task.step,
            task.title,
            task.post_title,
            {},
            {},
            task.area,
            organisation::area_name(rows, task.area),
            task.started_at,
            task.due_at,
            task.state,
            true,
            task.done_at,
            {},
            0};
        if (!task.owner.empty()) {
            late.owner = task.owner.text;
            late.owner_name = organisation::person_name(rows, task.owner);
        }
        if (!task.done_by.empty()) late.done_by_name = organisation::person_name(rows, task.done_by);
        late.late_seconds = std::chrono::duration_cast<std::chrono::seconds>(until - task.due_at).count();
        all.push_back(std::move(late));
    }
    return all;
}

/// The turns of the story: warnings, decisions, the first and the last answer, the first and the last task done.
std::vector<TimelineLine> milestones_of(const std::vector<TimelineLine>& lines) {
    std::vector<TimelineLine> turns;
    std::map<std::string, std::size_t> last;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].kind == "call.answered" || lines[i].kind == "task.confirmed") last[lines[i].kind] = i;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& line = lines[i];
        const bool decision = line.kind.starts_with("response.") || line.kind.starts_with("warning.");
        const bool alarm = line.kind == "call.exhausted" || line.kind == "door_knock.requested";
        const bool counted = last.contains(line.kind);
        const bool edge = counted && (seen.insert(line.kind).second || last[line.kind] == i);
        if (decision || alarm || edge) turns.push_back(line);
    }
    return turns;
}

std::string state_after(const TimelineLine& line) {
    if (line.kind == "call.placed") return "ringing";
    if (line.kind == "call.answered") return "answered";
    if (line.kind == "door_knock.requested") return "door";
    if (line.kind == "call.closed") return "none";
    if (line.kind == "call.escalated" || line.kind == "call.exhausted" || line.kind == "call.unreachable")
        return "late";
    return {};
}

/// An area with several people shows the worst of them.
std::string worst_of(const std::map<std::string, std::string>& calls) {
    static const std::vector<std::string> kWorstFirst{"door", "late", "ringing", "answered", "none"};
    for (const auto& state : kWorstFirst)
        if (std::any_of(calls.begin(), calls.end(), [&](const auto& call) { return call.second == state; }))
            return state;
    return "none";
}

std::vector<AreaStory> area_stories(const std::vector<TimelineLine>& lines, store::Rows& rows) {
    std::map<std::string, std::map<std::string, std::string>> calls;  // area → call → state
    std::map<std::string, AreaStory> stories;
    for (const auto& line : lines) {
        const auto state = state_after(line);
        if (state.empty() || !line.area) continue;
        auto& mine = calls[line.area->text][line.subject];
        // A door that is being knocked at stays so until somebody answers.
        if (mine == "door" && state == "late") continue;
        mine = state;
        auto& story = stories[line.area->text];
        const auto shown = worst_of(calls[line.area->text]);
        if (story.changes.empty())
            story = {*line.area, organisation::area_name(rows, *line.area), line.lon, line.lat, {}};
        if (story.changes.empty() || story.changes.back().state != shown) story.changes.push_back({line.at, shown});
    }
    std::vector<AreaStory> all;
    for (auto& [code, story] : stories) all.push_back(std::move(story));
    return all;
}

}  // namespace

Review review_of(store::Rows& rows, const ResponseFacts& facts, Instant now, bool english) {
    const auto lines = timeline_of(rows, facts.id);
    Review review;
    review.response = answer_of(rows, facts, now, english);
    review.answer_seconds = answer_times(rows, facts.id.text);
    review.late_tasks = late_tasks(rows, facts.id.text, facts.closed_at.value_or(now));
    review.milestones = milestones_of(lines);
    review.areas = area_stories(lines, rows);
    review.supplies = dispatch::spent_on(rows, facts.world(), facts.id.text);
    review.started_at = facts.activated_at.value_or(facts.proposed_at);
    review.ended_at = facts.closed_at.value_or(now);
    return review;
}

}  // namespace anlan::response
