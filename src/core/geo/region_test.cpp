#include "geo/region.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace anlan::geo {

namespace {

const Ring kOutline{{118.60, 24.60}, {118.70, 24.60}, {118.70, 24.70}, {118.60, 24.70}};

Ring box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

}  // namespace

TEST(a_region, does_not_meet_what_is_apart) {
    const Region region(std::vector<Polygon>{{kOutline}});
    EXPECT_FALSE(region.meets(box(118.71, 24.60, 118.80, 24.70)));
    EXPECT_FALSE(region.meets(Point{118.80, 24.65}, 10.0));
    EXPECT_FALSE(region.meets(Ring{}));
}

TEST(a_region, meets_what_touches_covers_or_lies_within) {
    const Region region(std::vector<Polygon>{{kOutline}});
    EXPECT_TRUE(region.meets(box(118.70, 24.60, 118.80, 24.70)));
    EXPECT_TRUE(region.meets(box(118.00, 24.00, 119.00, 25.00)));
    EXPECT_TRUE(region.meets(box(118.64, 24.64, 118.65, 24.65)));
    EXPECT_TRUE(region.meets(Point{118.80, 24.65}, 10.3));
}

TEST(a_region, leaves_out_its_holes) {
    const Region region(std::vector<Polygon>{{kOutline, box(118.62, 24.62, 118.68, 24.68)}});
    EXPECT_FALSE(region.meets(box(118.64, 24.64, 118.65, 24.65)));
    EXPECT_FALSE(region.meets(Point{118.65, 24.65}, 1.0));
    EXPECT_TRUE(region.meets(box(118.64, 24.64, 118.69, 24.65)));
}

TEST(a_region, of_several_parts_answers_for_each) {
    const Region region(std::vector<Polygon>{{kOutline}, {box(119, 25, 119.1, 25.1)}});
    EXPECT_TRUE(region.meets(Point{119.05, 25.05}, 0.0));
    EXPECT_FALSE(region.meets(Point{118.85, 24.85}, 5.0));
}

TEST(a_region, around_a_point_reaches_as_far_as_its_radius) {
    const Region region(Point{118.65, 24.65}, 1.0);
    EXPECT_TRUE(region.meets(Point{118.66, 24.65}, 0.1));
    EXPECT_FALSE(region.meets(Point{118.67, 24.65}, 0.9));
    EXPECT_TRUE(region.meets(box(118.655, 24.0, 119, 25)));
}

TEST(a_region, bears_shapes_that_are_none) {
    const Region region(std::vector<Polygon>{{kOutline}});
    const Region nothing(std::vector<Polygon>{});
    const Region bow_tie(std::vector<Polygon>{{Ring{{118.5, 24.5}, {118.8, 24.8}, {118.8, 24.5}, {118.5, 24.8}}}});
    EXPECT_TRUE(region.meets(Ring{{118.65, 24.65}}));
    EXPECT_TRUE(region.meets(Ring{{118.65, 24.65}, {118.65, 24.65}, {118.65, 24.65}}));
    EXPECT_FALSE(nothing.meets(kOutline));
    EXPECT_FALSE(nothing.meets(Point{}, 100.0));
    EXPECT_TRUE(bow_tie.meets(kOutline));
    const auto nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(region.meets(Ring{{nan, nan}, {nan, 24}, {118, nan}}));
}

}  // namespace anlan::geo
