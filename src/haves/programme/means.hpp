#pragma once

#include "journal/desk.hpp"
#include "journal/room.hpp"

/// What a station and everything below it can count on: numbers of stock, teams and shelters. Numbers alone leave, so
/// that a county knows what there is and nobody's name, and a prefecture knows sums and no town's (R6).
namespace anlan::programme {

/// How long changes are gathered before they are told.
inline constexpr std::chrono::seconds kMeansGather{20};

struct StockCount {
    std::string item, unit;
    double quantity = 0;
    bool operator==(const StockCount&) const = default;
};
BOOST_DESCRIBE_STRUCT(StockCount, (), (item, unit, quantity))

struct Means {
    std::vector<StockCount> stock;  ///< by item and unit
    std::int64_t teams = 0, members = 0;
    std::int64_t shelters = 0, capacity = 0;  ///< persons for a night
    bool operator==(const Means&) const = default;
};
BOOST_DESCRIBE_STRUCT(Means, (), (stock, teams, members, shelters, capacity))

/// Something counted here or below has changed. Subject: "means".
struct MeansStirred {
    static constexpr journal::EventKind kKind{"means.stirred", 1};
};
BOOST_DESCRIBE_STRUCT(MeansStirred, (), ())

struct MeansTold {
    static constexpr journal::EventKind kKind{"means.told", 1, journal::Share::up};
    Means means;
};
BOOST_DESCRIBE_STRUCT(MeansTold, (), (means))

/// Begins the gathering; nothing when it has begun.
struct StirMeans {};
BOOST_DESCRIBE_STRUCT(StirMeans, (), ())
Result<journal::Decision> decide(const StirMeans& wish, const journal::Desk& desk);

/// By the deadline. Writes nothing when nothing has changed.
struct TellMeans {};
BOOST_DESCRIBE_STRUCT(TellMeans, (), ())
Result<journal::Decision> decide(const TellMeans& wish, const journal::Desk& desk);

struct ToldMeans {
    AreaCode node;  ///< empty: this one
    Instant at{};
    Means means;
};

/// Its own lists, and what each station below told last.
Means means_of(store::Rows& rows, const AreaCode& here);
std::vector<ToldMeans> told_means(store::Rows& rows);  ///< by node

void project(store::Rows& rows, const journal::Entry& entry, const MeansStirred& stirred);
void project(store::Rows& rows, const journal::Entry& entry, const MeansTold& told);
void mirror(store::Rows& rows, const journal::Entry& entry, const MeansTold& told, const AreaCode& from);

/// Hears of lists changed here, and of what was told from below.
journal::Wishes stir_means(const journal::Cause& cause);

}  // namespace anlan::programme
