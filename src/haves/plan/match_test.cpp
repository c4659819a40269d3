#include "plan/match.hpp"

#include <gtest/gtest.h>

namespace anlan::plan {
namespace {

PlanLevel level(std::int64_t number, std::vector<Trigger> triggers) {
    PlanLevel made;
    made.level = number;
    made.triggers = std::move(triggers);
    return made;
}

Trigger colour(TriggerColour least, const std::string& hazard = {}) {
    return {TriggerKind::warning, hazard, least, 0, ""};
}

Trigger grade(TriggerKind kind, std::int64_t worst) {
    return {kind, "", TriggerColour::none, worst, "x"};
}

Plan typhoon() {
    Plan plan;
    plan.id = "typhoon_town";
    plan.title = "镇防台风应急预案";
    plan.hazards = {"typhoon", "storm_surge"};
    plan.levels = {
        level(4, {colour(TriggerColour::blue, "typhoon"), grade(TriggerKind::order, 4)}),
        level(3, {colour(TriggerColour::yellow, "typhoon"), grade(TriggerKind::weather_level, 3)}),
        level(2, {colour(TriggerColour::orange, "typhoon"), grade(TriggerKind::order, 2)}),
        level(1, {colour(TriggerColour::red, "typhoon"), grade(TriggerKind::incident, 1)})};
    return plan;
}

Plan general() {
    Plan plan;
    plan.id = "general_town";
    plan.title = "综合预案";
    plan.hazards = {kAnyHazard};
    plan.levels = {level(4, {colour(TriggerColour::blue)}), level(1, {colour(TriggerColour::red)})};
    return plan;
}

Occasion signal(TriggerColour worst, const std::string& hazard = "typhoon") {
    return {hazard, worst, 0, "泉州市气象台", "台风", "Typhoon"};
}

std::int64_t level_for(const Plan& plan, const Occasion& occasion) {
    const auto called = match(plan, occasion);
    return called ? called->level : 0;
}

TEST(a_warning, calls_for_the_gravest_level_it_reaches) {
    EXPECT_EQ(level_for(typhoon(), signal(TriggerColour::blue)), 4);
    EXPECT_EQ(level_for(typhoon(), signal(TriggerColour::yellow)), 3);
    EXPECT_EQ(level_for(typhoon(), signal(TriggerColour::orange)), 2);
    EXPECT_EQ(level_for(typhoon(), signal(TriggerColour::red)), 1);
    EXPECT_EQ(level_for(typhoon(), signal(TriggerColour::none)), 0);
}

TEST(a_warning, says_why_in_both_languages) {
    const auto called = match(typhoon(), signal(TriggerColour::red));
    ASSERT_TRUE(called);
    EXPECT_EQ(called->reason_zh, "泉州市气象台 台风红色预警 ≥ 预案触发条件“台风红色预警”→ Ⅰ级（镇防台风应急预案）");
    EXPECT_NE(called->reason_en.find("red Typhoon warning from 泉州市气象台"), std::string::npos) << called->reason_en;
}

TEST(hazards, are_separate_ladders) {
    EXPECT_EQ(level_for(typhoon(), signal(TriggerColour::red, "rainstorm")), 0);
    EXPECT_EQ(level_for(typhoon(), signal(TriggerColour::red, "storm_surge")), 0) << "its triggers name typhoon only";
}

TEST(levels, may_skip) {
    auto plan = typhoon();
    plan.levels = {plan.levels[0], plan.levels[3]};
    EXPECT_EQ(level_for(plan, signal(TriggerColour::orange)), 4);
    EXPECT_EQ(level_for(plan, signal(TriggerColour::red)), 1);
}

TEST(the_weather_services_own_ladder, is_not_a_colour) {
    auto occasion = signal(TriggerColour::red);
    occasion.weather_level = 3;
    EXPECT_EQ(level_for(typhoon(), occasion), 3);
    occasion.weather_level = 4;
    EXPECT_EQ(level_for(typhoon(), occasion), 0);
}

TEST(an_order_from_above, calls_for_its_level) {
    auto occasion = signal(TriggerColour::none);
    occasion.source_name = "石狮市防指";
    occasion.ordered_level = 2;
    EXPECT_EQ(level_for(typhoon(), occasion), 2);
    EXPECT_NE(match(typhoon(), occasion)->reason_zh.find("台风Ⅱ级响应命令"), std::string::npos);
    occasion.ordered_level = 3;
    EXPECT_EQ(level_for(typhoon(), occasion), 4) << "an order at Ⅲ reaches only the trigger for Ⅳ";
}

TEST(an_incident, calls_for_the_level_of_its_grade) {
    auto occasion = signal(TriggerColour::none);
    occasion.incident_grade = 1;
    EXPECT_EQ(level_for(typhoon(), occasion), 1);
    occasion.incident_grade = 2;
    EXPECT_EQ(level_for(typhoon(), occasion), 0);
}

TEST(a_plan_without_warning_triggers, follows_the_policys_colours) {
    auto plan = typhoon();
    for (auto& each : plan.levels) each.triggers = {grade(TriggerKind::order, each.level)};
    EXPECT_EQ(level_for(plan, signal(TriggerColour::red)), 1);
    EXPECT_EQ(level_for(plan, signal(TriggerColour::blue)), 4);
    ColourLevels cautious;
    cautious.of[static_cast<std::size_t>(TriggerColour::orange)] = 1;
    EXPECT_EQ(match(plan, signal(TriggerColour::orange), cautious)->level, 1);
    plan.levels = {plan.levels[1]};
    EXPECT_EQ(level_for(plan, signal(TriggerColour::red)), 3) << "the nearest it has";
    EXPECT_EQ(level_for(plan, signal(TriggerColour::blue)), 0) << "never graver than asked";
}

TEST(a_plan_for_one_area, stays_silent_elsewhere) {
    auto plan = typhoon();
    plan.area = "350581106000";
    auto occasion = signal(TriggerColour::red);
    occasion.areas = {parse_area("350581").value()};
    EXPECT_EQ(level_for(plan, occasion), 1);
    occasion.areas = {parse_area("350581106201").value()};
    EXPECT_EQ(level_for(plan, occasion), 1) << "a village of it is touched";
    occasion.areas = {parse_area("350581102000").value()};
    EXPECT_EQ(level_for(plan, occasion), 0);
}

TEST(the_general_plan, stands_back_when_another_names_the_hazard) {
    const std::vector<Plan> shelf{general(), typhoon()};
    const auto for_typhoon = match_all(shelf, signal(TriggerColour::red));
    ASSERT_EQ(for_typhoon.size(), 1U);
    EXPECT_EQ(for_typhoon[0].plan, "typhoon_town");
    const auto for_fog = match_all(shelf, signal(TriggerColour::red, "fog"));
    ASSERT_EQ(for_fog.size(), 1U);
    EXPECT_EQ(for_fog[0].plan, "general_town");
    EXPECT_TRUE(match_all({}, signal(TriggerColour::red)).empty());
}

TEST(an_alarm_of_a_sensor, calls_for_the_plan_whose_trigger_names_its_measure_at_its_grade_or_worse) {
    Plan plan;
    plan.id = "flood";
    plan.title = "防汛预案";
    plan.hazards = {"rainstorm"};
    PlanLevel three, two;
    three.level = 3;
    two.level = 2;
    Trigger watch, act, muddy;
    watch.kind = act.kind = muddy.kind = TriggerKind::sensor;
    watch.measure = act.measure = "rain_gauge";
    watch.grade = 2;
    watch.text = "雨量达到关注值";
    act.grade = 1;
    act.text = "雨量达到处置值";
    muddy.text = "沟水变浑";
    three.triggers = {watch};
    two.triggers = {act, muddy};
    plan.levels = {three, two};
    Occasion alarm;
    alarm.measure = "rain_gauge";
    alarm.alarm_grade = 2;
    EXPECT_EQ(match(plan, alarm)->level, 3);
    alarm.alarm_grade = 1;
    EXPECT_EQ(match(plan, alarm)->level, 2);
    EXPECT_NE(match(plan, alarm)->reason_zh.find("雨量达到处置值"), std::string::npos);
    alarm.measure = "wind";
    EXPECT_FALSE(match(plan, alarm));
    Occasion warning;
    warning.hazard = "rainstorm";
    EXPECT_FALSE(match(plan, warning)) << "what no machine sees calls for nothing by itself";
}

}  // namespace
}  // namespace anlan::plan
