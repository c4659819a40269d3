#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dispatch/queries.hpp"
#include "response/answers.hpp"
#include "response/timeline.hpp"

/// After the response: who answered when, what was late, and how the map looked at each moment (复盘).
namespace anlan::response {

struct AnswerTime {
    std::string call, person_name, post_title;
    AreaCode area;
    std::string area_name;
    std::optional<std::int64_t> seconds;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(AnswerTime, (), (call, person_name, post_title, area, area_name, seconds, state))

struct LateTask {
    std::string id, response, step, title, post_title;
    std::optional<std::string> owner, owner_name;
    AreaCode area;
    std::string area_name;
    Instant started_at{}, due_at{};
    std::string state;
    bool late = true;
    std::optional<Instant> done_at;
    std::optional<std::string> done_by_name;
    std::int64_t late_seconds = 0;
};
BOOST_DESCRIBE_STRUCT(
    LateTask,
    (),
    (id,
     response,
     step,
     title,
     post_title,
     owner,
     owner_name,
     area,
     area_name,
     started_at,
     due_at,
     state,
     late,
     done_at,
     done_by_name,
     late_seconds)
)

struct AreaChange {
    Instant at{};
    std::string state;  ///< none, ringing, answered, late, door
};
BOOST_DESCRIBE_STRUCT(AreaChange, (), (at, state))

struct AreaStory {
    AreaCode area;
    std::string name;
    std::optional<double> lon, lat;
    std::vector<AreaChange> changes;
};
BOOST_DESCRIBE_STRUCT(AreaStory, (), (area, name, lon, lat, changes))

struct Review {
    ResponseAnswer response;
    std::vector<AnswerTime> answer_seconds;
    std::vector<LateTask> late_tasks;
    std::vector<TimelineLine> milestones;
    std::vector<AreaStory> areas;
    dispatch::Spent supplies;
    Instant started_at{}, ended_at{};
};
BOOST_DESCRIBE_STRUCT(
    Review, (), (response, answer_seconds, late_tasks, milestones, areas, supplies, started_at, ended_at)
)

Review review_of(store::Rows& rows, const ResponseFacts& facts, Instant now, bool english);

}  // namespace anlan::response
