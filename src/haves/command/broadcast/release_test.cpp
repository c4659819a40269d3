#include "broadcast/town_for_tests.hpp"
#include "policy/commands.hpp"

/// Two people.
namespace anlan::broadcast {
namespace {

using std::chrono::hours;

TEST(a_broadcast, is_released_by_a_second_person_and_by_nobody_else) {
    LoudTown town;
    const auto id = town.draft(sheet());
    EXPECT_EQ(town.refused(ReleaseBroadcast{id, 1, {}}, kFirst), "same_person");
    EXPECT_EQ(town.refused(ReleaseBroadcast{id, 1, {}}, "system:announcing"), "not_a_person");
    EXPECT_EQ(town.facts(id).state, BroadcastState::draft);
    ASSERT_TRUE(town.when(ReleaseBroadcast{id, 1, {}}, kSecond));
    EXPECT_EQ(town.kinds(), std::vector<std::string>{"broadcast.released"});
    EXPECT_EQ(town.facts(id).state, BroadcastState::waiting);
    EXPECT_EQ(town.facts(id).released_by, PersonId{kSecond});
    EXPECT_EQ(town.addressed(id).size(), 3U);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_broadcast, that_is_released_twice_is_released_once) {
    LoudTown town;
    const auto id = town.released();
    EXPECT_EQ(town.when(ReleaseBroadcast{id, 1, {}}, kSecond).value().first_seq, 0);
    EXPECT_EQ(town.refused(ReleaseBroadcast{id, 1, {}}, "p-third"), "not_a_draft");
    ASSERT_TRUE(town.when(StopBroadcast{id, ""}, kFirst));
    EXPECT_EQ(town.when(ReleaseBroadcast{id, 1, {}}, kSecond).value().first_seq, 0);
    EXPECT_EQ(town.facts(id).state, BroadcastState::stopped);
}

TEST(a_draft, is_released_as_it_was_read) {
    LoudTown town;
    const auto id = town.draft(sheet());
    auto changed = sheet();
    changed.text = "改过的话。";
    ASSERT_TRUE(town.when(ReviseDraft{id, changed}, kFirst));
    EXPECT_EQ(town.refused(ReleaseBroadcast{id, 1, {}}, kSecond), "revision_changed");
    ASSERT_TRUE(town.when(ReleaseBroadcast{id, 2, {}}, kSecond));
    EXPECT_EQ(town.facts(id).words, "改过的话。");
    EXPECT_EQ(town.refused(ReviseDraft{id, changed}, kFirst), "not_a_draft");
}

TEST(a_draft, that_the_second_person_changes_needs_a_third_look) {
    LoudTown town;
    const auto id = town.draft(sheet());
    ASSERT_TRUE(town.when(ReviseDraft{id, sheet()}, kSecond));
    EXPECT_EQ(town.refused(ReleaseBroadcast{id, 2, {}}, kSecond), "same_person");
    EXPECT_TRUE(town.when(ReleaseBroadcast{id, 2, {}}, kFirst));
}

TEST(a_draft, of_yesterday_is_not_released_today) {
    LoudTown town;
    const auto id = town.draft(sheet());
    town.advance(hours{25});
    EXPECT_EQ(town.refused(ReleaseBroadcast{id, 1, {}}, kSecond), "draft_too_old");
    ASSERT_TRUE(town.when(ReviseDraft{id, sheet()}, kFirst));
    EXPECT_TRUE(town.when(ReleaseBroadcast{id, 2, {}}, kSecond));
}

TEST(a_draft, is_refused_by_the_second_person_with_a_reason) {
    LoudTown town;
    const auto id = town.draft(sheet());
    EXPECT_EQ(town.refused(RefuseBroadcast{id, "写错了"}, kFirst), "same_person");
    EXPECT_EQ(town.refused(RefuseBroadcast{id, ""}, kSecond), "reason_missing");
    ASSERT_TRUE(town.when(RefuseBroadcast{id, "地名写错"}, kSecond));
    EXPECT_EQ(town.facts(id).reason, "地名写错");
    EXPECT_EQ(town.refused(ReleaseBroadcast{id, 1, {}}, "p-third"), "not_a_draft");
    EXPECT_EQ(town.refused(ReleaseBroadcast{{"none"}, 1, {}}, kSecond), "broadcast_unknown");
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_zone_without_loudspeakers, is_said_before_anybody_thinks_it_was_heard) {
    Town quiet;
    const auto id = quiet.draft(sheet());
    EXPECT_EQ(quiet.refused(ReleaseBroadcast{id, 1, {}}, kSecond), "no_terminals");
}

/// The typhoon's red warning, for the first village.
struct a_red_warning : ::testing::Test {
    LoudTown town;
    BroadcastSheet written = sheet({kVillage});

