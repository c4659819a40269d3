#pragma once

#include "journal/desk.hpp"
#include "practice/events.hpp"

namespace anlan::practice {

using journal::Decision;
using journal::Desk;

/// One at a time for each person. Refuses `scenario_unknown`, `practice_running`, `practice_in_drill`.
struct StartPractice {
    std::string scenario;
};
BOOST_DESCRIBE_STRUCT(StartPractice, (), (scenario))
Result<Decision> decide(const StartPractice& wish, const Desk& desk);

/// Judges the step that is on and, with the last one, the whole. Refuses `practice_unknown` (also another person's),
/// `already_ended`, `step_over` (somebody pressed twice), `kind_unknown`, `option_unknown`, `choice_missing`,
/// `figure_invalid`.
struct PlayMove {
    PracticeId practice;
    std::int64_t step = 0;
    std::string kind;
    incident::Figures figures;
    std::vector<std::int64_t> chosen;
};
BOOST_DESCRIBE_STRUCT(PlayMove, (), (practice, step, kind, figures, chosen))
Result<Decision> decide(const PlayMove& wish, const Desk& desk);
std::optional<World> world_of(const PlayMove& wish, store::Rows& rows);

/// Refuses `practice_unknown`, `already_ended`. Also called by the clock.
struct LeavePractice {
    PracticeId practice;
};
BOOST_DESCRIBE_STRUCT(LeavePractice, (), (practice))
Result<Decision> decide(const LeavePractice& wish, const Desk& desk);
std::optional<World> world_of(const LeavePractice& wish, store::Rows& rows);

}  // namespace anlan::practice
