#pragma once

#include "rescue/events.hpp"

/// Training of teams (R19): planned, signed in to by a code that changes, closed with the hours of each.
namespace anlan::rescue {

using TrainingId = Id<struct TrainingTag>;

/// 队伍训练, 联合训练 (with a social team, R20), 急救, 装备操作.
BOOST_DEFINE_ENUM_CLASS(TrainingKind, team, joint, first_aid, equipment)

/// Subject of all: the training. What the codes are made from is the secret "code" of the training, so that no entry
/// gives one away.
struct TrainingPlanned {
    static constexpr journal::EventKind kKind{"training.planned", 1};
    TrainingKind kind = TrainingKind::team;
    std::string title, place, goal;
    std::vector<TeamId> teams;
    Instant starts{}, ends{};
};
BOOST_DESCRIBE_STRUCT(TrainingPlanned, (), (kind, title, place, goal, teams, starts, ends))

struct TrainingSignedIn {
    static constexpr journal::EventKind kKind{"training.signed_in", 1};
    PersonId person;
    PersonId recorded_by;  ///< empty: by the code
};
BOOST_DESCRIBE_STRUCT(TrainingSignedIn, (), (person, recorded_by))

struct HoursGiven {
    PersonId person;
    double hours = 0;
};
BOOST_DESCRIBE_STRUCT(HoursGiven, (), (person, hours))

/// Held: who was there, for how long.
struct TrainingClosed {
    static constexpr journal::EventKind kKind{"training.closed", 1};
    std::string summary;
    std::vector<HoursGiven> people;
};
BOOST_DESCRIBE_STRUCT(TrainingClosed, (), (summary, people))

}  // namespace anlan::rescue
