#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <vector>

#include "geo/region.hpp"

namespace anlan::geo {

/// A road network, read once and asked by many threads. Ways are as long as the line between their ends, so no way
/// along the roads is shorter than the straight line.
class Roads {
  public:
    /// By whom: a lorry keeps to one-way streets, somebody on foot does not and stays off the motorway.
    enum class By { car, foot };

    struct Way {
        std::uint32_t from = 0, to = 0;  ///< places in the list of nodes
        bool car = true, car_back = true, foot = true;
    };

    Roads(std::vector<Point> nodes, const std::vector<Way>& ways);

    /// Where people set out from, each with its nearest road. Looking that up costs more than a way does, so it is done
    /// once for all the places they may go to.
    class Starts {
        friend class Roads;
        struct Snap {
            std::uint32_t node = 0;
            double metres = 0;
        };
        By by_ = By::foot;
        std::vector<Point> at_;
        std::vector<std::optional<Snap>> snaps_;
    };
    Starts starts(std::vector<Point> from, By by) const;

    /// From each of these to the place: km along the roads, and to and from the nearest road on the straight line times
    /// `detour`. Nothing where a road is farther than a kilometre or leads nowhere.
    std::vector<std::optional<double>> km_to(Point place, const Starts& from, double detour) const;
    std::vector<std::optional<double>> km_to(Point place, const std::vector<Point>& from, By by, double detour) const {
        return km_to(place, starts(from, by), detour);
    }

    std::size_t nodes() const { return nodes_.size(); }
    std::size_t ways() const { return ways_; }

  private:
    struct Arc {
        std::uint32_t to = 0;
        float metres = 0;
    };
    /// Arcs against the direction of travel, for the search goes back from the place; and which nodes belong to the
    /// largest connected part, where roads lead somewhere.
    struct Net {
        std::vector<std::uint32_t> first;  ///< by node, and one past the last
        std::vector<Arc> arcs;
        std::vector<bool> main;
    };
    using Snap = Starts::Snap;

    Net net_of(const std::vector<Way>& ways, By by) const;
    void lay_grid();
    const Net& net(By by) const { return by == By::car ? car_ : foot_; }
    std::optional<Snap> snap(Point place, const Net& net) const;
    std::vector<float> search(const Net& net, Snap from, const std::vector<std::optional<Snap>>& until) const;

    std::vector<Point> nodes_;
    std::size_t ways_ = 0;
    Net car_, foot_;
    double west_ = 0, south_ = 0;
    std::size_t columns_ = 0, lines_ = 0;
    std::vector<std::uint32_t> cell_first_, cell_nodes_;
};

}  // namespace anlan::geo
