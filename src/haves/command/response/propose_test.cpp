#include "response/trial_town.inc"

namespace anlan::response {
namespace {

using std::chrono::minutes;
using warning::Colour;

TEST(a_response_nobody_knows, can_be_neither_confirmed_nor_changed_nor_closed) {
    Town town;
    const ResponseId none{"none"};
    EXPECT_EQ(town.when(ConfirmResponse{none, {}, {}}).error().code, "response_unknown");
    EXPECT_EQ(town.when(DeclineResponse{none, "测试"}).error().code, "response_unknown");
    EXPECT_EQ(town.when(ChangeLevel{none, 1, "测试"}).error().code, "response_unknown");
    EXPECT_EQ(town.when(CloseResponse{none, "测试"}).error().code, "response_unknown");
}

TEST(the_program_itself, cannot_start_what_it_proposed) {
    Town town;
    ASSERT_TRUE(town.take(alerts::signal("A", Colour::red, town.now())));
    const auto refused = town.when(ConfirmResponse{town.only().id, {}, {}}, "system:response");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "not_permitted");
}

TEST(a_level_or_plan_that_is_not_there, cannot_be_confirmed) {
    Town town;
    ASSERT_TRUE(town.take(alerts::signal("A", Colour::red, town.now())));
    const auto id = town.only().id;
    EXPECT_EQ(town.when(ConfirmResponse{id, 7, {}}).error().field, "level");
    EXPECT_EQ(town.when(ConfirmResponse{id, {}, "no_such_plan"}).error().code, "plan_unknown");
    EXPECT_EQ(town.when(ChangeLevel{id, 2, "测试"}).error().code, "not_active");
    EXPECT_EQ(town.when(DeclineResponse{id, ""}).error().field, "reason");
}

TEST(a_started_response, is_not_started_or_declined_again) {
    Town town;
    const auto id = town.activate(alerts::signal("A", Colour::red, town.now()));
    EXPECT_EQ(town.when(ConfirmResponse{id, {}, {}}).error().code, "already_active");
    EXPECT_EQ(town.when(DeclineResponse{id, "测试"}).error().code, "already_active");
    EXPECT_EQ(town.when(ChangeLevel{id, 1, "测试"}).error().code, "already_at_this_level");
    EXPECT_EQ(town.when(ChangeLevel{id, 2, ""}).error().field, "reason");
    ASSERT_TRUE(town.when(CloseResponse{id, "风雨减弱"}));
    EXPECT_EQ(town.when(CloseResponse{id, "测试"}).error().code, "already_closed");
    EXPECT_EQ(town.when(ChangeLevel{id, 2, "测试"}).error().code, "already_closed");
    EXPECT_EQ(town.when(ConfirmResponse{id, {}, {}}).error().code, "already_closed");
}

TEST(a_red_warning, proposes_its_level_within_the_same_commit) {
    Town town;
    const auto received = town.take(alerts::signal("A", Colour::red, town.now()));
    EXPECT_EQ(town.kinds(), (std::vector<std::string>{"warning.received", "response.proposed"}));
    const auto response = town.only();
    EXPECT_EQ(response.state, ResponseState::proposed);
    EXPECT_EQ(response.level, 1);
    EXPECT_EQ(response.plan, "typhoon_town");
    EXPECT_EQ(response.warning, received.value().subject);
    EXPECT_EQ(response.confirm_by, town.now() + minutes{2});
    EXPECT_FALSE(response.reason_zh.empty());
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_proposal_nobody_confirms, calls_the_leader_and_stays_a_proposal) {
    Town town;
    town.staff();
    ASSERT_TRUE(town.take(alerts::signal("A", Colour::red, town.now())));
    const auto id = town.only().id;
    town.advance(minutes{3});
    EXPECT_EQ(town.kinds(), (std::vector<std::string>{"response.confirm_escalated", "call.placed"}));
    const auto placed = journal::Room::body_of<calls::CallPlaced>(town.written().back());
    EXPECT_EQ(placed.person, town.people["duty_leader"]);
    town.advance(std::chrono::hours{5});
    EXPECT_EQ(town.response(id).state, ResponseState::proposed) << "only a person starts a response";
    ASSERT_TRUE(town.when(ConfirmResponse{id, {}, {}}));
    EXPECT_GE(town.count("call.closed"), 1) << "the leader need not answer any more";
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_proposal_without_a_leader, says_so) {
    Town town;
    ASSERT_TRUE(town.take(alerts::signal("A", Colour::red, town.now())));
    town.advance(minutes{3});
    EXPECT_EQ(town.kinds(), std::vector<std::string>{"response.confirm_escalated"});
}

TEST(the_time_to_confirm, goes_by_colour) {
    Town town;
    ASSERT_TRUE(town.take(alerts::signal("A", Colour::yellow, town.now())));
    EXPECT_EQ(town.only().confirm_by, town.now() + minutes{15});
    EXPECT_EQ(town.only().level, 3);
}

TEST(a_proposal, follows_a_warning_that_is_raised) {
    Town town;
    const auto a = alerts::signal("A", Colour::yellow, town.now());
    ASSERT_TRUE(town.take(a));
    town.advance(minutes{4});
    ASSERT_TRUE(town.take(alerts::update("B", Colour::red, town.now(), {a})));
    const auto response = town.only();
    EXPECT_EQ(response.state, ResponseState::proposed);
    EXPECT_EQ(response.level, 1);
    EXPECT_EQ(response.confirm_by, town.now() + minutes{2}) << "red leaves less time";
    EXPECT_FALSE(response.suggested_level);
}

TEST(a_proposal_whose_warning_is_lifted, wakes_nobody) {
    Town town;
    town.staff();
    const auto a = alerts::signal("A", Colour::red, town.now());
    ASSERT_TRUE(town.take(a));
    ASSERT_TRUE(town.take(alerts::cancel("B", town.now() + minutes{1}, {a})));
    EXPECT_EQ(town.only().suggested_level, 0);
    town.advance(minutes{30});
    EXPECT_TRUE(town.written().empty());
    ASSERT_TRUE(town.when(DeclineResponse{town.only().id, "预警已解除"}));
    EXPECT_TRUE(town.open().empty());
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_warning_that_is_a_test_or_elsewhere_or_over, proposes_nothing) {
    Town town;
    auto test = alerts::signal("A", Colour::red, town.now());
    test.status = "Test";
    auto far = alerts::signal("B", Colour::red, town.now());
    far.infos.front().areas.front().codes = {AreaCode{"350100000000"}};
    const auto old = alerts::signal("C", Colour::red, town.now() - std::chrono::hours{20});
    const auto unplanned = alerts::signal("D", Colour::red, town.now(), "frost");
    for (const auto& each : {test, far, old, unplanned}) ASSERT_TRUE(town.take(each));
    EXPECT_TRUE(town.open().empty());
}

TEST(what_was_declined, is_not_proposed_again_by_a_continuation_but_by_a_raise) {
    Town town;
    const auto a = alerts::signal("A", Colour::yellow, town.now());
    ASSERT_TRUE(town.take(a));
    ASSERT_TRUE(town.when(DeclineResponse{town.only().id, "本镇无影响"}));
    const auto b = alerts::update("B", Colour::yellow, town.now() + minutes{1}, {a});
    ASSERT_TRUE(town.take(b));
    const auto c = alerts::update("C", Colour::yellow, town.now() + minutes{2}, {b});
    ASSERT_TRUE(town.take(c));
    EXPECT_TRUE(town.open().empty());
    ASSERT_TRUE(town.take(alerts::update("D", Colour::orange, town.now() + minutes{3}, {c})));
    EXPECT_EQ(town.only().level, 2);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_response_by_hand, needs_a_plan_and_a_level) {
    Town town;
    EXPECT_EQ(town.when(StartResponse{"", "", "", 1, ""}).error().code, "plan_missing");
    EXPECT_EQ(town.when(StartResponse{"", "", "none", 1, ""}).error().code, "plan_unknown");
    EXPECT_EQ(town.when(StartResponse{"", "", "typhoon_town", 0, ""}).error().code, "level_missing");
    EXPECT_EQ(town.when(StartResponse{"none", "", "typhoon_town", 1, ""}).error().code, "warning_unknown");
}

TEST(a_response_by_hand, is_active_at_once_and_only_once) {
    Town town;
    const auto started = town.when(StartResponse{"", "", "typhoon_town", 3, "巡查发现险情"});
    ASSERT_TRUE(started);
    EXPECT_EQ(town.only().state, ResponseState::active);
    EXPECT_EQ(town.only().reason_zh, "巡查发现险情");
    EXPECT_EQ(town.when(StartResponse{"", "", "typhoon_town", 3, ""}).error().code, "already_active");
}

TEST(a_response_by_hand, confirms_the_proposal_that_waits) {
    Town town;
    const auto warning = town.take(alerts::signal("A", Colour::red, town.now())).value().subject;
    const auto id = town.only().id;
    const auto started = town.when(StartResponse{warning, "", "", 0, ""});
    ASSERT_TRUE(started);
    EXPECT_EQ(started.value().subject, id.text);
    EXPECT_EQ(town.only().level, 1);
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::response
