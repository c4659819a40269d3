#include "rescue/test_town.inc"

namespace anlan::rescue {
namespace {

struct County {
    Town county{kCounty, "石狮市"};
    Town asker{kTown, "永宁镇"};
    Town helper{kNeighbour, "祥芝镇"};

    void share() {
        for (int round = 0; round < 3; ++round) {
            for (auto* town : {&asker, &helper}) {
                county.hear(*town);
                town->hear(county);
            }
        }
    }
    /// Asked for and passed on to the neighbour.
    AidId passed(World world = World::real()) {
        const auto team = asker.team("一队", 1);
        const auto id = asker.call_out({team}, 5, world);
        const AidId aid{asker.when(AskAid{id, 4}).value().subject};
        share();
        EXPECT_TRUE(county.when(PassAid{aid, kNeighbour}));
        share();
        return aid;
    }
};

TEST(asking_for_help, is_refused_twice_and_passed_only_to_a_neighbour) {
    County all;
    const auto team = all.asker.team("一队", 1);
    const auto id = all.asker.call_out({team}, 5);
    EXPECT_EQ(all.asker.refused(AskAid{id, 0}), "wanted_invalid");
    const AidId aid{all.asker.when(AskAid{id, 4}).value().subject};
    EXPECT_EQ(all.asker.refused(AskAid{id, 4}), "already_asked");
    EXPECT_EQ(all.county.refused(PassAid{aid, kNeighbour}), "aid_unknown") << "it has not arrived yet";
    all.share();
    EXPECT_EQ(all.county.refused(PassAid{aid, kTown}), "same_town");
    EXPECT_EQ(all.county.refused(PassAid{aid, AreaCode{"350582101000"}}), "not_below");
    ASSERT_TRUE(all.county.when(PassAid{aid, kNeighbour}));
    EXPECT_EQ(all.county.refused(PassAid{aid, kNeighbour}), "already_passed");
    all.share();
    EXPECT_EQ(all.helper.refused(AnswerAid{aid, false, {}, 0, ""}), "reason_missing");
    EXPECT_EQ(all.helper.refused(AnswerAid{aid, true, {}, 0, ""}), "minutes_invalid");
}

TEST(help, calls_out_the_neighbours_team_and_tells_the_town_that_asked) {
    County all;
    const auto aid = all.passed();
    const auto team = all.helper.team("祥芝队", 3);
    ASSERT_TRUE(all.helper.when(AnswerAid{aid, true, team, 25, ""}));
    EXPECT_EQ(find_callouts(all.helper.rows(), World::real(), 9).size(), 1U);
    EXPECT_EQ(all.helper.refused(AnswerAid{aid, true, team, 25, ""}), "already_answered");
    all.share();
    const auto told = find_aid(all.asker.rows(), aid).value();
    EXPECT_TRUE(told.answered_at);
    EXPECT_TRUE(told.word.coming);
    EXPECT_EQ(told.word.people, 3);
    EXPECT_EQ(told.word.minutes, 25);
    EXPECT_EQ(told.helper, kNeighbour);
    for (auto* node : {&all.county, &all.asker, &all.helper}) EXPECT_TRUE(node->prove().ok);
}

TEST(help_in_a_drill, stays_in_the_drill_at_every_station) {
    County all;
    const auto aid = all.passed(World::drill(DrillId{"D1"}));
    const auto team = all.helper.team("祥芝队", 2);
    ASSERT_TRUE(all.helper.when(AnswerAid{aid, true, team, 25, ""}));
    for (const auto& entry : all.helper.written()) EXPECT_EQ(entry.drill, "D1") << entry.kind;
    EXPECT_TRUE(find_callouts(all.helper.rows(), World::real(), 9).empty());
}

TEST(a_no, lets_the_county_ask_another) {
    County all;
    const auto aid = all.passed();
    ASSERT_TRUE(all.helper.when(AnswerAid{aid, false, {}, 0, "本镇也在抢险"}));
    all.share();
    EXPECT_FALSE(find_aid(all.asker.rows(), aid).value().word.coming);
    EXPECT_EQ(all.county.refused(PassAid{aid, kNeighbour}), "said_no");
    EXPECT_TRUE(all.county.when(PassAid{aid, AreaCode{"350581102000"}}));
    EXPECT_FALSE(find_aid(all.county.rows(), aid).value().answered_at);
}

}  // namespace
}  // namespace anlan::rescue
