#include "geo/roads.hpp"

#include <gtest/gtest.h>

#include <random>

#include "geo/distance.hpp"

namespace anlan::geo {
namespace {

constexpr double kStep = 0.002;  // about 200 m

/// Streets in squares, `n` by `n` corners.
Roads squares(std::uint32_t n, const std::function<bool(std::uint32_t, std::uint32_t)>& built, bool one_way = false) {
    std::vector<Point> nodes;
    std::vector<Roads::Way> ways;
    for (std::uint32_t y = 0; y < n; ++y)
        for (std::uint32_t x = 0; x < n; ++x) nodes.push_back({118.6 + x * kStep, 24.6 + y * kStep});
    const auto lay = [&](std::uint32_t a, std::uint32_t b) {
        if (built(a, b)) ways.push_back({a, b, true, !one_way, true});
    };
    for (std::uint32_t y = 0; y < n; ++y)
        for (std::uint32_t x = 0; x < n; ++x) {
            if (x + 1 < n) lay(y * n + x, y * n + x + 1);
            if (y + 1 < n) lay(y * n + x, (y + 1) * n + x);
        }
    return {std::move(nodes), ways};
}

Point corner(std::uint32_t x, std::uint32_t y) {
    return {118.6 + x * kStep, 24.6 + y * kStep};
}

const auto kAll = [](std::uint32_t, std::uint32_t) { return true; };

TEST(a_way_along_roads, goes_round_the_corner) {
    const auto roads = squares(10, kAll);
    const auto km = roads.km_to(corner(4, 4), {corner(0, 0)}, Roads::By::foot, 1.4).front();
    ASSERT_TRUE(km);
    const auto along = metres_between(corner(0, 0), corner(4, 0)) + metres_between(corner(4, 0), corner(4, 4));
    EXPECT_NEAR(*km * 1000, along, 5);
}

TEST(a_way_along_roads, goes_over_the_only_bridge) {
    // A river between the lines 4 and 5, a bridge at the column 9.
    const auto roads =
        squares(10, [](std::uint32_t a, std::uint32_t b) { return !(a / 10 == 4 && b / 10 == 5) || a % 10 == 9; });
    const auto km = roads.km_to(corner(0, 5), {corner(0, 4), corner(9, 4)}, Roads::By::car, 1.4);
    EXPECT_GT(*km[0], 3.5) << "200 m across the water, 3.8 km by the bridge";
    EXPECT_LT(*km[1], *km[0]);
}

TEST(a_lorry, keeps_to_one_way_streets_and_somebody_on_foot_does_not) {
    const auto roads = squares(6, kAll, true);  // all lead north and east
    EXPECT_TRUE(roads.km_to(corner(5, 5), {corner(0, 0)}, Roads::By::car, 1.4).front());
    EXPECT_FALSE(roads.km_to(corner(0, 0), {corner(5, 5)}, Roads::By::car, 1.4).front());
    EXPECT_TRUE(roads.km_to(corner(0, 0), {corner(5, 5)}, Roads::By::foot, 1.4).front());
}

TEST(a_place_far_from_any_road, is_not_measured_along_them) {
    const auto roads = squares(4, kAll);
    const auto km = roads.km_to(corner(0, 0), {{119.5, 24.6}, corner(3, 3)}, Roads::By::foot, 1.4);
    EXPECT_FALSE(km[0]);
    EXPECT_TRUE(km[1]);
    EXPECT_FALSE(roads.km_to({119.5, 24.6}, {corner(0, 0)}, Roads::By::foot, 1.4).front());
    EXPECT_FALSE(Roads({}, {}).km_to(corner(0, 0), {corner(1, 1)}, Roads::By::foot, 1.4).front());
}

TEST(a_way_along_roads, is_never_shorter_than_the_straight_line_and_the_same_back_on_foot) {
    std::mt19937_64 random{11};
    const auto roads = squares(30, [&](std::uint32_t, std::uint32_t) { return random() % 5 != 0; });
    const auto somewhere = [&] {
        return Point{
            118.6 + static_cast<double>(random() % 58) / 1000, 24.6 + static_cast<double>(random() % 58) / 1000};
    };
    int measured = 0;
    for (int i = 0; i < 300; ++i) {
        const auto a = somewhere(), b = somewhere();
        const auto there = roads.km_to(b, {a}, Roads::By::foot, 1.4).front();
        const auto back = roads.km_to(a, {b}, Roads::By::foot, 1.4).front();
        ASSERT_EQ(there.has_value(), back.has_value());
        if (!there) continue;
        ++measured;
        ASSERT_NEAR(*there, *back, 1e-3);
        ASSERT_GE(*there * 1000 + 1, metres_between(a, b));
    }
    EXPECT_GT(measured, 290);
}

}  // namespace
}  // namespace anlan::geo
