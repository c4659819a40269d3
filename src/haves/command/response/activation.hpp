#pragma once

#include "journal/desk.hpp"
#include "plan/queries.hpp"
#include "response/events.hpp"

/// From a level in force to people at work: its steps become tasks, its posts become calls.
namespace anlan::response {

/// Whose hand it is when a response acts by its plan.
inline constexpr const char* kActor = "system:response";

/// What is put in force, and what was before.
struct InForce {
    std::string response;
    const Footing& footing;
    const Statement& statement;
    std::int64_t from = 0;  ///< the level before; 0: it begins now
    bool raised() const { return from == 0 || footing.level < from; }
};

/// Tasks of the level's steps. A step whose work was given at the level before is not given again; the old ones stay.
journal::Wishes tasks_of(const journal::Cause& cause, const InForce& now, const plan::Plan& plan);

/// One step once more, for the number-th time.
journal::Wishes tasks_again(
    const journal::Cause& cause, const std::string& response, const plan::PlanLevel& level, const StepRepeated& repeated
);

/// Calls to the people of the level: all when it begins or is raised, else only those who were not called before.
journal::Wishes calls_of(const journal::Cause& cause, const InForce& now, const plan::Plan& plan);

}  // namespace anlan::response
