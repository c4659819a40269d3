#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "plan/check.hpp"
#include "plan/match.hpp"
#include "plan_yaml/plan_yaml.hpp"

namespace anlan::plan {
namespace {

const Instant kNow = parse_time("2026-11-23T08:00:00+08:00").value();

std::string text_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

std::vector<Plan> shipped() {
    std::vector<Plan> plans;
    for (const auto& entry : std::filesystem::directory_iterator(ANLAN_SOURCE "/data/plans")) {
        auto reading = plan_yaml::PlanYaml().read(text_of(entry.path()));
        EXPECT_TRUE(reading.plan) << entry.path();
        if (reading.plan) plans.push_back(std::move(*reading.plan));
    }
    return plans;
}

/// The demonstration's town of Yongning, everybody on duty and every phone tested.
Roster yongning() {
    const auto town = json::parse(text_of(ANLAN_SOURCE "/data/demo/350581106000.json")).as_object();
    Roster roster;
    roster.now = kNow;
    roster.phone_age_max = std::chrono::hours(24 * 90);
    roster.review_age_max = std::chrono::hours(24 * 365 * 3);
    for (const auto& each : town.at("posts").as_array()) {
        const auto& post = each.as_object();
        const std::string code(post.at("code").as_string()), area(post.at("area").as_string());
        roster.posts.emplace(
            code,
            RosterPost{code + area, code, std::string(post.at("title").as_string()), area, true, true, kNow, true, true}
        );
        if (code == "village_head") roster.villages.push_back(area);
    }
    for (const auto& each : town.at("people").as_array())
        for (const auto& line : each.at("lines").as_array()) ++roster.line_people[std::string(line.as_string())];
    const auto& registers = town.at("registers").as_object();
    const auto stock = json::parse(text_of(ANLAN_SOURCE "/data/demo/stock.json"));
    for (const auto& books : stock.as_array())
        if (books.at("area").as_string() == town.at("area").as_string())
            for (const auto& each : books.at("batches").as_array())
                roster.stock[std::string(each.at("item").as_string())] += each.at("quantity").to_number<double>();
    for (const auto& each : registers.at("teams").as_array()) {
        const std::string kind(each.at("kind").as_string());
        roster.team_kinds.insert(kind);
        roster.team_members[kind] += each.at("members").to_number<double>();
    }
    for (const auto& each : registers.at("shelters").as_array())
        roster.shelter_places[std::string(each.at("area").as_string())] +=
            each.at("capacity").to_number<std::int64_t>();
    return roster;
}

Occasion warning(const std::string& hazard, TriggerColour colour) {
    return {hazard, colour, 0, "泉州市气象台", hazard, hazard};
}

TEST(the_shipped_plans, are_twelve_a_town_and_a_village_plan_each) {
    const auto plans = shipped();
    EXPECT_EQ(plans.size(), 12U);
    for (const auto* scope : {"town", "village"})
        EXPECT_EQ(std::count_if(plans.begin(), plans.end(), [&](const Plan& each) { return each.scope == scope; }), 6)
            << scope;
}

TEST(the_shipped_plans, find_all_they_need_in_the_demonstration_town) {
    const auto roster = yongning();
    for (const auto& plan : shipped())
        for (const auto& finding : check(plan, roster))
            ADD_FAILURE() << plan.id << " " << finding.severity << " " << finding.where << "：" << finding.what_zh;
}

TEST(the_shipped_plans, turn_red_when_the_store_is_empty_and_the_posts_vacant) {
    auto roster = yongning();
    roster.stock.clear();
    roster.posts.find("marine")->second.filled = false;
    for (const auto& plan : shipped()) {
        if (plan.id != "typhoon_town") continue;
        const auto found = check(plan, roster);
        const auto has = [&](const char* code) {
            return std::any_of(found.begin(), found.end(), [&](const Finding& each) { return each.code == code; });
        };
        EXPECT_TRUE(has("post_empty"));
        EXPECT_TRUE(has("stock_short"));
    }
}

TEST(the_shipped_plans, answer_every_warning_at_town_and_village) {
    const auto plans = shipped();
    for (const auto* hazard : {"typhoon", "rainstorm", "forest_fire", "geological", "fog", "heat", "cold_wave"}) {
        const auto called = match_all(plans, warning(hazard, TriggerColour::red));
        ASSERT_EQ(called.size(), 2U) << hazard;
        for (const auto& each : called) EXPECT_LE(each.level, 2) << hazard << " " << each.plan;
    }
    const auto blue = match_all(plans, warning("typhoon", TriggerColour::blue));
    ASSERT_EQ(blue.size(), 2U);
    EXPECT_EQ(blue[0].level, 4);
    EXPECT_EQ(blue[1].level, 4);
}

TEST(every_step_of_the_shipped_plans, has_an_english_title_and_a_due_time) {
    for (const auto& plan : shipped())
        for (const auto& level : plan.levels)
            for (const auto& step : level.steps) {
                EXPECT_FALSE(step.title_en.empty()) << plan.id << " " << step.id;
                EXPECT_TRUE(due_at(level, step, {kNow, kNow + std::chrono::hours(20)})) << plan.id << " " << step.id;
            }
}

}  // namespace
}  // namespace anlan::plan
