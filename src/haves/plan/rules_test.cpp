#include "plan/rules.hpp"

#include <gtest/gtest.h>

#include "plan/nearest.hpp"
#include "plan/order.hpp"
#include "plan/vocabulary.hpp"

namespace anlan::plan {
namespace {

Step work_step(const std::string& id, std::int64_t minutes = 30) {
    Step made;
    made.id = made.title = made.title_en = made.action = id;
    made.post = "rescue";
    made.deadline.minutes = minutes;
    return made;
}

Plan sound() {
    Plan plan;
    plan.id = "p";
    plan.title = plan.title_en = plan.basis = "预案";
    plan.owner_post = "station_head";
    plan.reviewed_on = "2026-04-10";
    plan.hazards = {"typhoon"};
    PlanLevel level;
    level.level = 1;
    level.measures = "转移";
    level.triggers = {{TriggerKind::warning, "typhoon", TriggerColour::red, 0, ""}};
    level.steps = {work_step("a"), work_step("b", 60), work_step("c", 90)};
    plan.levels = {level};
    return plan;
}

/// "code path" of each flaw.
std::vector<std::string> said(const Plan& plan) {
    std::vector<std::string> all;
    for (const auto& flaw : flaws(plan)) all.push_back(flaw.code + " " + flaw.path);
    return all;
}

using Said = std::vector<std::string>;

TEST(a_sound_plan, has_no_flaws) {
    EXPECT_EQ(said(sound()), Said{});
}

TEST(a_trigger, must_say_what_pulls_it) {
    auto plan = sound();
    plan.levels[0].triggers = {
        {TriggerKind::warning, "", TriggerColour::none, 0, ""},
        {TriggerKind::order, "", TriggerColour::none, 0, "命令"},
        {TriggerKind::sensor, "", TriggerColour::none, 0, ""},
        {TriggerKind::incident, "", TriggerColour::none, 5, ""}};
    EXPECT_EQ(
        said(plan),
        (Said{
            "trigger_empty levels[0].triggers[0]",
            "trigger_empty levels[0].triggers[1]",
            "trigger_empty levels[0].triggers[2]",
            "grade_invalid levels[0].triggers[3].grade"})
    );
}

TEST(a_circle, is_found_through_both_kinds_of_waiting) {
    auto plan = sound();
    auto& steps = plan.levels[0].steps;
    steps[0].after = {"c"};
    steps[1].deadline = {30, "a", {}, ""};
    steps[2].after = {"b"};
    EXPECT_EQ(circle(plan.levels[0]), (Said{"a", "c", "b", "a"}));
    const auto found = flaws(plan);
    EXPECT_TRUE(std::any_of(found.begin(), found.end(), [](const Flaw& flaw) {
        return flaw.serious && flaw.code == "steps_circular";
    }));
}

TEST(a_diamond, is_no_circle) {
    auto plan = sound();
    auto& steps = plan.levels[0].steps;
    steps.push_back(work_step("d", 120));
    steps[1].after = {"a"};
    steps[2].after = {"a"};
    steps[3].after = {"b", "c"};
    EXPECT_TRUE(circle(plan.levels[0]).empty());
    EXPECT_EQ(said(plan), Said{});
}

TEST(a_deadline_before_its_condition, is_a_warning) {
    auto plan = sound();
    plan.levels[0].steps[0].after = {"c"};
    EXPECT_EQ(said(plan), Said{"deadline_too_early levels[0].steps[0].after[0]"});
    EXPECT_FALSE(flaws(plan).front().serious);
}

TEST(a_deadline_past_the_end_of_the_level, is_a_warning) {
    auto plan = sound();
    plan.levels[0].expected_hours = 1;
    EXPECT_EQ(said(plan), Said{"deadline_past_end levels[0].steps[2].deadline"});
}

TEST(numbers_out_of_reach, are_refused) {
    auto plan = sound();
    auto& first = plan.levels[0].steps[0];
    first.repeat_minutes = -5;
    first.number_wanted = -1;
    first.needs = {{"stock", "沙袋", 0, "只"}, {"stock", " ", 1, "只"}, {"shelter", "", 10, "人"}};
    plan.levels[0].expected_hours = 0;
    EXPECT_EQ(
        said(plan),
        (Said{
            "hours_invalid levels[0].expected_hours",
            "quantity_invalid levels[0].steps[0].number_wanted",
            "deadline_negative levels[0].steps[0].repeat_minutes",
            "quantity_invalid levels[0].steps[0].needs[0]",
            "need_empty levels[0].steps[0].needs[1]"})
    );
}

TEST(a_plan_for_one_area, names_a_real_code) {
    auto plan = sound();
    plan.area = "350581106000";
    EXPECT_EQ(said(plan), Said{});
    plan.area = "永宁镇";
    EXPECT_EQ(said(plan), Said{"area_invalid area"});
}

TEST(the_same_level_twice, is_refused) {
    auto plan = sound();
    plan.levels.push_back(plan.levels[0]);
    EXPECT_EQ(said(plan), Said{"level_twice levels[1].level"});
}

TEST(a_strange_word, is_named_with_the_one_probably_meant) {
    auto plan = sound();
    plan.hazards = {"tyfoon"};
    plan.levels[0].calls = {"village_heads", "flood_typhoon"};
    const auto found = flaws(plan);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_NE(found[0].zh.find("typhoon"), std::string::npos);
    EXPECT_NE(found[1].zh.find("“village_head”"), std::string::npos) << found[1].zh;
    EXPECT_FALSE(nearest("zzzz", {"typhoon", "flood"}));
    EXPECT_EQ(nearest("minuts", {"after", "minutes", "at"}), "minutes");
}

}  // namespace
}  // namespace anlan::plan
