#include "dispatch/flow.hpp"

#include <algorithm>
#include <limits>
#include <queue>

namespace anlan::dispatch {

std::size_t Flow::edge(std::size_t from, std::size_t to, std::int64_t capacity) {
    const auto made = edges_.size();
    edges_.push_back({to, capacity});
    edges_.push_back({from, 0});
    out_[from].push_back(made);
    out_[to].push_back(made + 1);
    return made;
}

bool Flow::set_levels(std::size_t source, std::size_t sink) {
    level_.assign(out_.size(), -1);
    level_[source] = 0;
    std::queue<std::size_t> open;
    open.push(source);
    while (!open.empty()) {
        const auto at = open.front();
        open.pop();
        for (const auto id : out_[at]) {
            const auto& edge = edges_[id];
            if (level_[edge.to] >= 0 || edge.flow >= edge.capacity) continue;
            level_[edge.to] = level_[at] + 1;
            open.push(edge.to);
        }
    }
    return level_[sink] >= 0;
}

std::int64_t Flow::push(std::size_t at, std::size_t sink, std::int64_t most) {
    if (at == sink || most == 0) return most;
    for (auto& i = next_[at]; i < out_[at].size(); ++i) {
        const auto id = out_[at][i];
        auto& edge = edges_[id];
        if (level_[edge.to] != level_[at] + 1 || edge.flow >= edge.capacity) continue;
        const auto sent = push(edge.to, sink, std::min(most, edge.capacity - edge.flow));
        if (sent == 0) continue;
        edge.flow += sent;
        edges_[id ^ 1].flow -= sent;
        return sent;
    }
    return 0;
}

std::int64_t Flow::run(std::size_t source, std::size_t sink) {
    for (auto& edge : edges_) edge.flow = 0;
    std::int64_t sum = 0;
    while (set_levels(source, sink)) {
        next_.assign(out_.size(), 0);
        while (const auto sent = push(source, sink, std::numeric_limits<std::int64_t>::max())) sum += sent;
    }
    return sum;
}

}  // namespace anlan::dispatch
