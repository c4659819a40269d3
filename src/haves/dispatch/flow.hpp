#pragma once

#include <cstdint>
#include <vector>

namespace anlan::dispatch {

/// The most that can flow through a small network, in whole numbers (Dinic). Edges may be opened and closed between
/// questions; asking again begins anew.
class Flow {
  public:
    explicit Flow(std::size_t nodes) : out_(nodes) {}
    std::size_t edge(std::size_t from, std::size_t to, std::int64_t capacity);
    void set_capacity(std::size_t edge, std::int64_t capacity) { edges_[edge].capacity = capacity; }
    std::int64_t run(std::size_t source, std::size_t sink);
    std::int64_t through(std::size_t edge) const { return edges_[edge].flow; }

  private:
    struct Edge {
        std::size_t to;
        std::int64_t capacity, flow = 0;
    };
    bool set_levels(std::size_t source, std::size_t sink);
    std::int64_t push(std::size_t at, std::size_t sink, std::int64_t most);

    std::vector<Edge> edges_;  // each beside its way back
    std::vector<std::vector<std::size_t>> out_;
    std::vector<int> level_;
    std::vector<std::size_t> next_;
};

}  // namespace anlan::dispatch
