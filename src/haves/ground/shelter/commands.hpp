#pragma once

#include "journal/desk.hpp"
#include "shelter/events.hpp"

namespace anlan::shelter {

using journal::Decision;
using journal::Desk;

/// Opens a shelter after its checklist. Everything that is not in order is said and kept; what would endanger people
/// refuses it. Open already at this stage: nothing changes. Refuses `shelter_unknown`, `not_yours`, `check_missing`,
/// `shelter_unsafe`, `stage_too_small` (more people are inside than the stage has room for).
struct OpenShelter {
    std::string shelter;
    Stage stage = Stage::emergency;
    std::vector<CheckMark> checks;
};
BOOST_DESCRIBE_STRUCT(OpenShelter, (), (shelter, stage, checks))
Result<Decision> decide(const OpenShelter& wish, const Desk& desk);

/// Refuses `shelter_unknown`, `not_yours`, `shelter_not_empty`.
struct CloseShelter {
    std::string shelter, reason;
};
BOOST_DESCRIBE_STRUCT(CloseShelter, (), (shelter, reason))
Result<Decision> decide(const CloseShelter& wish, const Desk& desk);

/// Takes a household in, or people who are on no list by a name. The household is marked arrived on its open list. In
/// this shelter already: nothing changes. Refuses `shelter_closed`, `household_unknown`, `name_empty`,
/// `people_invalid`, `already_in_shelter` (in another one; with `move` it signs out there first), `shelter_full` (with
/// `over` they are taken in and it is said), `not_yours`.
struct SignIn {
    std::string shelter, household, name;
    std::int64_t people = 0;
    bool over = false, move = false;
    std::string way;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (shelter, household, name, people, over, move, way))
Result<Decision> decide(const SignIn& wish, const Desk& desk);

/// Refuses `stay_unknown`, `already_left`, `not_yours`.
struct SignOut {
    StayId stay;
    LeftTo to = LeftTo::home;
};
BOOST_DESCRIBE_STRUCT(SignOut, (), (stay, to))
Result<Decision> decide(const SignOut& wish, const Desk& desk);
std::optional<World> world_of(const SignOut& wish, store::Rows& rows);

/// Which household goes where, as the plan allotted it.
struct Allotted {
    std::string household, shelter;
};
BOOST_DESCRIBE_STRUCT(Allotted, (), (household, shelter))

/// Orders the households of an area, of these kinds (none: all), to move. Refuses `title_empty`, `reason_empty`,
/// `due_invalid`, `risk_invalid`, `nobody_listed`, `household_unknown`, `household_listed` (on another open list; with
/// `leave_out` it stays on that list), `shelter_unknown`, `shelter_over_allotted`.
struct OrderTransfer {
    std::string title;
    AreaCode area;
    std::vector<std::string> kinds;
    std::int64_t risk = 2;
    std::string reason, response;
    Stage stage = Stage::emergency;
    std::int64_t within_minutes = 0;
    std::vector<Allotted> allotted;
    bool leave_out = false;
};
BOOST_DESCRIBE_STRUCT(
    OrderTransfer, (), (title, area, kinds, risk, reason, response, stage, within_minutes, allotted, leave_out)
)
Result<Decision> decide(const OrderTransfer& wish, const Desk& desk);

/// What was found at a household. `was` is what the phone last showed: when somebody else has entered another result
/// since, it is refused with `already_marked_otherwise`, and both sides are shown. Refuses `household_unknown`,
/// `already_lifted` (for moving), `not_lifted` (for going home), `not_yours`, `photo_invalid`, `state_invalid`.
struct MarkHousehold {
    TransferId transfer;
    std::string household;
    HouseholdState state = HouseholdState::waiting;
    std::string shelter;
    std::optional<HouseholdState> was;
    std::int64_t seconds_ago = 0;  ///< how long before sending it was entered, by the phone's own count
    std::string note, photo;
};
BOOST_DESCRIBE_STRUCT(MarkHousehold, (), (transfer, household, state, shelter, was, seconds_ago, note, photo))
Result<Decision> decide(const MarkHousehold& wish, const Desk& desk);
std::optional<World> world_of(const MarkHousehold& wish, store::Rows& rows);

/// Refuses `transfer_unknown`, `already_lifted`, `reason_empty`.
struct LiftTransfer {
    TransferId transfer;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(LiftTransfer, (), (transfer, reason))
Result<Decision> decide(const LiftTransfer& wish, const Desk& desk);
std::optional<World> world_of(const LiftTransfer& wish, store::Rows& rows);

/// Refuses `transfer_unknown`, `not_lifted`, `people_away` (somebody of the list is not home nor accounted for).
struct CloseTransfer {
    TransferId transfer;
};
BOOST_DESCRIBE_STRUCT(CloseTransfer, (), (transfer))
Result<Decision> decide(const CloseTransfer& wish, const Desk& desk);
std::optional<World> world_of(const CloseTransfer& wish, store::Rows& rows);

/// Called by the deadline `shelter/heads/<drill>` every hour while a shelter or a list is open.
struct CountHeads {
    std::string scope;
};
BOOST_DESCRIBE_STRUCT(CountHeads, (), (scope))
Result<Decision> decide(const CountHeads& wish, const Desk& desk);

}  // namespace anlan::shelter
