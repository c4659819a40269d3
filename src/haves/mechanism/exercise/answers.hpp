#pragma once

#include "exercise/queries.hpp"

/// What the endpoints of exercises answer with; the field names are the API's.
namespace anlan::exercise {

/// A script as it is shipped: objectives and injects to begin a plan from.
struct Script {
    std::string id, title, title_en;
    ExerciseKind kind = ExerciseKind::full;
    std::string source;
    std::vector<std::string> objectives;
    std::vector<Inject> injects;
};
BOOST_DESCRIBE_STRUCT(Script, (), (id, title, title_en, kind, source, objectives, injects))
const std::vector<Script>& shipped_scripts();

struct ExerciseBrief {
    std::string id, title;
    ExerciseKind kind = ExerciseKind::full;
    Instant planned_at{};
    std::optional<Instant> begun_at, held_at;
    std::optional<std::int64_t> score;
    std::int64_t judged = 0, injects = 0, open_improvements = 0;
    std::string drill;
};
BOOST_DESCRIBE_STRUCT(
    ExerciseBrief,
    (),
    (id, title, kind, planned_at, begun_at, held_at, score, judged, injects, open_improvements, drill)
)

struct InjectLine {
    std::int64_t index = 0;
    Inject inject;
    std::optional<Instant> due, given_at;
    Verdict verdict;
};
BOOST_DESCRIBE_STRUCT(InjectLine, (), (index, inject, due, given_at, verdict))

struct ObservationLine {
    std::int64_t index = 0;
    std::string observer_name;
    Mark mark = Mark::met;
    std::string fact;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(ObservationLine, (), (index, observer_name, mark, fact, at))

struct ImprovementLine {
    std::string task, text, owner_name, state;
    Instant due{};
    std::optional<Instant> done_at;
};
BOOST_DESCRIBE_STRUCT(ImprovementLine, (), (task, text, owner_name, state, due, done_at))

struct ExerciseDetail {
    ExerciseBrief brief;
    std::string basis, scenario, units, summary;
    std::vector<std::string> objectives, observer_names;
    std::vector<InjectLine> lines;
    std::vector<ObservationLine> observations;
    std::vector<ImprovementLine> improvements;
    std::optional<std::int64_t> score_now;
};
BOOST_DESCRIBE_STRUCT(
    ExerciseDetail,
    (),
    (brief, basis, scenario, units, summary, objectives, observer_names, lines, observations, improvements, score_now)
)

ExerciseBrief brief_of(store::Rows& rows, const ExerciseFacts& exercise);
ExerciseDetail detail_of(store::Rows& rows, const ExerciseFacts& exercise, Instant now);

}  // namespace anlan::exercise
