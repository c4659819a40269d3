#include "response/ladders.hpp"
#include "response/trial_town.inc"

/// What July 2023 showed: levels skip, two hazards run at once, a county is ahead of its province, and the response
/// follows the warning by minutes to hours.
namespace anlan::response {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using warning::Colour;

Ladder ladder_of(Town& town, const std::string& hazard) {
    for (const auto& each : ladders(town.rows(), World::real(), false))
        if (each.hazard == hazard) return each;
    return {};
}

TEST(a_signal_from_red_to_yellow, suggests_three_and_a_person_lowers_from_one_to_three) {
    Town town;
    town.staff();
    const auto a = alerts::signal("A", Colour::red, town.now());
    const auto id = town.activate(a);
    town.advance(hours{7});
    ASSERT_TRUE(town.take(alerts::update("B", Colour::yellow, town.now(), {a})));
    EXPECT_EQ(town.only().level, 1) << "the program changes nothing by itself";
    EXPECT_EQ(town.only().suggested_level, 3);
    ASSERT_TRUE(town.when(ChangeLevel{id, 3, "风力减弱"}));
    EXPECT_EQ(town.only().level, 3);
    EXPECT_FALSE(town.only().suggested_level);
    EXPECT_TRUE(town.prove().ok);
}

TEST(two_hazards, have_their_own_responses_at_once) {
    Town town;
    town.staff();
    const auto typhoon = alerts::signal("T", Colour::red, town.now());
    town.activate(typhoon);
    ASSERT_TRUE(town.take(alerts::signal("R", Colour::yellow, town.now() + minutes{1}, "rainstorm")));
    ASSERT_EQ(town.open().size(), 2U);
    ASSERT_TRUE(town.when(ConfirmResponse{town.open()[1].id, {}, {}}));
    EXPECT_EQ(town.open()[0].level, 1);
    EXPECT_EQ(town.open()[1].level, 3);
    ASSERT_TRUE(town.take(alerts::cancel("TC", town.now() + hours{1}, {typhoon})));
    EXPECT_EQ(town.open()[0].suggested_level, 0) << "the typhoon's response may stand down";
    EXPECT_FALSE(town.open()[1].suggested_level) << "the rain goes on";
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_lower_signal_of_one_station, changes_nothing_while_another_holds_red) {
    Town town;
    const auto city = alerts::signal("C", Colour::red, town.now());
    auto county = alerts::signal("K", Colour::red, town.now());
    county.sender = "ss-weather@example.invalid";
    town.activate(city);
    ASSERT_TRUE(town.take(county));
    ASSERT_TRUE(town.take(alerts::update("K2", Colour::yellow, town.now() + hours{1}, {county})));
    EXPECT_FALSE(town.only().suggested_level);
    ASSERT_TRUE(town.take(alerts::update("C2", Colour::orange, town.now() + hours{2}, {city})));
    EXPECT_EQ(town.only().suggested_level, 2);
}

TEST(a_continuation, keeps_what_runs) {
    Town town;
    const auto a = alerts::signal("A", Colour::red, town.now());
    town.activate(a);
    town.advance(hours{10});
    ASSERT_TRUE(town.take(alerts::update("B", Colour::red, town.now(), {a})));
    EXPECT_EQ(town.kinds(), (std::vector<std::string>{"warning.received", "warning.superseded"}));
    town.advance(hours{3});
    EXPECT_FALSE(town.only().suggested_level) << "the continuation has set the time anew";
    town.advance(hours{10});
    EXPECT_EQ(town.only().suggested_level, 0) << "its time is over";
}

TEST(a_person, may_be_higher_than_the_weather_and_earlier_than_the_province) {
    Town town;
    ASSERT_TRUE(town.take(alerts::signal("A", Colour::orange, town.now())));
    ASSERT_TRUE(town.when(ConfirmResponse{town.only().id, 1, {}}));
    EXPECT_EQ(town.only().level, 1);
    ASSERT_TRUE(town.when(ChangeLevel{town.only().id, 4, "判断有误"}));
    EXPECT_EQ(town.only().level, 4);
}

TEST(the_ladders, show_signal_and_response_apart_with_the_time_between) {
    Town town;
    const auto a = alerts::signal("A", Colour::red, town.now() - minutes{20});
    ASSERT_TRUE(town.take(a));
    EXPECT_EQ(ladder_of(town, "typhoon").signal->colour, Colour::red);
    EXPECT_FALSE(ladder_of(town, "typhoon").response);
    town.advance(minutes{1});
    ASSERT_TRUE(town.when(ConfirmResponse{town.only().id, {}, {}}));
    const auto ladder = ladder_of(town, "typhoon");
    EXPECT_EQ(ladder.response->level, 1);
    EXPECT_EQ(ladder.lag_seconds, 21 * 60);
    EXPECT_FALSE(ladder_of(town, "rainstorm").signal);
}

TEST(the_weather_services_own_ladder, is_matched_apart_from_the_signals) {
    Town town;
    auto plan = plan_for("typhoon");
    plan.levels[2].triggers.push_back({plan::TriggerKind::weather_level, "", plan::TriggerColour::none, 2, ""});
    town.given("plan/" + plan.id, plan::PlanSaved{2, plan, "x", "", {}});
    town.given("plan/" + plan.id, plan::PlanApproved{2, plan.title, "测试文件", {}});
    auto weather = alerts::signal("W", Colour::orange, town.now());
    weather.infos.front().headline = "测试气象台将台风预警提升为Ⅱ级";
    ASSERT_TRUE(town.take(weather));
    EXPECT_EQ(town.only().level, 2);
    EXPECT_EQ(town.only().plan_version, 2);
    EXPECT_EQ(ladder_of(town, "typhoon").weather_level, 2);
    EXPECT_FALSE(ladder_of(town, "typhoon").signal);
}

}  // namespace
}  // namespace anlan::response
