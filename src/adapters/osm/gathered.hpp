#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/roads.hpp"

namespace anlan::osm {

/// What the tags of a way say about who may use it.
struct WayTags {
    bool road = false;  ///< there is a highway one can drive or walk
    bool car = false, foot = false, there = true, back = true;

    void note(std::string_view key, std::string_view value);
    /// To be asked when all tags are noted.
    geo::Roads::Way use() const;

  private:
    bool car_denied_ = false, foot_denied_ = false, denied_ = false, foot_allowed_ = false;
};

/// Nodes come before ways in a sorted extract, but need not: names are resolved at the end.
class Gathered {
  public:
    void node(std::int64_t id, geo::Point at) { at_[id] = at; }
    void way(const WayTags& tags, const std::vector<std::int64_t>& nodes);
    geo::Roads roads() &&;
    bool empty() const { return ways_.empty(); }

  private:
    struct Named {
        std::int64_t from, to;
        geo::Roads::Way use;
    };
    std::unordered_map<std::int64_t, geo::Point> at_;
    std::vector<Named> ways_;
};

}  // namespace anlan::osm
