#pragma once

#include "http/endpoint.hpp"
#include "tasks/records.hpp"

namespace anlan::tasks {

/// What the endpoints of tasks answer with; the field names are the API's.
struct TaskAnswer {
    std::string id;
    std::optional<std::string> response;
    std::string step, title;
    std::optional<std::string> title_en;
    std::string action;
    PostId post;
    std::string post_title;
    std::optional<std::string> line, owner, owner_name;
    AreaCode area;
    std::string area_name;
    Instant due_at{};
    Confirmation confirmation = Confirmation::tick;
    std::optional<std::string> unit;
    std::optional<double> number_wanted, number;
    std::optional<std::string> photo;
    std::optional<double> lon, lat;
    std::optional<std::string> note;
    TaskState state = TaskState::open;
    bool late = false;
    std::optional<Instant> done_at;
    std::optional<std::string> done_by_name;
    std::vector<TaskNeed> needs;
    std::optional<std::string> plan_chapter, plan_text;
    Instant started_at{};
    std::string drill;
};
BOOST_DESCRIBE_STRUCT(
    TaskAnswer,
    (),
    (id,
     response,
     step,
     title,
     title_en,
     action,
     post,
     post_title,
     line,
     owner,
     owner_name,
     area,
     area_name,
     due_at,
     confirmation,
     unit,
     number_wanted,
     number,
     photo,
     lon,
     lat,
     note,
     state,
     late,
     done_at,
     done_by_name,
     needs,
     plan_chapter,
     plan_text,
     started_at,
     drill)
)

}  // namespace anlan::tasks
