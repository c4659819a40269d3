#pragma once

#include <filesystem>
#include <memory>

#include "app/node.hpp"
#include "federation/rough_network.hpp"

namespace anlan::bench {

/// Two nodes on a simulated line of 9,600 bit/s and 1.5 s there and back: what it carries is counted, time is not spent.
class SlowLink {
  public:
    /// Beside the loss the line is as the issue of the figures asks. The folders hold the nodes; a parent of an empty
    /// folder begins with nothing.
    SlowLink(const std::filesystem::path& parent, const std::filesystem::path& child, Instant now, int lost_per_mille);
    ~SlowLink();

    app::Node& parent() { return *parent_; }
    app::Node& child() { return *child_; }
    Instant now() const { return clock_.now(); }
    void set_up(bool up);
    /// Until `done` or the limit; returns how long it took in the line's time, nothing at the limit.
    std::optional<Milliseconds> pass(const std::function<bool()>& done, Milliseconds limit);

    struct Traffic {
        std::int64_t bytes = 0, frames = 0;
    };
    /// Upward batches of this urgency (0 to 2) so far.
    Traffic upward(int lane) const;

  private:
    ManualClock clock_;
    seal::SystemDice dice_;
    federation::RoughNetwork network_;
    std::unique_ptr<app::Node> parent_, child_;
};

}  // namespace anlan::bench
