#pragma once

#include <memory>

#include "federation/carrier.hpp"

namespace anlan::federation {

/// Carries between nodes of one process: the demonstration county, drills, simulations.
class InProcessCarrier final : public Carrier {
  public:
    InProcessCarrier();
    ~InProcessCarrier() override;
    InProcessCarrier(const InProcessCarrier&) = delete;
    InProcessCarrier& operator=(const InProcessCarrier&) = delete;

    /// Takes a node in; its parent may come before or after it.
    void join(Station station);
    /// Moves everything that can move once; returns how many parcels went. For single-threaded use.
    std::size_t pump();
    /// Pumps on its own thread whenever a node has committed.
    void start();
    void stop();

    std::vector<LinkState> links(const AreaCode& node) const override;
    void set_up(const AreaCode& child, bool up) override;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::federation
