#include <gtest/gtest.h>

#include "policy/commands.hpp"
#include "policy/queries.hpp"
#include "policy/room.hpp"
#include "trial/trial.hpp"

namespace anlan::policy {
namespace {

const AreaCode kShishi{"350581000000"};

SetPolicy five_minutes_become(double minutes) {
    return {"callout.ack.red", minutes, "石狮市叫应办法（测试）", "第三条", "2023-07-01", {}};
}

void tell_town(trial::Trial& county, trial::Trial& town) {
    town.hear(county);
}

TEST(changing_a_policy, is_refused_to_a_town_for_county_rows) {
    trial::Trial town({make_room()});
    const auto refused = town.when(five_minutes_become(9));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "not_at_this_level");
}

TEST(changing_a_policy, wants_a_known_key_a_number_a_source_and_a_day_that_has_come) {
    trial::Trial county({make_room()}, kShishi, "石狮市");
    const auto code = [&](const SetPolicy& wish) { return county.when(wish).error().code; };
    auto wish = five_minutes_become(9);
    wish.key = "callout.ack.purple";
    EXPECT_EQ(code(wish), "policy_unknown");
    wish = five_minutes_become(-1);
    EXPECT_EQ(code(wish), "value_invalid");
    wish.value = "soon";
    EXPECT_EQ(code(wish), "value_invalid");
    wish = five_minutes_become(9);
    wish.source.clear();
    EXPECT_EQ(code(wish), "source_empty");
    wish = five_minutes_become(9);
    wish.valid_from = "2023-02-30";
    EXPECT_EQ(code(wish), "date_invalid");
    wish.valid_from = "2030-01-01";
    EXPECT_EQ(code(wish), "not_yet_in_force");
    EXPECT_EQ(seconds(county.rows(), "callout.ack.red"), std::chrono::minutes{5});
}

TEST(adopting_a_pack, refuses_rows_without_source_or_twice) {
    trial::Trial county({make_room()}, kShishi, "石狮市");
    const PolicyRow sound{"a", 1, "min", "甲", "A", "测试", "", "P", false};
    auto unsourced = sound;
    unsourced.source.clear();
    EXPECT_EQ(county.when(AdoptPack{"t", 2, "", {unsourced}}).error().code, "pack_invalid");
    EXPECT_EQ(county.when(AdoptPack{"t", 2, "", {sound, sound}}).error().code, "pack_invalid");
    EXPECT_EQ(county.when(AdoptPack{"t", 0, "", {sound}}).error().code, "pack_invalid");
}

TEST(the_shipped_pack, answers_before_anybody_adopted_it_and_is_adopted_once) {
    trial::Trial town({make_room()});
    EXPECT_EQ(seconds(town.rows(), "callout.ack.red"), std::chrono::minutes{5});
    ASSERT_TRUE(town.when(AdoptPack{}));
    EXPECT_EQ(town.kinds(), std::vector<std::string>{"policy.adopted"});
    ASSERT_TRUE(town.when(AdoptPack{}));
    EXPECT_TRUE(town.written().empty());
    EXPECT_EQ(number(town.rows(), "station.posts"), 6);
    EXPECT_EQ(text(town.rows(), "contacts.flood_season_check"), "04-15");
    EXPECT_EQ(seconds(town.rows(), "contacts.verify_max_age"), std::chrono::hours{90 * 24});
    EXPECT_FALSE(defined(town.rows(), "nobody.asked"));
    EXPECT_GT(all_in_force(town.rows()).size(), 80U);
    EXPECT_TRUE(town.prove().ok);
}

TEST(units_of_time, become_seconds) {
    EXPECT_EQ(to_seconds(1.5, "min").count(), 90);
    EXPECT_EQ(to_seconds(2, "h").count(), 7'200);
    EXPECT_EQ(to_seconds(5, "wd"), std::chrono::hours{7 * 24});
    EXPECT_EQ(to_seconds(12, "month").count(), to_seconds(1, "year").count());
}

TEST(a_countys_change, holds_in_its_towns_until_they_have_their_own) {
    trial::Trial county({make_room()}, kShishi, "石狮市");
    trial::Trial town({make_room()});
    ASSERT_TRUE(town.when(AdoptPack{}));
    ASSERT_TRUE(county.when(AdoptPack{}));
    ASSERT_TRUE(county.when(five_minutes_become(7)));
    ASSERT_TRUE(county.when(five_minutes_become(7))) << "the same again is already so";
    EXPECT_TRUE(county.written().empty());
    ASSERT_TRUE(county.when(SetPolicy{"satphone.test", 20, "县局通知（测试）", "", "", {}}));
    tell_town(county, town);
    EXPECT_EQ(seconds(town.rows(), "callout.ack.red"), std::chrono::minutes{7});
    EXPECT_EQ(in_force(town.rows(), "callout.ack.red")->scope, kShishi.text);
    EXPECT_EQ(in_force(town.rows(), "callout.ack.red")->mark, "P");
    EXPECT_EQ(in_force(town.rows(), "callout.ack.red")->title_zh, "红色叫应应答时限");
    ASSERT_TRUE(town.when(SetPolicy{"satphone.test", 10, "镇值班规定（测试）", "", "", {}}));
    EXPECT_EQ(number(town.rows(), "satphone.test"), 10);
    EXPECT_TRUE(town.prove().ok);
    EXPECT_TRUE(county.prove().ok);
}

TEST(a_newer_pack_of_the_county, reaches_the_town) {
    trial::Trial county({make_room()}, kShishi, "石狮市");
    trial::Trial town({make_room()});
    ASSERT_TRUE(town.when(AdoptPack{}));
    const PolicyRow row{"callout.ack.red", 4, "min", "红色", "red", "测试", "", "P", false};
    ASSERT_TRUE(county.when(AdoptPack{"second", 2, "2023-07-01", {row}}));
    tell_town(county, town);
    EXPECT_EQ(number(town.rows(), "callout.ack.red"), 4);
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::policy
