#pragma once

#include "http/endpoint.hpp"
#include "shelter/commands.hpp"
#include "shelter/records.hpp"
#include "shelter/rules.hpp"

namespace anlan::geo {
class Roads;
}
namespace anlan::optimise {
class Solver;
}

/// What the endpoints of shelters and transfers answer with.
namespace anlan::shelter {

struct ShelterAnswer {
    std::string id, name;
    AreaCode area;
    std::string area_name, keeper_name, keeper_phone;
    std::optional<double> lon, lat;
    bool open = false;
    std::optional<Stage> stage;
    std::int64_t capacity = 0;  ///< persons, at the stage it is open for; closed: for a night
    std::int64_t people = 0, over = 0;
    std::optional<Instant> opened_at;
    std::vector<std::string> lacking;  ///< ids of the checklist that are not in order
    bool mine = false;                 ///< the caller keeps it
};
BOOST_DESCRIBE_STRUCT(
    ShelterAnswer,
    (),
    (id,
     name,
     area,
     area_name,
     keeper_name,
     keeper_phone,
     lon,
     lat,
     open,
     stage,
     capacity,
     people,
     over,
     opened_at,
     lacking,
     mine)
)

struct StayAnswer {
    std::string id, household;
    std::string label;  ///< masked address of the household, or the masked name of who came alone
    std::int64_t people = 0;
    bool over = false;
    std::string way;
    Instant since{};
};
BOOST_DESCRIBE_STRUCT(StayAnswer, (), (id, household, label, people, over, way, since))

/// A household that may come: allotted here, or of an open list.
struct ExpectedAnswer {
    std::string household, label, area_name, kind;
    std::int64_t people = 0;
    bool allotted = false;
    HouseholdState state = HouseholdState::waiting;
};
BOOST_DESCRIBE_STRUCT(ExpectedAnswer, (), (household, label, area_name, kind, people, allotted, state))

struct TransferAnswer {
    std::string id, title;
    AreaCode area;
    std::string area_name;
    std::int64_t risk = 2;
    std::string reason;
    Stage stage = Stage::emergency;
    TransferState state = TransferState::open;
    Instant ordered_at{}, due_at{};
    std::string ordered_by_name;
    std::optional<Instant> lifted_at, closed_at;
    std::string lift_reason, drill;
    std::int64_t households = 0;
    Balance people;
};
BOOST_DESCRIBE_STRUCT(
    TransferAnswer,
    (),
    (id,
     title,
     area,
     area_name,
     risk,
     reason,
     stage,
     state,
     ordered_at,
     due_at,
     ordered_by_name,
     lifted_at,
     closed_at,
     lift_reason,
     drill,
     households,
     people)
)

/// One village, or one kind of household, of a board.
struct VillagePart {
    std::string id, name;
    std::int64_t households = 0, households_open = 0;
    Balance people;
};
BOOST_DESCRIBE_STRUCT(VillagePart, (), (id, name, households, households_open, people))

struct BoardAnswer {
    TransferAnswer transfer;
    std::vector<VillagePart> villages, kinds;
    std::int64_t in_shelters = 0;  ///< heads counted in open shelters, this list's or not
};
BOOST_DESCRIBE_STRUCT(BoardAnswer, (), (transfer, villages, kinds, in_shelters))

/// A household as the desk sees it: no name, no house number.
struct HouseholdAnswer {
    std::string transfer, household, label;
    AreaCode area;
    std::string area_name, kind;
    std::int64_t people = 0;
    std::string helper_name;
    std::optional<std::string> allotted, allotted_name, shelter, shelter_name;
    HouseholdState state = HouseholdState::waiting;
    std::optional<std::string> marked_by_name;
    std::optional<Instant> marked_at, seen_at;
    bool clock_odd = false;
    std::optional<std::string> photo, note;
    std::int64_t visits = 0;
};
BOOST_DESCRIBE_STRUCT(
    HouseholdAnswer,
    (),
    (transfer,
     household,
     label,
     area,
     area_name,
     kind,
     people,
     helper_name,
     allotted,
     allotted_name,
     shelter,
     shelter_name,
     state,
     marked_by_name,
     marked_at,
     seen_at,
     clock_odd,
     photo,
     note,
     visits)
)

/// A household as its own helper must see it: where, who, and how to ring.
struct DoorAnswer {
    std::string transfer, transfer_title;
    TransferState transfer_state = TransferState::open;
    Instant due_at{};
    std::string household, address, head, phone, area_name, kind;
    std::int64_t people = 0;
    std::string allotted, allotted_name;
    HouseholdState state = HouseholdState::waiting;
    std::optional<Instant> marked_at;
    std::string marked_by_name, drill;
};
BOOST_DESCRIBE_STRUCT(
    DoorAnswer,
    (),
    (transfer,
     transfer_title,
     transfer_state,
     due_at,
     household,
     address,
     head,
     phone,
     area_name,
     kind,
     people,
     allotted,
     allotted_name,
     state,
     marked_at,
     marked_by_name,
     drill)
)

struct PlanAsked {
    AreaCode area;
    std::vector<std::string> kinds;
    Stage stage = Stage::emergency;
};
BOOST_DESCRIBE_STRUCT(PlanAsked, (), (area, kinds, stage))

struct PlanShelter {
    std::string shelter, name;
    std::int64_t room = 0, people = 0, households = 0;
    double farthest_km = 0;
};
BOOST_DESCRIBE_STRUCT(PlanShelter, (), (shelter, name, room, people, households, farthest_km))

struct PlanAnswer {
    std::int64_t households = 0, people = 0, unplaced = 0, listed_elsewhere = 0;
    double person_km = 0, gap_percent = 0;
    std::int64_t guessed = 0;  ///< households without a place of their own: their village's stands for it
    bool by_road = false;      ///< else the straight line with a detour
    std::vector<PlanShelter> shelters;
    std::vector<Allotted> allotted;
};
BOOST_DESCRIBE_STRUCT(
    PlanAnswer,
    (),
    (households, people, unplaced, listed_elsewhere, person_km, gap_percent, guessed, by_road, shelters, allotted)
)

/// What a node below last told.
struct TownAnswer {
    AreaCode node;
    std::string name;
    Instant counted_at{};
    std::int64_t shelters_open = 0, capacity = 0, people = 0, over = 0;
    Balance transfer;
};
BOOST_DESCRIBE_STRUCT(TownAnswer, (), (node, name, counted_at, shelters_open, capacity, people, over, transfer))

ShelterAnswer answer_of(const ShelterFacts& facts, store::Rows& rows, const http::Call& call);
TransferAnswer answer_of(const TransferRow& row, store::Rows& rows);
BoardAnswer board_of(const TransferRow& row, store::Rows& rows);
HouseholdAnswer answer_of(const HouseholdRow& row, store::Rows& rows);
DoorAnswer door_of(const HouseholdRow& row, const TransferRow& transfer, store::Rows& rows);
/// Walks along the roads where these are known.
PlanAnswer planned(
    const PlanAsked& asked,
    const World& world,
    store::Rows& rows,
    const optimise::Solver& solver,
    const geo::Roads* roads = nullptr
);

}  // namespace anlan::shelter
