#include "geo/roads.hpp"

#include <algorithm>
#include <cmath>
#include <queue>

#include "geo/distance.hpp"

namespace anlan::geo {

namespace {

constexpr double kCell_degrees = 0.005;  // about half a kilometre
constexpr double kFarthest_metres = 1000;
constexpr float kNever = std::numeric_limits<float>::infinity();

std::uint32_t root_of(std::vector<std::uint32_t>& parent, std::uint32_t node) {
    while (parent[node] != node) node = parent[node] = parent[parent[node]];
    return node;
}

}  // namespace

Roads::Roads(std::vector<Point> nodes, const std::vector<Way>& ways) : nodes_(std::move(nodes)), ways_(ways.size()) {
    car_ = net_of(ways, By::car);
    foot_ = net_of(ways, By::foot);
    lay_grid();
}

Roads::Net Roads::net_of(const std::vector<Way>& ways, By by) const {
    struct Step {
        std::uint32_t at, to;
    };
    std::vector<Step> steps;  // against the direction of travel
    std::vector<std::uint32_t> parent(nodes_.size()), size(nodes_.size(), 0);
    for (std::uint32_t n = 0; n < parent.size(); ++n) parent[n] = n;
    for (const auto& way : ways) {
        const bool there = by == By::car ? way.car : way.foot, back = by == By::car ? way.car_back : way.foot;
        if (there) steps.push_back({way.to, way.from});
        if (back) steps.push_back({way.from, way.to});
        if (there || back) parent[root_of(parent, way.from)] = root_of(parent, way.to);
    }
    Net net;
    net.first.assign(nodes_.size() + 1, 0);
    for (const auto& step : steps) ++net.first[step.at + 1];
    for (std::size_t n = 0; n < nodes_.size(); ++n) net.first[n + 1] += net.first[n];
    net.arcs.resize(steps.size());
    auto next = net.first;
    for (const auto& step : steps)
        net.arcs[next[step.at]++] = {step.to, static_cast<float>(metres_between(nodes_[step.at], nodes_[step.to]))};
    for (std::uint32_t n = 0; n < parent.size(); ++n) ++size[root_of(parent, n)];
    const auto largest = static_cast<std::uint32_t>(std::max_element(size.begin(), size.end()) - size.begin());
    net.main.resize(nodes_.size());
    for (const auto& step : steps)
        for (const auto node : {step.at, step.to}) net.main[node] = root_of(parent, node) == largest;
    return net;
}

void Roads::lay_grid() {
    if (nodes_.empty()) return;
    double east = west_ = nodes_.front().lon, north = south_ = nodes_.front().lat;
    for (const auto& node : nodes_) {
        west_ = std::min(west_, node.lon), east = std::max(east, node.lon);
        south_ = std::min(south_, node.lat), north = std::max(north, node.lat);
    }
    columns_ = static_cast<std::size_t>((east - west_) / kCell_degrees) + 1;
    lines_ = static_cast<std::size_t>((north - south_) / kCell_degrees) + 1;
    const auto cell_of = [&](const Point& at) {
        return static_cast<std::size_t>((at.lat - south_) / kCell_degrees) * columns_ +
               static_cast<std::size_t>((at.lon - west_) / kCell_degrees);
    };
    cell_first_.assign(columns_ * lines_ + 1, 0);
    for (const auto& node : nodes_) ++cell_first_[cell_of(node) + 1];
    for (std::size_t c = 0; c + 1 < cell_first_.size(); ++c) cell_first_[c + 1] += cell_first_[c];
    cell_nodes_.resize(nodes_.size());
    auto next = cell_first_;
    for (std::uint32_t n = 0; n < nodes_.size(); ++n) cell_nodes_[next[cell_of(nodes_[n])]++] = n;
}

std::optional<Roads::Snap> Roads::snap(Point place, const Net& net) const {
    if (nodes_.empty() || !std::isfinite(place.lon) || !std::isfinite(place.lat)) return std::nullopt;
    // As many cells to either side as a kilometre needs at this latitude.
    const double shrink = std::max(0.1, std::cos(place.lat * 3.14159265358979 / 180));
    const auto reach_lines = static_cast<long>(std::ceil(kFarthest_metres / 111'000 / kCell_degrees));
    const auto reach_columns = static_cast<long>(std::ceil(kFarthest_metres / 111'000 / shrink / kCell_degrees));
    const auto line = static_cast<long>(std::floor((place.lat - south_) / kCell_degrees));
    const auto column = static_cast<long>(std::floor((place.lon - west_) / kCell_degrees));
    std::optional<Snap> best;
    for (long y = std::max(0L, line - reach_lines);
         y <= std::min<long>(line + reach_lines, static_cast<long>(lines_) - 1);
         ++y)
        for (long x = std::max(0L, column - reach_columns);
             x <= std::min<long>(column + reach_columns, static_cast<long>(columns_) - 1);
             ++x) {
            const auto cell = static_cast<std::size_t>(y) * columns_ + static_cast<std::size_t>(x);
            for (auto i = cell_first_[cell]; i < cell_first_[cell + 1]; ++i) {
                const auto node = cell_nodes_[i];
                if (!net.main[node]) continue;
                const double metres = metres_between(place, nodes_[node]);
                if (metres <= kFarthest_metres && (!best || metres < best->metres)) best = Snap{node, metres};
            }
        }
    return best;
}

/// Dijkstra from the place outward, until everybody asked about is reached.
std::vector<float> Roads::search(const Net& net, Snap from, const std::vector<std::optional<Snap>>& until) const {
    std::vector<float> metres(nodes_.size(), kNever);
    std::vector<bool> wanted(nodes_.size()), done(nodes_.size());
    std::size_t left = 0;
    for (const auto& each : until)
        if (each && !wanted[each->node]) wanted[each->node] = true, ++left;
    using Reached = std::pair<float, std::uint32_t>;
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> front;
    metres[from.node] = 0;
    front.push({0, from.node});
    while (!front.empty() && left > 0) {
        const auto [so_far, node] = front.top();
        front.pop();
        if (done[node]) continue;
        done[node] = true;
        left -= wanted[node] ? 1 : 0;
        for (auto i = net.first[node]; i < net.first[node + 1]; ++i) {
            const auto& arc = net.arcs[i];
            if (so_far + arc.metres >= metres[arc.to]) continue;
            metres[arc.to] = so_far + arc.metres;
            front.push({metres[arc.to], arc.to});
        }
    }
    return metres;
}

Roads::Starts Roads::starts(std::vector<Point> from, By by) const {
    Starts starts;
    starts.by_ = by;
    for (const auto& each : from) starts.snaps_.push_back(snap(each, net(by)));
    starts.at_ = std::move(from);
    return starts;
}

std::vector<std::optional<double>> Roads::km_to(Point place, const Starts& from, double detour) const {
    std::vector<std::optional<double>> km(from.at_.size());
    const auto goal = snap(place, net(from.by_));
    if (!goal) return km;
    const auto& starts = from.snaps_;
    const auto metres = search(net(from.by_), *goal, starts);
    for (std::size_t i = 0; i < km.size(); ++i) {
        if (!starts[i] || metres[starts[i]->node] == kNever) continue;
        const double along =
            starts[i]->metres * detour + static_cast<double>(metres[starts[i]->node]) + goal->metres * detour;
        // Neighbours of one road need not walk to its corner and back.
        const double across = metres_between(place, from.at_[i]) * detour;
        km[i] = (across < starts[i]->metres + goal->metres ? std::min(along, across) : along) / 1000;
    }
    return km;
}

}  // namespace anlan::geo
