#pragma once

#include <map>
#include <vector>

#include "app/county.hpp"
#include "app/drill_script.hpp"
#include "shelter/records.hpp"

namespace anlan::app {

/// People of a drill, over all towns: how many were listed, and where they stood when it was said that they may go
/// home.
struct MovingTally {
    std::int64_t orders = 0, households = 0, listed = 0, moved = 0, in_shelters = 0, refused = 0, not_found = 0;
    std::int64_t over = 0;     ///< in a shelter beyond its room
    std::int64_t home = 0;     ///< at the end
    bool told_alike = true;    ///< the county had heard the very numbers of each town
    bool counted_once = true;  ///< every household in one state, in one shelter at most
    bool ended = true;         ///< every list closed, every shelter empty
    bool closes() const { return told_alike && counted_once && ended && home + refused == listed; }
};

/// The people of a drill: ordered to move, found door by door, signed in, brought home, each at the time the script
/// says and by the commands helpers, keepers and the desk would send.
class DrillMoving {
  public:
    explicit DrillMoving(County& county) : county_(county) {}

    /// Step "people": `id` names the list from the first on; `event` is order (with `headline`, `reason`, `level` as
    /// the risk and `figures` "within_minutes"), doors, arrive, patrol, lift (with `reason`), home or close.
    void act(const DrillStep& step, const World& world);
    MovingTally tally(const World& world) const;

  private:
    struct Moving {
        AreaCode town;
        std::string order;
    };
    void order(const DrillStep& step, const World& world);
    void knock(const Moving& moving, const World& world);
    void sign_in(const Moving& moving, const World& world);
    void patrol(const Moving& moving, const World& world);
    void count(const Moving& moving, const World& world);
    void lift(const Moving& moving, const std::string& reason, const World& world);
    void bring_home(const Moving& moving, const World& world);
    void close(const Moving& moving, const World& world);
    std::vector<shelter::HouseholdRow> households_of(const Moving& moving) const;

    County& county_;
    std::map<std::string, Moving> lists_;
    MovingTally tally_;
};

}  // namespace anlan::app
