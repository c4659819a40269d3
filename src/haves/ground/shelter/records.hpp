#pragma once

#include "shelter/balance_queries.hpp"

namespace anlan::shelter {

BOOST_DEFINE_ENUM_CLASS(TransferState, open, lifted, closed)

struct OpenRow {
    std::string shelter, drill, name;
    AreaCode area;
    Stage stage = Stage::emergency;
    std::int64_t capacity = 0;
    std::vector<CheckMark> checks;
    Instant opened_at{};
    PersonId opened_by;
    std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(
    OpenRow, (), (shelter, drill, name, area, stage, capacity, checks, opened_at, opened_by, closed_at)
)

struct StayRow {
    std::string id, drill, shelter, household;
    std::int64_t people = 0, over_full = 0;
    std::string way;
    Instant since{};
    std::optional<Instant> left_at;
    std::string left_to;
};
BOOST_DESCRIBE_STRUCT(StayRow, (), (id, drill, shelter, household, people, over_full, way, since, left_at, left_to))

struct TransferRow {
    std::string id, drill, title;
    AreaCode area;
    std::int64_t risk = 2;
    std::string reason, response;
    Stage stage = Stage::emergency;
    Instant ordered_at{};
    PersonId ordered_by;
    Instant due_at{};
    TransferState state = TransferState::open;
    std::optional<Instant> lifted_at;
    std::string lift_reason;
    std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(
    TransferRow,
    (),
    (id,
     drill,
     title,
     area,
     risk,
     reason,
     response,
     stage,
     ordered_at,
     ordered_by,
     due_at,
     state,
     lifted_at,
     lift_reason,
     closed_at)
)

struct HouseholdRow {
    std::string transfer, household, drill;
    std::int64_t open_list = 1;
    AreaCode area;
    std::string kind;
    std::int64_t people = 0;
    PersonId helper;
    std::string allotted;
    HouseholdState state = HouseholdState::waiting;
    std::string shelter;
    PersonId marked_by;
    std::optional<Instant> marked_at, seen_at;
    std::int64_t clock_odd = 0;
    std::string photo;
    std::int64_t worded = 0, visits = 0;
};
BOOST_DESCRIBE_STRUCT(
    HouseholdRow,
    (),
    (transfer,
     household,
     drill,
     open_list,
     area,
     kind,
     people,
     helper,
     allotted,
     state,
     shelter,
     marked_by,
     marked_at,
     seen_at,
     clock_odd,
     photo,
     worded,
     visits)
)

struct TownRow {
    AreaCode node;
    std::string drill;
    Instant counted_at{};
    std::int64_t shelters_open = 0, capacity = 0, people = 0, over_full = 0;
    Balance transfer;
};
BOOST_DESCRIBE_STRUCT(TownRow, (), (node, drill, counted_at, shelters_open, capacity, people, over_full, transfer))

std::optional<OpenRow> open_shelter(store::Rows& rows, const std::string& shelter, const World& world);
std::vector<OpenRow> open_shelters(store::Rows& rows, const World& world);
std::int64_t heads_in(store::Rows& rows, const std::string& shelter, const World& world);
std::optional<StayRow> stay_row(store::Rows& rows, const std::string& id);
/// Where the household is now.
std::optional<StayRow> stay_of(store::Rows& rows, const std::string& household, const World& world);
std::vector<StayRow> stays_in(store::Rows& rows, const std::string& shelter, const World& world);

std::optional<TransferRow> transfer_row(store::Rows& rows, const std::string& id);
std::vector<TransferRow> transfers(store::Rows& rows, const World& world);
std::vector<HouseholdRow> households_on(store::Rows& rows, const std::string& transfer);
/// Those marked at that time or later.
std::vector<HouseholdRow> households_changed(store::Rows& rows, const std::string& transfer, Instant since);
std::optional<HouseholdRow> household_on(store::Rows& rows, const std::string& transfer, const std::string& household);
/// The household's place on an open list, if it stands on one.
std::optional<HouseholdRow> open_listing(store::Rows& rows, const std::string& household, const World& world);
/// What a helper has to knock at, in every world.
std::vector<HouseholdRow> households_of_helper(store::Rows& rows, const PersonId& helper);

/// Households of open lists allotted to the shelter or living in its village, who are not in a shelter yet.
std::vector<HouseholdRow> expected_at(
    store::Rows& rows, const std::string& shelter, const AreaCode& village, const World& world
);

/// The balance with so many more people listed and standing there.
Balance plus(Balance balance, HouseholdState state, std::int64_t people);
/// This node's own.
HeadsCounted heads_now(store::Rows& rows, const World& world);
/// With what the nodes below last told: what the level above is told.
HeadsCounted heads_in_all(store::Rows& rows, const World& world);
/// What each node below last told.
std::vector<TownRow> heads_below(store::Rows& rows, const World& world);

}  // namespace anlan::shelter
