#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/world.hpp"
#include "dispatch/events.hpp"
#include "store/rows.hpp"

namespace anlan::dispatch {

/// A dispatch as it stands, put together from what was asked, decided and closed.
struct DispatchRow {
    std::string id, drill;
    AreaCode asker;  ///< node that asked
    std::string title, site;
    AreaCode area;
    double lon = 0, lat = 0;
    std::string origin;
    Instant needed_by{};
    std::vector<Need> needs;
    Instant asked_at{};
    std::string asked_by;
    std::optional<Instant> decided_at;
    std::string decided_by;
    bool decided_here = false;
    std::optional<Instant> out_by;
    bool below_minimum = false;
    std::string reason;
    std::vector<Sending> sendings;
    std::optional<Instant> closed_at;
    std::string lessons;
    std::int64_t cost_fen = 0;

    World world() const { return World::stored(drill); }
};

/// What one store had to do with it.
struct LegRow {
    std::string store, slip, team;
    std::optional<Instant> handed_at, receipted_at;
    std::vector<Arrived> arrived;
    std::string receipted_by, note;
};

std::optional<DispatchRow> dispatch_row(store::Rows& rows, const DispatchId& id);
/// Newest first; `after`: the id of the last one already seen.
std::vector<DispatchRow> dispatches(
    store::Rows& rows, const World& world, const std::string& after, std::int64_t limit
);
/// Asked for by a response or incident, oldest first.
std::vector<DispatchRow> dispatches_for(store::Rows& rows, const World& world, const std::string& origin);
/// One for each store that sends, in the order of the sendings.
std::vector<LegRow> legs_of(store::Rows& rows, const DispatchRow& dispatch);
std::optional<LegRow> leg_of(store::Rows& rows, const DispatchRow& dispatch, const std::string& store);

/// What is promised of an item by a store and has not left yet: nobody else may count on it.
std::int64_t promised(store::Rows& rows, const World& world, const std::string& store, const std::string& item);

}  // namespace anlan::dispatch
