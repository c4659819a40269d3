#pragma once

#include <optional>
#include <vector>

#include "rescue/training_events.hpp"
#include "store/rows.hpp"

namespace anlan::rescue {

struct TrainingFacts {
    TrainingId id;
    TrainingKind kind = TrainingKind::team;
    std::string title, place, goal;
    std::vector<TeamId> teams;
    Instant starts{}, ends{};
    std::optional<Instant> closed_at;
    std::string summary;
};
BOOST_DESCRIBE_STRUCT(TrainingFacts, (), (id, kind, title, place, goal, teams, starts, ends, closed_at, summary))
std::optional<TrainingFacts> find_training(store::Rows& rows, const TrainingId& id);
std::vector<TrainingFacts> find_trainings(store::Rows& rows, std::int64_t limit);  ///< newest first

struct TrainingPerson {
    PersonId person;
    Instant at{};
    PersonId recorded_by;
    std::optional<double> hours;
};
BOOST_DESCRIBE_STRUCT(TrainingPerson, (), (person, at, recorded_by, hours))
std::vector<TrainingPerson> people_in(store::Rows& rows, const TrainingId& id);

/// What was held, for the record of training (R32): a day, and how long.
struct TrainingHeld {
    TrainingId id;
    TrainingKind kind = TrainingKind::team;
    std::string title, day;
    std::int64_t people = 0;
    double hours = 0;  ///< that it lasted
};
std::vector<TrainingHeld> trainings_held(store::Rows& rows);

double hours_given(store::Rows& rows, const PersonId& person);

}  // namespace anlan::rescue
