#include "plan/room.hpp"

#include <gtest/gtest.h>

#include "identity/identity.hpp"
#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "plan/commands.hpp"
#include "plan/queries.hpp"
#include "plan/roster.hpp"
#include "policy/room.hpp"
#include "registers/room.hpp"
#include "trial/trial.hpp"
#include "warehouse/room.hpp"

namespace anlan::plan {
namespace {

const AreaCode kTown{"350581106000"};

Plan small_plan(const std::string& scope = "town") {
    Plan plan;
    plan.id = "typhoon_" + scope;
    plan.title = "防台风预案";
    plan.scope = scope;
    plan.hazards = {"typhoon"};
    plan.reviewed_on = "2023-04-10";
    PlanLevel level;
    level.level = 1;
    level.triggers = {{TriggerKind::warning, "", TriggerColour::red, 0, ""}};
    Step step;
    step.id = step.title = "boats";
    step.post = "marine";
    step.deputy_post = "duty_officer";
    step.needs = {{"stock", "救生衣", 10, "件"}};
    level.steps = {step};
    plan.levels = {level};
    return plan;
}

struct Town : trial::Trial {
    Town()
        : Trial(
              {policy::make_room(),
               identity::make_room(),
               organisation::make_room(),
               registers::make_room(),
               warehouse::make_room(),
               make_room()}
          ) {
        EXPECT_TRUE(when(organisation::AdoptAreas{
            {{kTown, "永宁镇", AreaCode{"350581000000"}, {}, {}},
             {AreaCode{"350581106201"}, "外高村", kTown, {}, {}},
             {AreaCode{"350581106202"}, "浯沙村", kTown, {}, {}}}}));
    }

    auto save(const Plan& plan, const std::string& yaml = "text") {
        return when(SavePlan{plan.id, plan, yaml, "测试"});
    }
    void approve(const Plan& plan) {
        ASSERT_TRUE(save(plan));
        ASSERT_TRUE(when(ApprovePlan{plan.id, "镇长办公会纪要"}));
    }
    std::vector<std::string> findings(const Plan& plan) {
        std::vector<std::string> codes;
        for (const auto& each : check(plan, roster_of(rows(), kTown, now()))) codes.push_back(each.code);
        return codes;
    }
};

TEST(saving_a_plan, is_refused_when_it_is_not_the_one_edited_or_says_nothing) {
    Town town;
    auto plan = small_plan();
    EXPECT_EQ(town.when(SavePlan{"other", plan, "text", ""}).error().code, "plan_id_wrong");
    plan.levels.clear();
    EXPECT_EQ(town.save(plan).error().code, "levels_empty");
}

TEST(approving_and_filing, are_refused_out_of_order) {
    Town town;
    EXPECT_EQ(town.when(ApprovePlan{"nothing", "文件"}).error().code, "plan_unknown");
    ASSERT_TRUE(town.save(small_plan()));
    EXPECT_EQ(town.when(ApprovePlan{"typhoon_town", ""}).error().code, "document_missing");
    EXPECT_EQ(town.when(FilePlan{"typhoon_town", "回执1"}).error().code, "not_approved");
    ASSERT_TRUE(town.when(ApprovePlan{"typhoon_town", "文件"}));
    EXPECT_EQ(town.when(ApprovePlan{"typhoon_town", "文件"}).error().code, "already_approved");
    EXPECT_EQ(town.when(FilePlan{"typhoon_town", ""}).error().code, "receipt_missing");
    EXPECT_TRUE(town.when(FilePlan{"typhoon_town", "回执1"}));
}

TEST(only_an_approved_version, is_in_force) {
    Town town;
    auto plan = small_plan();
    ASSERT_TRUE(town.save(plan));
    EXPECT_TRUE(approved_plans(town.rows(), "town").empty());
    ASSERT_TRUE(town.when(ApprovePlan{plan.id, "文件"}));
    plan.title = "新的名称";
    ASSERT_TRUE(town.save(plan, "new text"));
    const auto approved = approved_plan(town.rows(), plan.id);
    ASSERT_TRUE(approved);
    EXPECT_EQ(approved->version, 1);
    EXPECT_EQ(approved->plan.title, "防台风预案");
    ASSERT_TRUE(town.save(plan, "new text"));
    EXPECT_TRUE(town.written().empty()) << "the same text again is no new version";
    EXPECT_TRUE(town.prove().ok);
}

TEST(the_roster, sees_posts_deputies_and_telephones) {
    Town town;
    const auto plan = small_plan();
    EXPECT_EQ(town.findings(plan), (std::vector<std::string>{"post_unknown", "post_unknown", "stock_short"}));
    for (const auto* code : {"marine", "duty_officer"})
        ASSERT_TRUE(town.when(organisation::CreatePost{code, code, kTown, "", false, false, "", 0}));
    EXPECT_EQ(town.findings(plan), (std::vector<std::string>{"post_empty", "post_empty", "stock_short"}));
    EXPECT_TRUE(town.prove().ok);
}

TEST(villages, are_covered_by_a_plan_for_all_or_for_one) {
    Town town;
    EXPECT_EQ(villages_uncovered(town.rows(), kTown).size(), 2U);
    auto plan = small_plan("village");
    plan.area = "350581106201";
    town.approve(plan);
    EXPECT_EQ(villages_uncovered(town.rows(), kTown), std::vector<std::string>{"浯沙村"});
    plan.area.clear();
    ASSERT_TRUE(town.save(plan, "for all"));
    ASSERT_TRUE(town.when(ApprovePlan{plan.id, "文件"}));
    EXPECT_TRUE(villages_uncovered(town.rows(), kTown).empty());
}

TEST(the_check_up, runs_every_day) {
    Town town;
    town.approve(small_plan());
    const auto checked_at = [&] {
        return town.rows().value<std::int64_t>("SELECT checked_at FROM plan_check WHERE name = 'daily'").value_or(0);
    };
    town.advance(std::chrono::hours(24));
    const auto first = checked_at();
    EXPECT_EQ(first, parse_time("2023-07-29T07:00:00+08:00").value().time_since_epoch().count());
    EXPECT_EQ(town.rows().value<std::int64_t>("SELECT red FROM plan_check WHERE name = 'daily'"), 3);
    town.advance(std::chrono::hours(24));
    EXPECT_EQ(checked_at() - first, 24LL * 3'600'000);
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::plan
