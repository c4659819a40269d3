#pragma once

#include "practice/queries.hpp"
#include "practice/scenarios.hpp"

/// What the endpoints of this room answer.
namespace anlan::practice {

struct ScenarioAnswer {
    std::string key, title_zh, title_en;
    std::int64_t steps = 0, seconds = 0;  ///< the limits of all steps together, as played
    bool own = false;
};
BOOST_DESCRIBE_STRUCT(ScenarioAnswer, (), (key, title_zh, title_en, steps, seconds, own))
std::vector<ScenarioAnswer> scenarios_answer(store::Rows& rows);

/// What is asked now; what is right is not told.
struct StepAnswer {
    StepKind kind = StepKind::take;
    std::string told_zh, told_en;
    std::vector<std::string> options_zh, options_en;
    Instant from{}, due{};
};
BOOST_DESCRIBE_STRUCT(StepAnswer, (), (kind, told_zh, told_en, options_zh, options_en, from, due))

struct PracticeAnswer {
    std::string id, title_zh, title_en, person_name;
    bool mine = false;
    Instant started_at{};
    std::optional<Instant> ended_at;
    PracticeState state = PracticeState::playing;
    std::int64_t steps = 0, step = 0, points = 0, in_time = 0;
    std::optional<StepAnswer> now;
    std::vector<PracticeMoved> moves;
};
BOOST_DESCRIBE_STRUCT(
    PracticeAnswer,
    (),
    (id, title_zh, title_en, person_name, mine, started_at, ended_at, state, steps, step, points, in_time, now, moves)
)
PracticeAnswer practice_answer(store::Rows& rows, const PracticeFacts& practice, const PersonId& reader);

}  // namespace anlan::practice
