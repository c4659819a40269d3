#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "journal/writer.hpp"

/// Carrying entries between nodes. The journal is the truth and re-sends what the other side has not confirmed; a
/// carrier only moves parcels. This port has one implementation now, in one process; NATS and narrow-band come beside
/// it.
namespace anlan::federation {

/// A node as a carrier sees it. `read` lends a connection for the time of the call.
struct Station {
    journal::Writer* writer = nullptr;
    std::function<void(const std::function<void(store::Rows&)>&)> read;

    const AreaCode& area() const { return writer->node().area; }
};

struct LinkState {
    AreaCode area;  ///< the other end
    std::string name;
    std::string direction;  ///< "parent" or "child", seen from the asking node
    bool up = true;
    Instant since{};
    std::int64_t waiting = 0;        ///< own entries the other end has not confirmed
    std::optional<Instant> last_at;  ///< last parcel that crossed, either way
};
BOOST_DESCRIBE_STRUCT(LinkState, (), (area, name, direction, up, since, waiting, last_at))

class Carrier {
  public:
    virtual ~Carrier() = default;
    /// Links seen from this node.
    virtual std::vector<LinkState> links(const AreaCode& node) const = 0;
    /// Cuts or restores the link between a node and its parent (drills, simulation).
    virtual void set_up(const AreaCode& child, bool up) = 0;
};

}  // namespace anlan::federation
