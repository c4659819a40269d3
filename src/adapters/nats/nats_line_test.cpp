#include "nats/nats_line.hpp"

#include <gtest/gtest.h>

#include "nats/stations_for_tests.hpp"

namespace anlan::nats {
namespace {

using federation::Lane;

struct a_county_with_two_towns : ::testing::Test, Stations {
    Station county{above, clock, dice}, town{towns[kTown], clock, dice}, other{towns[kOther], clock, dice};
};

TEST_F(a_county_with_two_towns, carries_both_lanes_both_ways_and_to_nobody_else) {
    for (const auto lane : {Lane::urgent, Lane::routine}) {
        EXPECT_TRUE(arrives(town, county, lane, "up"));
        EXPECT_TRUE(arrives(county, town, lane, "down"));
        EXPECT_TRUE(arrives(county, other, lane, "to the other"));
    }
    EXPECT_TRUE(town.line.facts(kCounty).connected);
    EXPECT_GT(town.line.facts(kCounty).bytes_out_today, 0);
    EXPECT_FALSE(town.line.slow(kCounty));
    const std::lock_guard lock(town.mutex);
    for (const auto& [from, frame] : town.heard) EXPECT_FALSE(frame.starts_with("to the other"));
}

}  // namespace
}  // namespace anlan::nats
