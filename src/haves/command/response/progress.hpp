#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/world.hpp"
#include "journal/desk.hpp"
#include "response/ports.hpp"

/// How far the nodes and villages below are.
namespace anlan::response {

struct LevelBelow {
    std::string hazard;
    std::int64_t level = 4;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(LevelBelow, (), (hazard, level, state))

struct Progress {
    AreaCode area;
    std::string name;
    std::optional<double> lon, lat;
    bool link_up = true;
    std::vector<LevelBelow> responses;
    std::int64_t calls_total = 0, calls_answered = 0, calls_open = 0, calls_late = 0;
    std::int64_t tasks_total = 0, tasks_done = 0, tasks_late = 0;
    std::int64_t units = 0, units_responding = 0;  ///< below it, as a county told; 0: it told none
};
BOOST_DESCRIBE_STRUCT(
    Progress,
    (),
    (area,
     name,
     lon,
     lat,
     link_up,
     responses,
     calls_total,
     calls_answered,
     calls_open,
     calls_late,
     tasks_total,
     tasks_done,
     tasks_late,
     units,
     units_responding)
)

/// Prefecture: its counties with all below them, as each told last. County: its towns, as their journals told. Town:
/// its villages, from its own calls and tasks there and from the village's own journal where it has a node.
std::vector<Progress> progress(
    store::Rows& rows, const World& world, const journal::NodeFacts& node, Instant now, const LinkUp& link_up
);

}  // namespace anlan::response