    a_red_warning() {
        const auto* pattern = find_pattern("typhoon_red");
        written.pattern = pattern->id;
        written.text = filled(*pattern, written.zones, town.rows());
        town.when(
                GiveAuthority{"w-1", "台风红色预警", "typhoon", {kVillage}, town.now() + hours{6}}, "system:warning"
        ).value();
    }
    std::string alone(BroadcastSheet what, const std::string& warning = "w-1") {
        const auto id = town.draft(std::move(what));
        return town.refused(ReleaseBroadcast{id, 1, warning}, kFirst);
    }
};

TEST_F(a_red_warning, stands_in_for_the_second_person_and_is_named) {
    const auto id = town.draft(written);
    ASSERT_TRUE(town.when(ReleaseBroadcast{id, 1, "w-1"}, kFirst));
    EXPECT_EQ(town.facts(id).warning, "w-1");
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(a_red_warning, authorises_the_words_of_its_template_and_no_others) {
    EXPECT_EQ(alone(sheet({kVillage})), "words_not_authorised");
    auto changed = written;
    changed.text += "请到我家来。";
    EXPECT_EQ(alone(changed), "words_not_authorised");
    auto other = written;
    other.pattern = "rainstorm_red";
    other.text = filled(*find_pattern("rainstorm_red"), other.zones, town.rows());
    EXPECT_EQ(alone(other), "words_not_authorised");
}

TEST_F(a_red_warning, authorises_nothing_outside_its_area_or_after_its_end) {
    auto wide = written;
    wide.zones = {kTown};
    wide.text = filled(*find_pattern("typhoon_red"), wide.zones, town.rows());
    EXPECT_EQ(alone(wide), "warning_elsewhere");
    EXPECT_EQ(alone(written, "w-2"), "warning_not_in_force");
    ASSERT_TRUE(town.when(EndAuthority{"w-1", "lifted"}, "system:warning"));
    EXPECT_EQ(alone(written), "warning_not_in_force");
    ASSERT_TRUE(town.when(
        GiveAuthority{"w-3", "台风红色预警", "typhoon", {kVillage}, town.now() + hours{1}}, "system:warning"
    ));
    town.advance(hours{2});
    EXPECT_EQ(alone(written, "w-3"), "warning_not_in_force");
}

TEST_F(a_red_warning, of_a_drill_authorises_nothing_real) {
    ASSERT_TRUE(town.when(
        GiveAuthority{"w-d", "演练预警", "typhoon", {kVillage}, town.now() + hours{6}}, "system:warning", kDrill
    ));
    EXPECT_EQ(alone(written, "w-d"), "warning_not_in_force");
}

TEST_F(a_red_warning, counts_only_where_the_policy_says_so) {
    Town county(kCounty, "石狮市");
    ASSERT_TRUE(county.when(policy::SetPolicy{"broadcast.preauthorised.red", 0, "测试", "", "", ""}));
    town.hear(county);
    EXPECT_EQ(alone(written), "not_preauthorised");
}

}  // namespace
}  // namespace anlan::broadcast
