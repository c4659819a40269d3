#include "calls/queries.hpp"
#include "orders/commands.hpp"
#include "response/progress.hpp"
#include "response/timeline.hpp"
#include "response/trial_town.inc"

namespace anlan::response {
namespace {

using warning::Colour;

TEST(a_response_of_the_county, proposes_the_towns_matching_plan) {
    Town county(kCounty, "石狮市"), town;
    ASSERT_TRUE(county.when(StartResponse{"", "", "typhoon_county", 2, "省防指要求"}));
    town.hear(county);
    const auto response = town.only();
    EXPECT_EQ(response.state, ResponseState::proposed) << "an order proposes; the town's people start";
    EXPECT_EQ(response.level, 2);
    EXPECT_EQ(response.plan, "typhoon_town");
    EXPECT_EQ(response.ordered_by, county.only().id.text);
    ASSERT_TRUE(town.when(ConfirmResponse{response.id, {}, {}}));
    ASSERT_TRUE(county.when(ChangeLevel{county.only().id, 1, "登陆在即"}));
    town.hear(county);
    EXPECT_EQ(town.only().suggested_level, 1);
    ASSERT_TRUE(county.when(CloseResponse{county.only().id, "台风远离"}));
    town.hear(county);
    EXPECT_EQ(town.only().suggested_level, 0);
    EXPECT_TRUE(town.prove().ok);
    EXPECT_TRUE(county.prove().ok);
}

TEST(a_town_ahead_of_its_county, is_not_held_back) {
    Town county(kCounty, "石狮市"), town;
    town.activate(alerts::signal("A", Colour::red, town.now()));
    ASSERT_TRUE(county.when(StartResponse{"", "", "typhoon_county", 3, ""}));
    town.hear(county);
    EXPECT_EQ(town.only().level, 1);
    EXPECT_FALSE(town.only().suggested_level) << "the red signal still holds";
}

TEST(the_county, sees_how_far_its_towns_are) {
    Town county(kCounty, "石狮市"), town;
    town.staff();
    const auto id = town.activate(alerts::signal("A", Colour::red, town.now()));
    const auto calls = calls::calls_of(town.rows(), id.text);
    ASSERT_TRUE(town.when(calls::AnswerCall{{calls.front().id}, ""}, calls.front().person.text));
    county.hear(town);
    const LinkUp cut = [](const AreaCode&) { return std::optional(false); };
    const auto all = progress(county.rows(), World::real(), county.writer().node(), county.now(), cut);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().name, "永宁镇");
    EXPECT_FALSE(all.front().link_up);
    ASSERT_EQ(all.front().responses.size(), 1U);
    EXPECT_EQ(all.front().responses.front().state, "active");
    EXPECT_EQ(all.front().calls_total, 4);
    EXPECT_EQ(all.front().calls_answered, 1);
    EXPECT_EQ(all.front().tasks_total, 5);
    EXPECT_TRUE(county.open().empty()) << "a town's response is not the county's";
    const auto log = duty_log(county.rows(), World::real(), 10).lines;
    ASSERT_FALSE(log.empty());
    EXPECT_TRUE(log.front().text_zh.starts_with("永宁镇：")) << log.front().text_zh;
    EXPECT_TRUE(county.prove().ok);
}

TEST(a_town, sees_how_far_its_villages_are) {
    Town town;
    town.staff();
    town.activate(alerts::signal("A", Colour::red, town.now()));
    const auto all = progress(town.rows(), World::real(), town.writer().node(), town.now(), {});
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].calls_open, 1);
    EXPECT_EQ(all[2].calls_total, 0) << "the third village has nobody to call";
    EXPECT_EQ(all[2].tasks_total, 1);
}

TEST(a_drill_of_the_county, orders_inside_the_drill_only) {
    Town county(kCounty, "石狮市"), town;
    ASSERT_TRUE(county.when(warning::StartDrill{{"d1"}, "测试演练", ""}));
    ASSERT_TRUE(county.when(StartResponse{"", "", "typhoon_county", 2, ""}, kOfficer, World::drill({"d1"})));
    town.hear(county);
    EXPECT_TRUE(town.open().empty());
    EXPECT_EQ(town.only(World::drill({"d1"})).level, 2);
    ASSERT_TRUE(county.when(warning::EndDrill{{"d1"}, ""}));
    town.hear(county);
    EXPECT_TRUE(town.open(World::drill({"d1"})).empty());
    EXPECT_TRUE(town.prove().ok);
}

TEST(an_order_of_the_county, stands_on_both_duty_logs_and_names_who_is_missing) {
    Town county(kCounty, "石狮市"), town;
    ASSERT_TRUE(county.when(orders::IssueOrder{
        {orders::OrderKind::document, "关于防台风的通知", "请传达", "", {}, "", "", 0, {kTown}}, {}, {}}));
    const orders::OrderId id{county.written().front().subject};
    town.hear(county);
    EXPECT_EQ(duty_log(town.rows(), World::real(), 1).lines.front().text_zh.substr(0, 12), "石狮市：");
    county.advance(std::chrono::minutes(15));
    const auto missing = duty_log(county.rows(), World::real(), 1).lines.front();
    EXPECT_EQ(missing.text_zh, "逾期未签收：永宁镇（关于防台风的通知）");
    EXPECT_TRUE(missing.late);
    ASSERT_TRUE(town.when(orders::ReceiptOrder{id, {}}));
    county.hear(town);
    const auto log = duty_log(county.rows(), World::real(), 10).lines;
    EXPECT_TRUE(std::any_of(log.begin(), log.end(), [](const auto& line) {
        return line.text_zh == "永宁镇：签收（值班室）：关于防台风的通知";
    }));
    EXPECT_TRUE(town.prove().ok);
    EXPECT_TRUE(county.prove().ok);
}

}  // namespace
}  // namespace anlan::response
