#pragma once

#include "duty/rota.hpp"

/// The rules of a rota, said in words: rest, leave, who may do what, four lines covered, fair turns.
namespace anlan::duty {

/// What is wrong with a rota. `red` breaks a rule, `yellow` should be looked at.
struct RotaFinding {
    std::string code, severity;
    std::string day, shift;
    std::string post;    ///< a DutyPost; empty: none
    PersonId person;     ///< empty: nobody in particular
    std::string zh, en;  ///< names day, post and rule
};
BOOST_DESCRIBE_STRUCT(RotaFinding, (), (code, severity, day, shift, post, person, zh, en))

/// A turn with its place.
struct Placed {
    Duty duty;
    Slot slot;
};

/// Why this person cannot take this place beside the turns they have; nothing if they can.
struct Obstacle {
    std::string code, zh, en;  ///< "当天请假"
};
std::optional<Obstacle> obstacle(
    const Month& month, const Slot& slot, const PersonId& person, const std::vector<Placed>& others
);

/// Whether one person can do both: not at once, and rested between two turns at the station.
bool fit_together(const Pattern& pattern, const Slot& one, const Slot& other);

/// All that is wrong with these turns for this month, worst first.
std::vector<RotaFinding> check(const Month& month, const std::vector<Duty>& duties);

/// How many turns of each kind each member has.
std::map<PersonId, Turns> turns_of(const Month& month, const std::vector<Duty>& duties);
/// What one turn counts.
Turns turns_of(const Slot& slot);

}  // namespace anlan::duty
