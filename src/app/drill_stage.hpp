#pragma once

#include <set>

#include "app/county.hpp"
#include "app/drill_incidents.hpp"
#include "app/drill_moving.hpp"
#include "app/drill_people.hpp"
#include "app/drill_script.hpp"
#include "app/drill_supplies.hpp"

namespace anlan::app {

/// Puts a script's steps on stage: warnings into the county's node, positions of the typhoon, cut links, orders to
/// change or close responses at every node, incidents and their reports.
class DrillStage {
  public:
    DrillStage(County& county, DrillScript script, const std::filesystem::path& folder);

    /// Starts the drill at the county; its world is known to all nodes from then on.
    void begin();
    /// When the next step or position is due.
    std::optional<Instant> next() const;
    /// Performs everything due; prints a line per milestone when `aloud`.
    void perform(Instant now, bool aloud);
    void end();

    const World& world() const { return world_; }
    MovingTally moved() const { return moving_.tally(world_); }

  private:
    void perform_step(const DrillStep& step, bool aloud);
    void warn(const DrillStep& step);
    void position(const TrackPoint& point);
    void change_levels(const DrillStep& step);
    void close_responses(const DrillStep& step);

    County& county_;
    DrillIncidents incidents_;
    DrillSupplies supplies_;
    DrillMoving moving_;
    DrillScript script_;
    std::vector<TrackPoint> track_;
    std::size_t next_step_ = 0, next_point_ = 0;
    World world_ = World::real();
};

}  // namespace anlan::app
