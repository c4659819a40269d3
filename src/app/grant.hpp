#pragma once

#include "app/node.hpp"

namespace anlan::app {

/// Whose hand it is when the demonstration is filled, when a drill moves on, and when somebody at a desk acts in one.
inline constexpr const char *kSeed = "system:seed", *kDrill = "system:drill", *kDrillOfficer = "drill:duty_officer";

/// What the demonstration or a drill wishes of a node; the subject of what came of it, or nothing when it was refused:
/// the log then says which town refused and why.
std::string grant_wish(Node& node, journal::Wish wish);

template <class C>
std::string grant(Node& node, C command, const std::string& actor = kSeed) {
    return grant_wish(node, journal::wish(World::real(), actor, std::move(command)));
}

/// In the world of a drill.
template <class C>
std::string grant_in(Node& node, const World& world, C command, const std::string& actor = kDrillOfficer) {
    return grant_wish(node, journal::wish(world, actor, std::move(command)));
}

}  // namespace anlan::app
