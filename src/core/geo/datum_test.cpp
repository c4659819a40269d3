#include "geo/datum.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace anlan::geo {

TEST(a_place_from_outside, is_refused_when_it_can_be_none) {
    const auto nan = std::numeric_limits<double>::quiet_NaN();
    for (const auto& place :
         {Point{0, 0},
          Point{nan, 24.7},
          Point{118.7, nan},
          Point{181, 0},
          Point{118, -91},
          Point{std::numeric_limits<double>::infinity(), 1}})
        EXPECT_FALSE(plausible(place)) << place.lon << ' ' << place.lat;
    EXPECT_TRUE(plausible({118.65, 24.73}));
    EXPECT_FALSE(datum_named("BD-09"));
    EXPECT_EQ(datum_named("GCJ-02"), Datum::gcj02);
    EXPECT_EQ(datum_named("wgs 84"), Datum::wgs84);
    EXPECT_EQ(datum_named("CGCS2000"), Datum::cgcs2000);
}

// What three independent public programs print for these places. The first agrees to the last digits; the second to a
// centimetre, why is not known; the third is a way back that stops early, published as good to five decimals.
TEST(the_ground_of_phone_maps, is_where_others_find_it) {
    struct Pair {
        Point wgs84, gcj02;
        double within_degrees;
    };
    for (const auto& [wgs84, gcj02, within] :
         {Pair{{116.404, 39.915}, {116.41024449916938, 39.91640428150164}, 1e-9},
          Pair{{121.0917077, 30.6107779}, {121.09626935575027, 30.608604331756705}, 1e-7},
          Pair{{122.99395597, 44.99804071}, {123, 45}, 5e-6}}) {
        const auto there = gcj02_from_wgs84(wgs84);
        EXPECT_NEAR(there.lon, gcj02.lon, within);
        EXPECT_NEAR(there.lat, gcj02.lat, within);
        const auto back = to_house(gcj02, Datum::gcj02);
        EXPECT_NEAR(back.lon, wgs84.lon, within);
        EXPECT_NEAR(back.lat, wgs84.lat, within);
    }
}

TEST(the_ground_of_phone_maps, leaves_alone_what_is_not_drawn_on_it) {
    EXPECT_EQ(gcj02_from_wgs84({2.35, 48.85}), (Point{2.35, 48.85}));
    EXPECT_EQ(wgs84_from_gcj02({183, 45}), (Point{183, 45}));
    EXPECT_EQ(to_house({118.65, 24.73}, Datum::cgcs2000), (Point{118.65, 24.73}));
}

TEST(going_there_and_back, ends_where_it_began_anywhere_in_the_country) {
    std::mt19937 dice(20230728);
    std::uniform_real_distribution<double> lon(73, 136), lat(2, 54);
    for (int i = 0; i < 20'000; ++i) {
        const Point place{lon(dice), lat(dice)};
        const auto shown = gcj02_from_wgs84(place);
        const auto back = wgs84_from_gcj02(shown);
        ASSERT_NEAR(back.lon, place.lon, 1e-8) << place.lon << ' ' << place.lat;
        ASSERT_NEAR(back.lat, place.lat, 1e-8) << place.lon << ' ' << place.lat;
        ASSERT_LT(std::hypot(shown.lon - place.lon, shown.lat - place.lat), 0.05);
    }
}

}  // namespace anlan::geo
