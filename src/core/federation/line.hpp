#pragma once

#include <functional>
#include <string>

#include "base/area.hpp"
#include "base/time.hpp"

namespace anlan::federation {

/// Which way a frame should go: urgent the shortest, routine the one that spares the link.
enum class Lane { urgent, routine };

/// What a line knows of the way to one neighbour.
struct LineFacts {
    bool connected = false;
    Instant since{};
    std::int64_t bytes_in_today = 0, bytes_out_today = 0;
    std::string note;  ///< for people: why it is down, if known
};

/// Moves opaque frames between neighbours. It may lose, double, delay and reorder them; the hand-over heals that. Three
/// implementations: in one process, NATS, narrow band.
class Line {
  public:
    /// Called on the line's own thread. `from` is what the line believes; the frame's code proves it.
    using Receive = std::function<void(const AreaCode& from, std::string frame)>;

    virtual ~Line() = default;
    virtual void open(Receive receive) = 0;
    /// Never blocks, never throws; a frame may be lost.
    virtual void send(const AreaCode& to, Lane lane, std::string frame) = 0;
    virtual LineFacts facts(const AreaCode& neighbour) const = 0;
    virtual void close() = 0;
};

}  // namespace anlan::federation
