#pragma once

#include <map>

#include "dispatch/allotment.hpp"
#include "dispatch/records.hpp"
#include "journal/desk.hpp"

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
    bool proven = false;
    bool below_minimum = false;  ///< asked to go below the minimums of the nodes
};
BOOST_DESCRIBE_STRUCT(
    SendProposal, (), (sendings, missing, latest_minutes, km, gap_percent, seconds, proven, below_minimum)
)

/// With `below_minimum` the nodes' minimums are left out of account.
SendProposal propose(
    store::Rows& rows,
    const DispatchRow& dispatch,
    const journal::NodeFacts& here,
    Instant now,
    bool below_minimum,
    const optimise::Solver& solver
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

/// From a store to a place, with the detour of the policy; and how long a lorry takes, loading included.
double road_km(store::Rows& rows, double lon, double lat, double to_lon, double to_lat);
std::int64_t travel_minutes(store::Rows& rows, double km);

}  // namespace anlan::dispatch
