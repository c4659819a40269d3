#pragma once

#include <map>

#include "app/county.hpp"
#include "app/drill_script.hpp"
#include "dispatch/events.hpp"

namespace anlan::app {

/// The supplies of a drill: asked for, sent as the program proposes, handed over, receipted, brought back, each at the
/// time the script says and by the commands people would send.
class DrillSupplies {
  public:
    explicit DrillSupplies(County& county) : county_(county) {}

    /// Step "supplies": `id` names the dispatch from the first on; `event` is ask (with `headline`, `source` as the
    /// site and `figures` as items), decide, hand_over, receipt, return or close (with `description`).
    void act(const DrillStep& step, const World& world);

  private:
    void ask(const DrillStep& step, const World& world);
    void decide(const dispatch::DispatchId& id, const World& world);
    void hand_over(const dispatch::DispatchId& id, const World& world);
    void receipt(const AreaCode& area, const dispatch::DispatchId& id, const World& world);
    void bring_back(const dispatch::DispatchId& id, const World& world);

    County& county_;
    std::map<std::string, dispatch::DispatchId> ids_;
};

/// What the drills moved, over all nodes, and whether every account is the sum of its movements.
struct SupplyTally {
    std::int64_t dispatches = 0, pieces_out = 0, pieces_back = 0, pieces_used = 0;
    bool closes = true;
};
SupplyTally tally_supplies(County& county);

}  // namespace anlan::app
