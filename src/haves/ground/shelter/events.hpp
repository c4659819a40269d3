#pragma once

#include "base/area.hpp"
#include "journal/event.hpp"

/// Shelters opened and counted, people ordered to move and found, household by household (POLICY §9). Which household
/// is meant never leaves the station: above, only counts are needed.
namespace anlan::shelter {

using TransferId = Id<struct TransferTag>;
using StayId = Id<struct StayTag>;

/// How long people are to stay; the room each needs grows with it (GB 51143: 1.0, 2.0, 3.0 m² a head).
BOOST_DEFINE_ENUM_CLASS(Stage, emergency, temporary, lasting)
/// Where a household on a transfer list stands (POLICY §9.2).
BOOST_DEFINE_ENUM_CLASS(
    HouseholdState, waiting, told, under_way, arrived, elsewhere, refused, not_found, back_early, returned
)
BOOST_DEFINE_ENUM_CLASS(LeftTo, home, relatives, hospital, other)

/// One line of the opening checklist as it was answered.
struct CheckMark {
    std::string item;
    bool ok = false;
};
BOOST_DESCRIBE_STRUCT(CheckMark, (), (item, ok))

struct ShelterOpened {
    static constexpr journal::EventKind kKind{"shelter.opened", 1, journal::Share::up, journal::Urgency::urgent};
    std::string shelter, name;
    AreaCode area;
    Stage stage = Stage::emergency;
    std::int64_t capacity = 0;  ///< persons, at this stage
    std::vector<CheckMark> checks;
};
BOOST_DESCRIBE_STRUCT(ShelterOpened, (), (shelter, name, area, stage, capacity, checks))

struct ShelterClosed {
    static constexpr journal::EventKind kKind{"shelter.closed", 1, journal::Share::up};
    std::string shelter, reason;
};
BOOST_DESCRIBE_STRUCT(ShelterClosed, (), (shelter, reason))

/// A household, or people who came by themselves, is in a shelter; subject: the stay.
struct SignedIn {
    static constexpr journal::EventKind kKind{"shelter.signed_in", 1};
    std::string shelter;
    std::string household;  ///< empty: nobody on a list; the name lies in the vault
    std::int64_t people = 0;
    bool over = false;  ///< more than the capacity, taken in nevertheless
    std::string way;    ///< list, qr, door
};
BOOST_DESCRIBE_STRUCT(SignedIn, (), (shelter, household, people, over, way))

struct SignedOut {
    static constexpr journal::EventKind kKind{"shelter.signed_out", 1};
    std::string shelter, household;
    LeftTo to = LeftTo::home;
};
BOOST_DESCRIBE_STRUCT(SignedOut, (), (shelter, household, to))

struct Listed {
    std::string household;
    AreaCode area;
    std::string kind;
    std::int64_t people = 0;
    PersonId helper;
    std::string shelter;  ///< where it is to go; empty: nowhere allotted
};
BOOST_DESCRIBE_STRUCT(Listed, (), (household, area, kind, people, helper, shelter))

struct TransferOrdered {
    static constexpr journal::EventKind kKind{
        "transfer.ordered", 1, journal::Share::up, journal::Urgency::life_safety, "listed"};
    std::string title;
    AreaCode area;
    std::int64_t risk = 2;  ///< 1 highest to 3
    std::string reason, response;
    Stage stage = Stage::emergency;
    Instant due{};
    PersonId by;
    std::int64_t households = 0, people = 0;
    std::vector<Listed> listed;
};
BOOST_DESCRIBE_STRUCT(
    TransferOrdered, (), (title, area, risk, reason, response, stage, due, by, households, people, listed)
)

/// What was found at one household; subject: "<transfer>/<household>".
struct HouseholdMarked {
    static constexpr journal::EventKind kKind{"transfer.marked", 1};
    std::string transfer, household;
    HouseholdState state = HouseholdState::waiting;
    std::string shelter;
    PersonId by;
    Instant seen_at{};       ///< when it was so: a phone without signal tells later
    bool clock_odd = false;  ///< the phone's clock was no help; seen_at is when it was told
    std::string photo;
    bool worded = false;  ///< words lie in the vault
};
BOOST_DESCRIBE_STRUCT(HouseholdMarked, (), (transfer, household, state, shelter, by, seen_at, clock_odd, photo, worded))

/// The danger is over: people may go home.
struct TransferLifted {
    static constexpr journal::EventKind kKind{"transfer.lifted", 1, journal::Share::up, journal::Urgency::urgent};
    PersonId by;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TransferLifted, (), (by, reason))

/// Everybody of the list is home or accounted for.
struct TransferClosed {
    static constexpr journal::EventKind kKind{"transfer.closed", 1, journal::Share::up};
    PersonId by;
};
BOOST_DESCRIBE_STRUCT(TransferClosed, (), (by))

/// People, counted from the households; every household stands in exactly one of them.
struct Balance {
    std::int64_t listed = 0, waiting = 0, told = 0, under_way = 0, arrived = 0, elsewhere = 0, refused = 0,
                 not_found = 0, back_early = 0, returned = 0;
    std::int64_t moved() const { return under_way + arrived + elsewhere; }
    std::int64_t sum() const { return waiting + told + moved() + refused + not_found + back_early + returned; }
    Balance& operator+=(const Balance& other);
};
BOOST_DESCRIBE_STRUCT(
    Balance, (), (listed, waiting, told, under_way, arrived, elsewhere, refused, not_found, back_early, returned)
)

inline Balance& Balance::operator+=(const Balance& other) {
    listed += other.listed;
    waiting += other.waiting;
    told += other.told;
    under_way += other.under_way;
    arrived += other.arrived;
    elsewhere += other.elsewhere;
    refused += other.refused;
    not_found += other.not_found;
    back_early += other.back_early;
    returned += other.returned;
    return *this;
}

/// The hourly head count of a node and all below it, for the level above; subject: the node's area.
struct HeadsCounted {
    static constexpr journal::EventKind kKind{"shelter.counted", 1, journal::Share::up, journal::Urgency::urgent};
    std::int64_t shelters_open = 0, capacity = 0, people = 0, over = 0;
    Balance transfer;  ///< over all open lists
};
BOOST_DESCRIBE_STRUCT(HeadsCounted, (), (shelters_open, capacity, people, over, transfer))

/// Vault reference of what was said about the households of one transfer; a field each.
inline std::string words_ref(const std::string& transfer) {
    return "transfer:" + transfer;
}

}  // namespace anlan::shelter
