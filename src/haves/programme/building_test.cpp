#include "organisation/commands.hpp"
#include "programme/acceptance_for_tests.hpp"
#include "programme/building_answers.hpp"
#include "programme/building_commands.hpp"
#include "programme/trial_stations.inc"

namespace anlan::programme {
namespace {

/// a (1–10 July) before b (11–20) and c (11–12), both before d (21–25).
BuildPlan small_plan() {
    const auto task = [](const char* id, const char* begin, const char* end, std::vector<std::string> after) {
        return BuildTask{id, "build", "测试", "test", "zhanzhang", begin, end, std::move(after), ""};
    };
    return {
        2023,
        "测试",
        {{"build", "建设", "Building"}},
        {task("a", "2023-07-01", "2023-07-10", {}),
         task("b", "2023-07-11", "2023-07-20", {"a"}),
         task("c", "2023-07-11", "2023-07-12", {"a"}),
         task("d", "2023-07-21", "2023-07-25", {"b", "c"})}};
}

const TaskForecast& of(const std::vector<TaskForecast>& all, const std::string& id) {
    return *std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == id; });
}

TEST(a_forecast, is_the_plan_when_everything_is_in_time) {
    const auto all = forecast(small_plan().tasks, {}, "2023-06-20");
    EXPECT_EQ(of(all, "d").end, "2023-07-25");
    EXPECT_TRUE(of(all, "b").critical);
    EXPECT_FALSE(of(all, "c").critical);
    EXPECT_EQ(of(all, "c").slack_days, 8);
}

TEST(a_forecast, moves_everything_behind_a_late_task) {
    const auto all = forecast(small_plan().tasks, {{"a", {BuildState::done, "2023-07-15", "下雨"}}}, "2023-07-15");
    EXPECT_EQ(of(all, "b").begin, "2023-07-16");
    EXPECT_EQ(of(all, "d").end, "2023-07-30");
    EXPECT_EQ(of(all, "d").late_days, 5);
    EXPECT_FALSE(of(all, "a").critical) << "it is done";
}

TEST(a_forecast, never_ends_an_open_task_before_today) {
    const auto all = forecast(small_plan().tasks, {{"a", {BuildState::started, "2023-07-01", ""}}}, "2023-08-01");
    EXPECT_EQ(of(all, "a").end, "2023-08-01");
    EXPECT_EQ(of(all, "a").late_days, 22);
}

TEST(the_shipped_plan, stands_in_four_phases_without_a_circle) {
    const auto& plan = shipped_build_plan();
    EXPECT_EQ(plan.phases.size(), 4U);
    EXPECT_EQ(in_order(plan.tasks).size(), plan.tasks.size());
}

struct a_building_plan : testing::Test {
    trial::Trial county{rooms_of_a_station(), kCounty, "石狮市"}, town{rooms_of_a_station(), kTown, "永宁镇"};
    std::string report(const char* task, BuildState state, const char* day, const char* note = "") {
        return code_of(town.when(ReportBuildTask{2023, task, state, day, note}));
    }
};

TEST_F(a_building_plan, is_refused_with_a_circle_a_wrong_date_or_an_unknown_predecessor) {
    auto plan = small_plan();
    plan.tasks[0].after = {"d"};
    EXPECT_EQ(code_of(county.when(AdoptBuildPlan{plan})), "task_invalid");
    plan = small_plan();
    plan.tasks[1].end = "2023-07-01";
    EXPECT_EQ(code_of(county.when(AdoptBuildPlan{plan})), "task_invalid");
    plan = small_plan();
    plan.tasks[1].after = {"zz"};
    EXPECT_EQ(code_of(county.when(AdoptBuildPlan{plan})), "task_invalid");
    EXPECT_EQ(code_of(town.when(AdoptBuildPlan{small_plan()})), "not_at_this_level");
}

TEST_F(a_building_plan, is_carried_out_in_its_order_and_seen_above) {
    EXPECT_EQ(report("a", BuildState::done, "2023-07-09"), "plan_unknown");
    ASSERT_TRUE(county.when(AdoptBuildPlan{small_plan()}));
    town.hear(county);
    EXPECT_EQ(report("zz", BuildState::done, "2023-07-09"), "task_unknown");
    EXPECT_EQ(report("b", BuildState::done, "2023-07-20"), "predecessor_open");
    EXPECT_EQ(report("a", BuildState::done, "2024-01-01"), "day_invalid");
    EXPECT_EQ(report("a", BuildState::done, "2023-07-12"), "note_empty") << "two days late";
    EXPECT_EQ(report("a", BuildState::done, "2023-07-12", "材料晚到"), "");
    county.hear(town);
    const auto chart = wall_chart(county.rows(), county.writer().node(), 0, "2023-07-28");
    ASSERT_TRUE(chart);
    ASSERT_EQ(chart->stations.size(), 1U);
    EXPECT_EQ(chart->stations.front().done, 1);
    EXPECT_EQ(chart->stations.front().tasks.front().note, "材料晚到");
    EXPECT_GT(chart->stations.front().late_days, 0);
    EXPECT_TRUE(town.prove().ok);
    EXPECT_TRUE(county.prove().ok);
}

TEST_F(a_building_plan, reminds_the_owner_of_what_is_due_once_and_not_of_what_is_done) {
    const auto open = [&] {
        return town.rows()
            .value<std::int64_t>("SELECT COUNT(*) FROM task WHERE origin LIKE 'building/%' AND state = 'open'")
            .value_or(0);
    };
    town.when(organisation::AdoptAreas{{{kTown, "永宁镇", kCounty, {}, {}}}}).value();
    const auto head = town.when(organisation::CreatePost{"station_head", "站长", kTown, "", true, true, "", 0});
    ASSERT_TRUE(head);
    ASSERT_TRUE(county.when(AdoptBuildPlan{small_plan()}));
    town.hear(county);
    put(town, documents(), {{"kind", "会商制度"}, {"title", "测试制度"}, {"issued", "2023-01-01"}});
    town.advance(std::chrono::hours{24});  // 29 July: all four ended within the month
    EXPECT_EQ(open(), 4);
    town.advance(std::chrono::hours{48});
    EXPECT_EQ(open(), 4) << "the same tasks";
    EXPECT_EQ(report("a", BuildState::done, "2023-07-12", "材料晚到"), "");
    EXPECT_EQ(open(), 3);
    town.advance(std::chrono::hours{48});
    EXPECT_EQ(open(), 3);
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::programme
