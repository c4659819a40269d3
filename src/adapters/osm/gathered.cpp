#include "osm/gathered.hpp"

#include <array>

namespace anlan::osm {

namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view word) {
    for (const auto each : list)
        if (each == word) return true;
    return false;
}

/// Of both, as OpenStreetMap's wiki lists the values of `highway`.
constexpr std::array<std::string_view, 17> kDriven{
    "motorway",
    "motorway_link",
    "trunk",
    "trunk_link",
    "primary",
    "primary_link",
    "secondary",
    "secondary_link",
    "tertiary",
    "tertiary_link",
    "residential",
    "unclassified",
    "living_street",
    "service",
    "road",
    "track",
    "busway"};
constexpr std::array<std::string_view, 6> kWalked{"footway", "path", "pedestrian", "steps", "cycleway", "bridleway"};
constexpr std::array<std::string_view, 3> kMotorways{"motorway", "motorway_link", "busway"};

bool denies(std::string_view value) {
    return value == "no" || value == "private";
}

}  // namespace

void WayTags::note(std::string_view key, std::string_view value) {
    if (key == "highway") {
        car = among(kDriven, value);
        foot = (car && !among(kMotorways, value)) || among(kWalked, value);
        road = car || foot;
        if (value == "motorway" || value == "motorway_link") back = false;
    } else if (key == "oneway") {
        there = value != "-1" && value != "reverse";
        back = value == "no" || value == "-1" || value == "reverse";
    } else if (key == "junction" && value == "roundabout") {
        back = false;
    } else if (key == "access") {
        denied_ = denies(value);
    } else if (key == "motor_vehicle" || key == "vehicle") {
        car_denied_ = denies(value);
    } else if (key == "foot") {
        foot_denied_ = denies(value);
        foot_allowed_ = !foot_denied_;
    }
}

geo::Roads::Way WayTags::use() const {
    const bool drives = car && !car_denied_ && !denied_;
    const bool walks = (foot || (road && foot_allowed_)) && !foot_denied_ && (!denied_ || foot_allowed_);
    return {0, 0, drives && there, drives && back, walks};
}

void Gathered::way(const WayTags& tags, const std::vector<std::int64_t>& nodes) {
    if (!tags.road) return;
    const auto use = tags.use();
    if (!use.car && !use.car_back && !use.foot) return;
    for (std::size_t i = 1; i < nodes.size(); ++i) ways_.push_back({nodes[i - 1], nodes[i], use});
}

/// Only the nodes that a road passes; an extract cuts ways at its edge, whose far ends it does not have.
geo::Roads Gathered::roads() && {
    std::unordered_map<std::int64_t, std::uint32_t> place;
    std::vector<geo::Point> nodes;
    std::vector<geo::Roads::Way> ways;
    const auto place_of = [&](std::int64_t id) {
        const auto [found, is_new] = place.emplace(id, static_cast<std::uint32_t>(nodes.size()));
        if (is_new) nodes.push_back(at_.at(id));
        return found->second;
    };
    for (const auto& named : ways_) {
        if (!at_.contains(named.from) || !at_.contains(named.to)) continue;
        auto way = named.use;
        way.from = place_of(named.from);
        way.to = place_of(named.to);
        ways.push_back(way);
    }
    return {std::move(nodes), ways};
}

}  // namespace anlan::osm
