#include <gtest/gtest.h>

#include "shelter/allocation.hpp"

namespace anlan::shelter {
namespace {

/// A river: the near shelter lies across it, and the only bridge is far down.
TEST(an_allocation, walks_along_the_roads_where_these_are_known) {
    const std::vector<geo::Point> nodes{
        {118.600, 24.600}, {118.600, 24.602}, {118.640, 24.600}, {118.640, 24.602}, {118.594, 24.600}};
    const std::vector<geo::Roads::Way> ways{{0, 2}, {2, 3}, {3, 1}, {4, 0}};
    const geo::Roads roads(nodes, ways);
    const std::vector<Home> homes{{118.600, 24.600, 4}};
    const std::vector<Roof> roofs{{118.600, 24.602, 100}, {118.594, 24.600, 100}};
    EXPECT_EQ(allocate(homes, roofs).roof_of.front(), 0u) << "on the straight line, across the water";
    const Walks walks(homes, roofs, &roads);
    EXPECT_EQ(allocate(walks, homes, roofs).roof_of.front(), 1u);
    EXPECT_GT(walks.km(0, 0), 8.0F);
}

TEST(an_allocation, takes_the_straight_line_where_no_road_is_near) {
    const geo::Roads roads({{118.600, 24.600}, {118.601, 24.600}}, {{0, 1}});
    const std::vector<Home> homes{{119.600, 24.600, 4}};
    const std::vector<Roof> roofs{{119.602, 24.600, 100}};
    EXPECT_FLOAT_EQ(Walks(homes, roofs, &roads).km(0, 0), Walks(homes, roofs).km(0, 0));
}

}  // namespace
}  // namespace anlan::shelter
