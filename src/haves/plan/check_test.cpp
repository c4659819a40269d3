#include "plan/check.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace anlan::plan {
namespace {

const Instant kNow = parse_time("2026-11-23T08:00:00+08:00").value();

Step step(const std::string& id, const std::string& post) {
    Step made;
    made.id = id;
    made.title = "人员转移";
    made.post = post;
    made.deadline.minutes = 60;
    return made;
}

Plan plan_with(Step one) {
    Plan plan;
    plan.id = "p";
    plan.reviewed_on = "2026-04-10";
    PlanLevel level;
    level.level = 2;
    level.triggers = {{TriggerKind::warning, "", TriggerColour::orange, 0, ""}};
    level.steps = {step("first", "rescue"), std::move(one)};
    plan.levels = {std::move(level)};
    return plan;
}

RosterPost post(const std::string& code, const std::string& area = "永宁镇") {
    return {code + "@" + area, code, area + code, area, true, true, kNow - std::chrono::hours(24), true, true};
}

Roster complete() {
    Roster roster;
    for (const auto* code : {"rescue", "relocation"}) roster.posts.emplace(code, post(code));
    for (const auto* village : {"甲村", "乙村", "丙村", "丁村"}) {
        roster.villages.push_back(village);
        roster.posts.emplace("village_head", post("village_head", village));
        roster.shelter_places[village] = 120;
    }
    roster.line_people = {{"flood_typhoon", 2}};
    roster.stock = {{"沙袋", 1000}, {"卫星电话", 1}};
    roster.team_kinds = {"综合"};
    roster.team_members = {{"综合", 20}};
    roster.vehicles = {{"客车", 2}};
    roster.now = kNow;
    roster.phone_age_max = std::chrono::hours(24 * 90);
    roster.review_age_max = std::chrono::hours(24 * 365 * 3);
    return roster;
}

std::vector<std::string> codes(const std::vector<Finding>& findings) {
    std::vector<std::string> all;
    for (const auto& each : findings) all.push_back(each.severity + " " + each.code);
    return all;
}

using Codes = std::vector<std::string>;

Finding only(const Plan& plan, const Roster& roster) {
    const auto found = check(plan, roster);
    EXPECT_EQ(found.size(), 1U) << ::testing::PrintToString(codes(found));
    return found.empty() ? Finding{} : found.front();
}

Codes with_need(Need need, const Roster& roster = complete()) {
    auto one = step("move", "relocation");
    one.needs = {std::move(need)};
    return codes(check(plan_with(one), roster));
}

TEST(a_plan_with_all_it_needs, has_no_findings) {
    EXPECT_EQ(codes(check(plan_with(step("move", "relocation")), complete())), Codes{});
}

TEST(a_post, that_nobody_made_is_red_and_says_where) {
    const auto finding = only(plan_with(step("move", "relocatoin")), complete());
    EXPECT_EQ(finding.code, "post_unknown");
    EXPECT_EQ(finding.severity, "red");
    EXPECT_EQ(finding.where, "Ⅱ级 · 步骤 2 人员转移");
    EXPECT_NE(finding.fix_zh.find("relocation"), std::string::npos);
    EXPECT_EQ(finding.plan, "p");
}

TEST(a_holder, is_looked_at_from_every_side) {
    const auto plan = plan_with(step("move", "relocation"));
    auto roster = complete();
    auto& holder = roster.posts.find("relocation")->second;
    holder.filled = false;
    EXPECT_EQ(only(plan, roster).code, "post_empty");
    EXPECT_EQ(only(plan, roster).subject, holder.id);
    holder = post("relocation");
    holder.deputy = false;
    EXPECT_EQ(codes(check(plan, roster)), Codes{"yellow deputy_missing"});
    holder = post("relocation");
    holder.phone_tested_at.reset();
    EXPECT_EQ(codes(check(plan, roster)), Codes{"yellow phone_untested"});
    holder = post("relocation");
    holder.phone_tested_at = kNow - std::chrono::hours(24 * 91);
    EXPECT_EQ(codes(check(plan, roster)), Codes{"yellow phone_test_old"});
    holder = post("relocation");
    holder.phone_answered = false;
    EXPECT_EQ(codes(check(plan, roster)), Codes{"red phone_failed"});
    holder = post("relocation");
    holder.on_duty = false;
    EXPECT_EQ(codes(check(plan, roster)), Codes{"red not_on_duty"});
}

TEST(the_same_fault_in_many_villages, is_one_finding) {
    auto plan = plan_with(step("move", "relocation"));
    plan.levels[0].calls = {"village_head"};
    auto roster = complete();
    for (auto& [code, each] : roster.posts)
        if (code == "village_head") each.phone_tested_at.reset();
    const auto finding = only(plan, roster);
    EXPECT_EQ(finding.where, "Ⅱ级 · 叫应");
    EXPECT_NE(finding.what_zh.find("等 4 个"), std::string::npos) << finding.what_zh;
    EXPECT_EQ(finding.subject, "village_head");
}

TEST(the_same_empty_post_in_many_steps, is_one_finding_that_counts_them) {
    auto plan = plan_with(step("move", "relocation"));
    plan.levels[0].steps.push_back(step("again", "relocation"));
    auto roster = complete();
    roster.posts.find("relocation")->second.filled = false;
    EXPECT_EQ(only(plan, roster).where, "Ⅱ级 · 步骤 2 人员转移 等 2 处");
}

TEST(a_line, needs_people) {
    auto one = step("move", "");
    one.line = "flood_typhoon";
    EXPECT_EQ(codes(check(plan_with(one), complete())), Codes{});
    auto roster = complete();
    roster.line_people["flood_typhoon"] = 1;
    EXPECT_EQ(codes(check(plan_with(one), roster)), Codes{"yellow line_thin"});
    roster.line_people.clear();
    EXPECT_EQ(codes(check(plan_with(one), roster)), Codes{"red line_empty"});
    one.line.clear();
    EXPECT_EQ(codes(check(plan_with(one), roster)), Codes{"red nobody"});
}

TEST(stock, adds_up_over_the_steps_of_a_level) {
    auto one = step("move", "relocation");
    one.needs = {{"stock", "沙袋", 700, "只"}};
    auto plan = plan_with(one);
    EXPECT_EQ(codes(check(plan, complete())), Codes{});
    plan.levels[0].steps[0].needs = {{"stock", "沙袋", 700, "只"}};
    const auto finding = only(plan, complete());
    EXPECT_EQ(finding.code, "stock_short");
    EXPECT_EQ(finding.what_zh, "“沙袋”需要 1400只，库存 1000，还差 400");
    EXPECT_EQ(finding.subject, "沙袋");
}

TEST(a_device, serves_many_steps) {
    auto one = step("move", "relocation");
    one.needs = {{"device", "卫星电话", 1, "部"}};
    auto plan = plan_with(one);
    plan.levels[0].steps[0].needs = one.needs;
    EXPECT_EQ(codes(check(plan, complete())), Codes{});
}

TEST(needs, that_are_not_there_are_named) {
    EXPECT_EQ(with_need({"stock", "橡皮艇", 1, "艘"}), Codes{"red stock_short"});
    EXPECT_EQ(with_need({"team", "海上", 5, "人"}), Codes{"red team_missing"});
    EXPECT_EQ(with_need({"team", "综合", 30, "人"}), Codes{"yellow team_small"});
    EXPECT_EQ(with_need({"team", "综合", 20, "人"}), Codes{});
    EXPECT_EQ(with_need({"vehicle", "客车", 3, "辆"}), Codes{"yellow vehicle_short"});
    EXPECT_EQ(with_need({"shelter", "", 480, "人"}), Codes{});
    EXPECT_EQ(with_need({"shelter", "", 481, "人"}), Codes{"red shelter_short"});
    EXPECT_EQ(with_need({"shelter", "甲村", 121, "人"}), Codes{"red shelter_short"});
}

TEST(a_village_plan, asks_every_village_for_its_own_shelter) {
    auto one = step("move", "relocation");
    one.needs = {{"shelter", "", 100, "人"}};
    auto plan = plan_with(one);
    plan.scope = "village";
    auto roster = complete();
    EXPECT_EQ(codes(check(plan, roster)), Codes{});
    roster.shelter_places.erase("乙村");
    roster.shelter_places["丙村"] = 50;
    const auto found = check(plan, roster);
    EXPECT_EQ(codes(found), (Codes{"red shelter_missing", "yellow shelter_short"}));
    EXPECT_NE(found[0].what_zh.find("乙村"), std::string::npos);
    EXPECT_NE(found[1].what_zh.find("丙村"), std::string::npos);
}

TEST(a_review, is_due_after_three_years) {
    auto plan = plan_with(step("move", "relocation"));
    plan.reviewed_on = "2023-11-01";
    EXPECT_EQ(codes(check(plan, complete())), Codes{"red review_overdue"});
    plan.reviewed_on = "2023-12-01";
    EXPECT_EQ(codes(check(plan, complete())), Codes{});
    plan.reviewed_on.clear();
    EXPECT_EQ(codes(check(plan, complete())), Codes{"yellow review_unknown"});
}

TEST(a_level, without_trigger_or_steps_is_found) {
    auto plan = plan_with(step("move", "relocation"));
    plan.levels[0].triggers.clear();
    EXPECT_EQ(codes(check(plan, complete())), Codes{"yellow no_trigger"});
    plan.levels[0].steps.clear();
    EXPECT_EQ(codes(check(plan, complete())), (Codes{"red no_steps", "yellow no_trigger"}));
    plan.levels.clear();
    EXPECT_EQ(codes(check(plan, complete())), Codes{"red no_levels"});
}

TEST(the_order_of_steps, is_proved) {
    auto plan = plan_with(step("move", "relocation"));
    auto& steps = plan.levels[0].steps;
    steps[1].deadline.minutes = 30;
    steps[1].after = {"first"};
    EXPECT_EQ(codes(check(plan, complete())), Codes{"yellow deadline_too_early"});
    steps[0].after = {"move"};
    EXPECT_EQ(codes(check(plan, complete())), (Codes{"red steps_circular", "yellow deadline_too_early"}));
    steps[0].after.clear();
    steps[1].after.clear();
    steps[1].deadline.after = "nothing";
    EXPECT_EQ(codes(check(plan, complete())), Codes{"red deadline_broken"});
}

TEST(coverage, names_villages_without_a_plan_and_shelters_without_a_keeper) {
    auto roster = complete();
    EXPECT_TRUE(check_coverage(roster).empty());
    roster.villages_without_plan = {"丁村"};
    roster.shelters_without_keeper = {"丙村避灾点"};
    EXPECT_EQ(codes(check_coverage(roster)), (Codes{"red keeper_missing", "yellow village_uncovered"}));
}

}  // namespace
}  // namespace anlan::plan
