#pragma once

#include "journal/desk.hpp"
#include "rescue/training_events.hpp"

namespace anlan::rescue {

using journal::Decision;
using journal::Desk;

/// Refuses `title_missing`, `teams_missing`, `team_unknown`, `times_invalid` (ends before it starts, longer than a
/// day), `team_is_real` in a drill.
struct PlanTraining {
    TrainingKind kind = TrainingKind::team;
    std::string title, place, goal;
    std::vector<TeamId> teams;
    Instant starts{}, ends{};
};
BOOST_DESCRIBE_STRUCT(PlanTraining, (), (kind, title, place, goal, teams, starts, ends))
Result<Decision> decide(const PlanTraining& wish, const Desk& desk);

/// With the code now on the screen, or the one before it; the station's clock counts, not the phone's. The leader or
/// the desk may sign in another (`person`) without a code. Refuses `training_unknown`, `already_closed`, `not_member`,
/// `not_open` (more than an hour before it starts), `code_wrong`, `not_permitted`; signed in twice is once.
struct SignInTraining {
    TrainingId training;
    std::string code;
    std::optional<PersonId> person;
};
BOOST_DESCRIBE_STRUCT(SignInTraining, (), (training, code, person))
Result<Decision> decide(const SignInTraining& wish, const Desk& desk);

/// Hours are from the sign-in, at the earliest the start, to the end. Refuses `training_unknown`, `already_closed`,
/// `nobody_signed_in`.
struct CloseTraining {
    TrainingId training;
    std::string summary;
};
BOOST_DESCRIBE_STRUCT(CloseTraining, (), (training, summary))
Result<Decision> decide(const CloseTraining& wish, const Desk& desk);

/// The six digits of the half minute in which `at` lies.
std::string code_at(const std::string& secret, Instant at);
inline constexpr std::chrono::seconds kCodeEvery{30};

}  // namespace anlan::rescue
