#include "cap/area_matcher.hpp"

#include <gtest/gtest.h>

namespace anlan::cap {

namespace {

using warning::AlertArea;
using warning::LonLat;

const AreaCode kTown{"350581106000"};
const AreaCode kVillage{"350581106203"};
const AreaCode kBare{"350582000000"};

CapAreaMatcher station() {
    const geo::Ring square{{118.60, 24.60}, {118.70, 24.60}, {118.70, 24.70}, {118.60, 24.70}, {118.60, 24.60}};
    return CapAreaMatcher({{kTown, {{square}}, {}, 0}, {kVillage, {}, {118.65, 24.65}, 1.0}, {kBare, {}, {}, 0}});
}

AlertArea ring(std::vector<LonLat> points) {
    return {"", {std::move(points)}, {}, {}};
}
AlertArea circle(double lon, double lat, double radius_km) {
    return {"", {}, {{{lon, lat}, radius_km}}, {}};
}
AlertArea code(const char* text) {
    return {"", {}, {}, {parse_area(text).value()}};
}

}  // namespace

TEST(matching_areas, refuses_places_outside_and_places_unknown) {
    const auto matcher = station();
    EXPECT_FALSE(matcher.touches({}, kTown));
    EXPECT_FALSE(matcher.touches({{"测试镇", {}, {}, {}}}, kTown));
    EXPECT_FALSE(matcher.touches({code("350582")}, kTown));
    EXPECT_FALSE(matcher.touches({ring({{119, 25}, {119.1, 25}, {119.1, 25.1}, {119, 25}})}, kTown));
    EXPECT_FALSE(matcher.touches({circle(118.80, 24.65, 9)}, kTown));
    EXPECT_FALSE(matcher.touches({circle(118.65, 24.65, 9)}, kBare));
    EXPECT_FALSE(matcher.touches({circle(118.65, 24.65, 9)}, AreaCode{"110000000000"}));
}

TEST(matching_areas, takes_codes_above_and_below) {
    const auto matcher = station();
    EXPECT_TRUE(matcher.touches({code("350500")}, kTown));
    EXPECT_TRUE(matcher.touches({code("350581106203")}, kTown));
    EXPECT_TRUE(matcher.touches({code("350582"), code("350581106")}, kTown));
}

TEST(matching_areas, takes_polygons_that_overlap_contain_or_lie_within) {
    const auto matcher = station();
    EXPECT_TRUE(matcher.touches({ring({{118.69, 24.69}, {119, 24.69}, {119, 25}, {118.69, 24.69}})}, kTown));
    EXPECT_TRUE(matcher.touches({ring({{118, 24}, {120, 24}, {120, 26}, {118, 26}, {118, 24}})}, kTown));
    EXPECT_TRUE(matcher.touches({ring({{118.64, 24.64}, {118.65, 24.64}, {118.65, 24.65}, {118.64, 24.64}})}, kTown));
    EXPECT_TRUE(matcher.touches({ring({{118.70, 24.60}, {119, 24.60}, {119, 25}, {118.70, 24.60}})}, kTown));
}

TEST(matching_areas, takes_circles_by_kilometres) {
    const auto matcher = station();
    EXPECT_TRUE(matcher.touches({circle(118.80, 24.65, 11)}, kTown));
    EXPECT_TRUE(matcher.touches({circle(118.65, 24.65, 0)}, kTown));
    EXPECT_TRUE(matcher.touches({circle(118.80, 24.65, 15)}, kVillage));
    EXPECT_FALSE(matcher.touches({circle(118.80, 24.65, 13)}, kVillage));
}

TEST(matching_areas, does_not_fall_over_broken_shapes) {
    const auto matcher = station();
    EXPECT_TRUE(matcher.touches({ring({{118.5, 24.5}, {118.8, 24.8}, {118.8, 24.5}, {118.5, 24.8}})}, kTown));
    EXPECT_TRUE(matcher.touches({ring({{118.65, 24.65}})}, kTown));
    EXPECT_TRUE(matcher.touches({ring({{118.65, 24.65}, {118.65, 24.65}, {118.65, 24.65}, {118.65, 24.65}})}, kTown));
    EXPECT_FALSE(matcher.touches({ring({})}, kTown));
}

}  // namespace anlan::cap
