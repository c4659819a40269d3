#include "shelter/test_town_for_tests.hpp"

namespace anlan::shelter {
namespace {

struct a_shelter : Town {};

TEST_F(a_shelter, is_opened_by_its_keeper_after_every_line_of_the_checklist) {
    const auto shelter = roof(100);
    auto checks = all_in_order();
    EXPECT_EQ(trial.when(OpenShelter{shelter, Stage::emergency, checks}, stranger.text).error().code, "not_yours");
    checks.pop_back();
    EXPECT_EQ(trial.when(OpenShelter{shelter, Stage::emergency, checks}, keeper.text).error().code, "check_missing");
    checks = all_in_order();
    checks.front().ok = false;
    EXPECT_EQ(trial.when(OpenShelter{shelter, Stage::emergency, checks}, keeper.text).error().code, "shelter_unsafe");
    checks = all_in_order();
    checks.back().ok = false;
    const auto opened = trial.when(OpenShelter{shelter, Stage::emergency, checks}, keeper.text).value();
    EXPECT_EQ(opened.answer.at("lacking").as_array().size(), 1U);
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_shelter, holds_fewer_the_longer_people_stay) {
    const auto shelter = roof(90);
    const auto facts = *shelter_facts(trial.rows(), shelter);
    EXPECT_EQ(room_at(facts, Stage::emergency), 90);
    EXPECT_EQ(room_at(facts, Stage::temporary), 45);
    EXPECT_EQ(room_at(facts, Stage::lasting), 30);
}

TEST_F(a_shelter, that_is_closed_takes_nobody_in_and_closes_only_when_empty) {
    const auto shelter = roof(10);
    const auto family = home(4);
    EXPECT_EQ(in(sign_in(shelter, family)).error().code, "shelter_closed");
    open(shelter);
    const StayId stay{in(sign_in(shelter, family)).value().subject};
    EXPECT_EQ(trial.when(CloseShelter{shelter, ""}, keeper.text).error().code, "shelter_not_empty");
    ASSERT_TRUE(trial.when(SignOut{stay, LeftTo::home}, keeper.text));
    EXPECT_EQ(trial.when(SignOut{stay, LeftTo::home}, keeper.text).error().code, "already_left");
    ASSERT_TRUE(trial.when(CloseShelter{shelter, ""}, keeper.text));
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_shelter, says_when_it_is_full_and_where_there_is_room) {
    const auto small = roof(5), large = roof(50);
    open(small);
    open(large);
    ASSERT_TRUE(in(sign_in(small, home(4))));
    const auto next = home(3);
    const auto refused = in(sign_in(small, next));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "shelter_full");
    EXPECT_NE(refused.error().zh.find("还有 50 个位置"), std::string::npos) << refused.error().zh;
    auto wish = sign_in(small, next);
    wish.over = true;
    EXPECT_TRUE(in(wish).value().answer.at("over").as_bool());
    EXPECT_EQ(heads_now(trial.rows(), World::real()).over, 2);
}

TEST_F(a_shelter, takes_in_people_on_no_list_by_name_and_keeps_the_name_in_the_vault) {
    const auto shelter = roof(10);
    open(shelter);
    SignIn wish = sign_in(shelter, "");
    EXPECT_EQ(in(wish).error().code, "name_empty");
    wish.name = "<img src=x onerror=alert(1)>";
    EXPECT_EQ(in(wish).error().code, "people_invalid");
    wish.people = 2;
    ASSERT_TRUE(in(wish));
    for (const auto& entry : trial.written()) EXPECT_EQ(entry.body.find("onerror"), std::string::npos);
}

TEST_F(a_shelter, opened_in_a_drill_is_not_open_in_reality) {
    const auto shelter = roof(10);
    open(shelter, Stage::emergency, World::drill({"d1"}));
    EXPECT_EQ(in(sign_in(shelter, home(1))).error().code, "shelter_closed");
    open(shelter);
    EXPECT_TRUE(in(sign_in(shelter, home(1))));
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_shelter, is_counted_for_the_county_every_hour_while_it_is_open) {
    const auto shelter = roof(10);
    open(shelter);
    EXPECT_EQ(trial.kinds(), (std::vector<std::string>{"shelter.opened", "shelter.counted"}));
    trial.advance(std::chrono::minutes{61});
    EXPECT_EQ(trial.kinds(), std::vector<std::string>{"shelter.counted"});
    ASSERT_TRUE(trial.when(CloseShelter{shelter, ""}, keeper.text));
    trial.advance(std::chrono::hours{5});
    EXPECT_TRUE(trial.written().empty());
}

TEST_F(a_shelter, is_counted_level_by_level_up_to_the_prefecture) {
    const auto rooms = [] {
        return std::vector<journal::Room>{
            registers::make_room(), policy::make_room(), organisation::make_room(), make_room()};
    };
    trial::Trial county(rooms(), AreaCode{"350581000000"}, "石狮市"),
        prefecture(rooms(), AreaCode{"350500000000"}, "泉州市");
    const auto shelter = roof(10);
    open(shelter);
    ASSERT_TRUE(in(sign_in(shelter, home(4))));
    trial.advance(std::chrono::minutes{61});
    county.hear(trial);
    prefecture.hear(county);
    const auto told = heads_below(prefecture.rows(), World::real());
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told.front().node, county.writer().node().area);
    EXPECT_EQ(told.front().people, 4);
    EXPECT_EQ(told.front().shelters_open, 1);
    EXPECT_EQ(heads_now(county.rows(), World::real()).people, 0) << "its own shelters are empty";
    EXPECT_TRUE(county.prove().ok);
}

}  // namespace
}  // namespace anlan::shelter
