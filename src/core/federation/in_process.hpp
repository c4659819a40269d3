#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>

#include "federation/line.hpp"

namespace anlan::federation {

/// Lines between nodes of one process: the demonstration county and drills. Frames arrive at once, in order, unless the
/// link is cut.
class Switchboard {
  public:
    Switchboard();
    ~Switchboard();
    Switchboard(const Switchboard&) = delete;
    Switchboard& operator=(const Switchboard&) = delete;

    /// The line of this node; lives as long as the switchboard.
    Line& line_of(const AreaCode& area);
    /// Cuts or restores the links between a node and everything above it.
    void set_up(const AreaCode& child, bool up);

  private:
    class NodeLine;
    bool connected(const AreaCode& one, const AreaCode& other) const;

    mutable std::mutex mutex_;
    std::map<AreaCode, std::unique_ptr<NodeLine>> lines_;
    std::set<AreaCode> cut_;
};

}  // namespace anlan::federation
