#pragma once

#include <map>

#include "dispatch/allotment.hpp"
#include "dispatch/records.hpp"
#include "geo/roads.hpp"
#include "journal/desk.hpp"
#include "warehouse/queries.hpp"

namespace anlan::dispatch {

struct Missing {
    std::string item, unit;
    std::int64_t grain = 1, quantity = 0;
};
BOOST_DESCRIBE_STRUCT(Missing, (), (item, unit, grain, quantity))

/// Which store sends what, by which team.
struct SendProposal {
    std::vector<Sending> sendings;
    std::vector<Missing> missing;
    std::int64_t latest_minutes = 0;
    double km = 0, gap_percent = 0, seconds = 0;
    bool by_road = false;  ///< measured along the roads; else on the straight line with a detour
    bool proven = false;
    bool below_minimum = false;  ///< asked to go below the minimums of the nodes
};
BOOST_DESCRIBE_STRUCT(
    SendProposal, (), (sendings, missing, latest_minutes, km, gap_percent, seconds, by_road, proven, below_minimum)
)

/// With `below_minimum` the nodes' minimums are left out of account.
SendProposal propose(
    store::Rows& rows,
    const DispatchRow& dispatch,
    const journal::NodeFacts& here,
    Instant now,
    bool below_minimum,
    const optimise::Solver& solver,
    const geo::Roads* roads = nullptr
);

/// What lies free in all stores seen from here: neither expired nor promised. Read once for a whole question.
class Shelves {
  public:
    Shelves(store::Rows& rows, const World& world, const std::string& today, const std::vector<Need>& needs);
    std::int64_t free_in(const std::string& store, const std::string& item) const;
    /// What a node ("" is this one) may give of an item without falling below its minimum.
    std::int64_t spare_of(const std::string& node, const std::string& item) const;

  private:
    using ByItem = std::map<std::string, std::int64_t>;
    std::map<std::string, ByItem> of_store_, of_node_, least_;
};

/// Where a store lies: its own place, else that of its area.
std::optional<geo::Point> place_of(store::Rows& rows, const warehouse::StoreFacts& store);
/// km from each place to the site: along the roads where they are known and reach both, else the straight line with the
/// detour of the policy. Nothing where nobody has entered a place.
std::vector<std::optional<double>> road_km(
    store::Rows& rows, const std::vector<std::optional<geo::Point>>& from, geo::Point site, const geo::Roads* roads
);
/// How long a lorry takes, loading included.
std::int64_t travel_minutes(store::Rows& rows, double km);

}  // namespace anlan::dispatch
