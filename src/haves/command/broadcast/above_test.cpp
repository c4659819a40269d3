#include "broadcast/town_for_tests.hpp"

/// A county, and a town below it with loudspeakers.
namespace anlan::broadcast {
namespace {

struct a_county : ::testing::Test {
    Town county{kCounty, "石狮市"};
    LoudTown town;

    a_county() { county.hear(town); }
    BroadcastId told(std::vector<AreaCode> zones = {kTown}) {
        const auto id = county.draft(sheet(std::move(zones)));
        county.when(ReleaseBroadcast{id, 1, {}}, kSecond).value();
        town.hear(county);
        return id;
    }
};

TEST_F(a_county, sees_the_loudspeakers_of_its_towns_but_not_their_addresses) {
    ASSERT_EQ(all_terminals(county.rows()).size(), 3U);
    EXPECT_TRUE(all_terminals(county.rows())[0].address.empty());
    EXPECT_TRUE(terminals(county.rows()).empty());
}

TEST_F(a_county, speaks_through_the_loudspeakers_of_its_town_once) {
    const auto id = told();
    const auto taken = town.facts(id);
    EXPECT_EQ(taken.state, BroadcastState::waiting);
    EXPECT_EQ(taken.from, kCounty);
    EXPECT_EQ(town.addressed(id).size(), 3U);
    town.hear(county);
    EXPECT_EQ(broadcasts(town.rows(), World::real(), 10).size(), 1U);
    county.hear(town);
    EXPECT_EQ(taken_below(county.rows(), id).at(0).total, 3);
    EXPECT_EQ(broadcasts(county.rows(), World::real(), 10).size(), 1U);
    EXPECT_TRUE(town.prove().ok);
    EXPECT_TRUE(county.prove().ok);
}

TEST_F(a_county, goes_before_the_town_at_equal_weight) {
    const auto own = town.released();
    const auto from_above = told();
    EXPECT_EQ(to_play(town.rows()).at(0).id, from_above);
    EXPECT_TRUE(pre_empts(to_play(town.rows(), from_above)->order, to_play(town.rows(), own)->order));
}

TEST_F(a_county, stops_it_everywhere_and_hears_how_it_ended) {
    const auto id = told();
    ASSERT_TRUE(county.when(StopBroadcast{id, "误发"}, kFirst));
    town.hear(county);
    EXPECT_EQ(town.facts(id).state, BroadcastState::stopped);
    const auto second = told();
    ASSERT_TRUE(town.when(BeginBroadcast{second}, kAir));
    ASSERT_TRUE(town.report(second, town.square));
    ASSERT_TRUE(town.when(FinishBroadcast{second}, kAir));
    county.hear(town);
    EXPECT_EQ(taken_below(county.rows(), second).at(0).played, 1);
    EXPECT_EQ(taken_below(county.rows(), second).at(0).silent, 2);
    EXPECT_TRUE(town.prove().ok);
    EXPECT_TRUE(county.prove().ok);
}

TEST_F(a_county, exercises_at_its_own_loudspeakers_only) {
    const auto id = county.draft(sheet({kTown}, Purpose::drill));
    EXPECT_EQ(county.refused(ReleaseBroadcast{id, 1, {}}, kSecond), "no_drill_terminals");
}

TEST_F(a_county, cannot_be_played_by_its_town) {
    EXPECT_EQ(
        town.refused(TakeFromAbove{{"x"}, kOtherTown, sheet(), PersonId{kSecond}}, "system:broadcast"), "not_above"
    );
}

TEST_F(a_county, tells_only_the_towns_that_are_meant) {
    Town other{kOtherTown, "祥芝镇"};
    const auto id = told({kVillage});
    other.hear(county);
    EXPECT_EQ(town.addressed(id).size(), 2U);
    EXPECT_FALSE(find_broadcast(other.rows(), id));
    EXPECT_FALSE(other.rows().value<std::int64_t>("SELECT 1 FROM arrival WHERE kind = 'broadcast.released'"));
    const auto all = told({kCounty});
    other.hear(county);
    EXPECT_TRUE(find_broadcast(other.rows(), all));
}

}  // namespace
}  // namespace anlan::broadcast
