#include <gtest/gtest.h>

#include "warning/commands.hpp"
#include "warning/queries.hpp"
#include "warning/trial_rooms.inc"

namespace anlan::warning {
namespace {

using test::exercise;
using test::matcher;
using test::signal;

const Instant kNow = test::at("2023-07-28T00:37:00Z");

journal::Wish taking(Alert alert, std::string drill = {}) {
    return receive(
        matcher(),
        "p",
        {.alerts = {std::move(alert)}, .source = "http", .via = {}, .drill = std::move(drill), .verdict = {}}
    );
}

TEST(a_real_message, cannot_enter_a_drill) {
    trial::Trial town(test::rooms());
    ASSERT_TRUE(town.when(StartDrill{{"d1"}, "测试演练", ""}));
    EXPECT_EQ(town.run(taking(signal("A", Colour::red, kNow), "d1")).error().code, "world_mixed");
    ASSERT_TRUE(town.run(taking(signal("A", Colour::red, kNow))));
    EXPECT_EQ(find_warnings(town.rows(), {}).size(), 1U);
    EXPECT_TRUE(find_warnings(town.rows(), {.world = World::drill({"d1"}), .hazard = {}}).empty());
}

TEST(exercise_and_reality_in_one_file, are_refused) {
    trial::Trial town(test::rooms());
    ReceiveWarnings mixed;
    mixed.alerts = {signal("A", Colour::red, kNow), exercise(signal("B", Colour::red, kNow))};
    EXPECT_EQ(town.run(receive(matcher(), "p", mixed)).error().code, "world_mixed");
}

TEST(a_drill_that_is_unknown_or_over, takes_nothing) {
    trial::Trial town(test::rooms());
    const auto alert = exercise(signal("A", Colour::red, kNow));
    EXPECT_EQ(town.run(taking(alert, "d9")).error().code, "drill_unknown");
    ASSERT_TRUE(town.when(StartDrill{{"d1"}, "测试演练", ""}));
    EXPECT_EQ(town.when(StartDrill{{"d1"}, "测试演练", ""}).error().code, "already_started");
    ASSERT_TRUE(town.when(EndDrill{{"d1"}, ""}));
    EXPECT_EQ(town.run(taking(alert, "d1")).error().code, "already_ended");
    EXPECT_EQ(town.when(EndDrill{{"d1"}, ""}).error().code, "already_ended");
    EXPECT_EQ(town.when(EndDrill{{"d2"}, ""}).error().code, "drill_unknown");
}

TEST(an_exercise, goes_to_the_running_drill) {
    trial::Trial town(test::rooms());
    ASSERT_TRUE(town.when(StartDrill{{"d1"}, "测试演练", "doksuri"}));
    ASSERT_TRUE(town.run(taking(exercise(signal("A", Colour::red, kNow)))));
    EXPECT_TRUE(find_warnings(town.rows(), {}).empty()) << "reality does not see it";
    EXPECT_EQ(find_warnings(town.rows(), {.world = World::drill({"d1"}), .hazard = {}}).size(), 1U);
    ASSERT_TRUE(town.when(EndDrill{{"d1"}, ""}));
    EXPECT_EQ(town.kinds(), (std::vector<std::string>{"drill.ended", "warning.expired"}));
    EXPECT_TRUE(town.prove().ok);
}

TEST(an_exercise_without_a_drill, opens_one_that_its_updates_find) {
    trial::Trial town(test::rooms());
    const auto first = exercise(signal("A", Colour::yellow, kNow));
    ASSERT_TRUE(town.run(taking(first)));
    EXPECT_EQ(town.kinds(), (std::vector<std::string>{"drill.started", "warning.received"}));
    ASSERT_TRUE(town.run(taking(test::update("B", Colour::red, kNow + std::chrono::minutes{1}, {first}))));
    EXPECT_EQ(town.kinds(), (std::vector<std::string>{"warning.received", "warning.superseded"}));
    ASSERT_EQ(drills(town.rows()).size(), 1U);
    EXPECT_EQ(drills(town.rows()).front().id.text, "EX-A");
}

TEST(the_same_words, may_be_real_and_a_drill_at_once) {
    trial::Trial town(test::rooms());
    ASSERT_TRUE(town.when(StartDrill{{"d1"}, "测试演练", ""}));
    const auto real = town.run(taking(signal("A", Colour::red, kNow)));
    const auto drilled = town.run(taking(exercise(signal("A", Colour::red, kNow))));
    EXPECT_NE(real.value().subject, drilled.value().subject);
    EXPECT_EQ(find_warning(town.rows(), {drilled.value().subject})->drill, "d1");
}

TEST(a_warning_at_the_county, is_taken_into_the_towns_own_journal) {
    trial::Trial county(test::rooms(), AreaCode{"350581000000"}, "石狮市");
    trial::Trial town(test::rooms());
    const auto a = signal("A", Colour::yellow, kNow);
    ASSERT_TRUE(county.run(taking(a)));
    ASSERT_TRUE(county.run(taking(test::update("B", Colour::red, kNow + std::chrono::minutes{1}, {a}))));
    town.hear(county);
    const auto active = find_warnings(town.rows(), {});
    ASSERT_EQ(active.size(), 1U);
    EXPECT_EQ(active.front().identifier, "B");
    EXPECT_EQ(active.front().source, "relay");
    EXPECT_EQ(active.front().via, "350581000000");
    EXPECT_EQ(original_of(town.rows(), active.front().id), "<alert/>");
    EXPECT_TRUE(town.prove().ok);
    EXPECT_TRUE(county.prove().ok);
}

TEST(a_warning_that_came_directly_too, is_there_once) {
    trial::Trial county(test::rooms(), AreaCode{"350581000000"}, "石狮市");
    trial::Trial town(test::rooms());
    ASSERT_TRUE(town.run(taking(signal("A", Colour::yellow, kNow))));
    ASSERT_TRUE(county.run(taking(signal("A", Colour::yellow, kNow))));
    town.hear(county);
    ASSERT_EQ(find_warnings(town.rows(), {}).size(), 1U);
    EXPECT_EQ(find_warnings(town.rows(), {}).front().source, "http");
}

TEST(a_drill_of_the_county, is_the_same_drill_in_the_town) {
    trial::Trial county(test::rooms(), AreaCode{"350581000000"}, "石狮市");
    trial::Trial town(test::rooms());
    ASSERT_TRUE(county.when(StartDrill{{"d1"}, "测试演练", ""}));
    ASSERT_TRUE(county.run(taking(exercise(signal("A", Colour::red, kNow)))));
    town.hear(county);
    EXPECT_TRUE(find_warnings(town.rows(), {}).empty());
    EXPECT_EQ(find_warnings(town.rows(), {.world = World::drill({"d1"}), .hazard = {}}).size(), 1U);
    EXPECT_EQ(town.when(EndDrill{{"d1"}, ""}).error().code, "not_yours");
    ASSERT_TRUE(county.when(EndDrill{{"d1"}, "完成"}));
    town.hear(county);
    EXPECT_TRUE(find_warnings(town.rows(), {.world = World::drill({"d1"}), .hazard = {}}).empty());
    EXPECT_TRUE(find_drill(town.rows(), {"d1"})->ended_at.has_value());
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_drill_id, can_be_read_and_is_the_nodes_own) {
    const journal::NodeFacts node{AreaCode{"350581106000"}, "永宁镇"};
    EXPECT_EQ(new_drill_id(node, kNow + Milliseconds{123}).text, "D20230728-083700123-350581106");
}

}  // namespace
}  // namespace anlan::warning
