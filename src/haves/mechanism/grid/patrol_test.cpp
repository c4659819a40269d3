#include "grid/trial_town.inc"

namespace anlan::grid {
namespace {

using std::chrono::hours;

PlanPatrol weekly(const GridId& grid) {
    PlanPatrol wish;
    wish.grid = grid;
    wish.title = "边坡巡查";
    wish.stops = {{"测试边坡", "裂缝、掉块", 118.705, 24.695}, {"测试水闸", "启闭", {}, {}}};
    return wish;
}

TEST(planning_a_patrol, says_what_is_missing) {
    Station town;
    const auto id = town.manned();
    const auto refused = [&](auto change) {
        auto wish = weekly(id);
        change(wish);
        return town.refused(wish);
    };
    EXPECT_EQ(refused([](auto& wish) { wish.grid = {"none"}; }), "grid_unknown");
    EXPECT_EQ(refused([](auto& wish) { wish.title.clear(); }), "title_missing");
    EXPECT_EQ(refused([](auto& wish) { wish.stops.clear(); }), "stops_missing");
    EXPECT_EQ(refused([](auto& wish) { wish.stops[0].name.clear(); }), "stop_invalid");
    EXPECT_EQ(refused([](auto& wish) { wish.stops[0].lon = wish.stops[0].lat = 0; }), "place_invalid");
    EXPECT_EQ(refused([](auto& wish) { wish.every_days = 0; }), "every_invalid");
    EXPECT_EQ(refused([&](auto& wish) { wish.owner = town.people[2]; }), "owner_not_member");
}

TEST(a_round, is_a_task_of_who_is_in_charge_and_comes_again) {
    Station town;
    const PatrolId patrol{town.when(weekly(town.manned())).value().subject};
    town.advance(hours(1));
    auto tasks = tasks::tasks_of(town.rows(), patrol.text);
    ASSERT_EQ(tasks.size(), 1U);
    EXPECT_EQ(tasks[0].owner, town.people[0]);
    WalkRound wish{patrol, "phone:r1", {{0, true, ""}, {1, false, "闸门卡住"}}, 600};
    EXPECT_EQ(town.refused(wish, town.people[2].text), "not_member");
    EXPECT_EQ(town.refused(WalkRound{patrol, "", {{7, true, ""}}, 0}, town.people[0].text), "finding_invalid");
    EXPECT_EQ(town.refused(WalkRound{patrol, "", {{0, false, ""}}, 0}, town.people[0].text), "words_missing");
    EXPECT_EQ(town.refused(wish, town.people[0].text), "");
    EXPECT_EQ(town.refused(wish, town.people[0].text), "");
    EXPECT_TRUE(town.written().empty()) << "sent twice, it was one round";
    EXPECT_EQ(tasks::tasks_of(town.rows(), patrol.text)[0].state, "done");
    const auto reports = find_reports(town.rows(), World::real(), true, 10);
    ASSERT_EQ(reports.size(), 1U) << "what is wrong is a report";
    EXPECT_EQ(reports[0].place, "测试水闸");
    town.advance(hours(7 * 24));
    tasks = tasks::tasks_of(town.rows(), patrol.text);
    EXPECT_EQ(tasks.size(), 2U);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_round, goes_to_the_deputy_while_the_head_is_away_and_is_done_by_either) {
    Station town;
    const auto grid = town.manned();
    town.when(SendAway{town.people[0], town.now() + hours(24 * 30), "病假"}).value();
    const PatrolId patrol{town.when(weekly(grid)).value().subject};
    town.advance(hours(1));
    EXPECT_EQ(tasks::tasks_of(town.rows(), patrol.text)[0].owner, town.people[1]);
    town.when(WalkRound{patrol, "r", {}, 0}, town.people[0].text).value();
    const auto task = tasks::tasks_of(town.rows(), patrol.text)[0];
    EXPECT_EQ(task.state, "done");
    EXPECT_EQ(task.done_by, town.people[0]) << "who walked it";
}

TEST(a_round_confirmed_in_the_list_of_tasks, is_walked) {
    Station town;
    const PatrolId patrol{town.when(weekly(town.manned())).value().subject};
    town.advance(hours(1));
    const auto task = tasks::tasks_of(town.rows(), patrol.text)[0];
    town.when(tasks::ConfirmTask{{task.id}, {}, "", {}, {}, "正常"}, town.people[0].text).value();
    EXPECT_FALSE(find_patrol(town.rows(), patrol)->round_due);
    EXPECT_EQ(rounds_of(town.rows(), patrol, 10).size(), 1U);
}

TEST(a_patrol_that_nobody_walked_for_a_month, owes_one_round) {
    Station town;
    const PatrolId patrol{town.when(weekly(town.manned())).value().subject};
    town.advance(hours(24 * 30));
    std::size_t open = 0;
    for (const auto& task : tasks::tasks_of(town.rows(), patrol.text)) open += task.state == "open";
    EXPECT_EQ(open, 1U);
    town.when(StopPatrol{patrol, "改道"}).value();
    for (const auto& task : tasks::tasks_of(town.rows(), patrol.text)) EXPECT_NE(task.state, "open");
    town.advance(hours(24 * 30));
    EXPECT_EQ(town.refused(WalkRound{patrol, "", {}, 0}, town.people[0].text), "patrol_unknown");
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::grid
