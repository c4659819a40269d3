#include <ctime>

#include "calls/queries.hpp"
#include "response/trial_town.inc"
#include "tasks/queries.hpp"

namespace anlan::response {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using warning::Colour;

template <class E>
std::vector<E> bodies(const trial::Trial& trial) {
    std::vector<E> all;
    for (const auto& entry : trial.written())
        if (entry.kind == E::kKind.text()) all.push_back(journal::Room::body_of<E>(entry));
    return all;
}

TEST(confirming, calls_everybody_and_gives_every_step_in_one_commit) {
    Town town;
    town.staff();
    ASSERT_TRUE(town.take(alerts::signal("A", Colour::red, town.now())));
    ASSERT_TRUE(town.when(ConfirmResponse{town.only().id, {}, {}}));
    EXPECT_EQ(town.count("call.placed"), 4) << "officer, two village heads, town head";
    EXPECT_EQ(town.count("task.assigned"), 5) << "duty, ready in three villages, report";
    const auto activated = bodies<ResponseActivated>(town).front();
    EXPECT_EQ(activated.footing.plan_version, 1);
    EXPECT_EQ(activated.statement.matter_zh, "启动台风Ⅰ级应急响应");
    EXPECT_EQ(activated.statement.expected_end, town.now() + hours{24});
    EXPECT_FALSE(activated.statement.measures_zh.empty());
    ASSERT_EQ(activated.vacant.size(), 1U);
    EXPECT_EQ(activated.vacant.front(), "第三社区村主任");
    EXPECT_TRUE(town.prove().ok);
}

TEST(steps, are_due_from_the_start_or_from_another_step) {
    Town town;
    town.staff();
    const auto id = town.activate(alerts::signal("A", Colour::red, town.now()));
    for (const auto& task : tasks::tasks_of(town.rows(), id.text)) {
        if (task.step == "duty") {
            EXPECT_EQ(task.due_at, town.now() + minutes{30});
        }
        if (task.step == "report") {
            EXPECT_EQ(task.due_at, town.now() + minutes{90});
        }
        if (task.area == kThird) {
            EXPECT_TRUE(task.owner.empty()) << "a vacant post is shown, not hidden";
        }
    }
}

TEST(a_step_that_repeats, comes_again_until_the_response_ends) {
    Town town;
    town.staff();
    const auto id = town.activate(alerts::signal("A", Colour::red, town.now()));
    town.advance(hours{2});
    EXPECT_EQ(town.count("response.step_repeated"), 1);
    town.advance(hours{2});
    const auto tasks = tasks::tasks_of(town.rows(), id.text);
    EXPECT_EQ(
        std::count_if(tasks.begin(), tasks.end(), [](const auto& each) { return each.step.starts_with("report"); }), 3
    );
    ASSERT_TRUE(town.when(CloseResponse{id, "结束"}));
    town.advance(hours{8});
    EXPECT_EQ(town.count("response.step_repeated"), 0);
    EXPECT_TRUE(town.prove().ok);
}

TEST(raising, calls_all_again_and_adds_what_is_new) {
    Town town;
    town.staff();
    const auto id = town.activate(alerts::signal("A", Colour::yellow, town.now()));
    ASSERT_TRUE(town.when(ChangeLevel{id, 1, "风力增强"}));
    EXPECT_EQ(town.count("call.placed"), 4);
    EXPECT_EQ(town.count("task.assigned"), 4) << "ready is other work at level 1, duty is the same";
    EXPECT_EQ(town.count("task.cancelled"), 0) << "what was given stays";
    EXPECT_EQ(town.response(id).level, 1);
    EXPECT_TRUE(town.prove().ok);
}

TEST(lowering, calls_only_those_who_were_not_concerned) {
    Town town;
    town.staff();
    const auto id = town.activate(alerts::signal("A", Colour::red, town.now()));
    ASSERT_TRUE(town.when(ChangeLevel{id, 3, "风雨减弱"})) << "levels may skip";
    EXPECT_EQ(town.count("call.placed"), 0);
    EXPECT_EQ(town.response(id).level, 3);
    ASSERT_TRUE(town.when(ChangeLevel{id, 2, "又增强"}));
    EXPECT_EQ(town.count("task.assigned"), 0) << "level 2 asks for the same work as 3";
}

TEST(closing, ends_calls_and_tasks) {
    Town town;
    town.staff();
    const auto id = town.activate(alerts::signal("A", Colour::red, town.now()));
    const auto calls = calls::calls_of(town.rows(), id.text);
    ASSERT_TRUE(town.when(calls::AnswerCall{{calls.front().id}, "收到"}, calls.front().person.text));
    ASSERT_TRUE(town.when(CloseResponse{id, "台风远离"}));
    EXPECT_EQ(town.count("call.closed"), 3);
    EXPECT_EQ(town.count("task.cancelled"), 5);
    const auto closed = town.response(id);
    EXPECT_EQ(closed.state, ResponseState::closed);
    EXPECT_EQ(closed.close_reason, "台风远离");
    EXPECT_FALSE(closed.declined);
    town.advance(hours{6});
    EXPECT_TRUE(town.written().empty() || town.count("warning.expired") == 1) << "no deadline is left behind";
    EXPECT_TRUE(town.prove().ok);
}

TEST(calls_and_tasks_of_a_drill, are_marked_and_stay_in_it) {
    Town town;
    town.staff();
    ASSERT_TRUE(town.when(warning::StartDrill{{"d1"}, "测试演练", ""}));
    ASSERT_TRUE(town.take(alerts::exercise(alerts::signal("A", Colour::red, town.now()))));
    EXPECT_TRUE(town.open().empty()) << "reality sees nothing of it";
    const auto response = town.only(World::drill({"d1"}));
    ASSERT_TRUE(town.when(ConfirmResponse{response.id, {}, {}}));
    for (const auto& entry : town.written()) EXPECT_EQ(entry.drill, "d1") << entry.kind;
    for (const auto& placed : bodies<calls::CallPlaced>(town)) {
        EXPECT_TRUE(placed.headline.starts_with("【演练】"));
        EXPECT_TRUE(placed.text.starts_with("【演练】"));
    }
    ASSERT_TRUE(town.when(warning::EndDrill{{"d1"}, "完成"}));
    EXPECT_TRUE(town.open(World::drill({"d1"})).empty()) << "with the drill end its responses";
    EXPECT_EQ(town.count("call.closed"), 4);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_drill_and_a_real_warning, run_side_by_side) {
    Town town;
    town.staff();
    ASSERT_TRUE(town.when(warning::StartDrill{{"d1"}, "测试演练", ""}));
    const auto drilled = town.take(alerts::exercise(alerts::signal("A", Colour::red, town.now()))).value().subject;
    const auto real = town.take(alerts::signal("A", Colour::red, town.now())).value().subject;
    EXPECT_EQ(town.open().size(), 1U);
    EXPECT_EQ(town.open(World::drill({"d1"})).size(), 1U);
    EXPECT_EQ(town.when(StartResponse{drilled, "", "typhoon_town", 1, ""}).error().code, "world_mixed");
    EXPECT_EQ(
        town.when(StartResponse{real, "", "typhoon_town", 1, ""}, kOfficer, World::drill({"d1"})).error().code,
        "world_mixed"
    );
}

/// A hundred villages with ten people each.
void add_villages(Town& town) {
    organisation::AdoptAreas areas;
    for (int village = 0; village < 100; ++village)
        areas.areas.push_back(
            {AreaCode{"350581106" + std::to_string(400 + village)}, "测试村" + std::to_string(village), kTown, {}, {}}
        );
    ASSERT_TRUE(town.when(areas));
    for (const auto& area : areas.areas)
        for (int i = 0; i < 10; ++i) {
            const PersonId person{
                town.when(organisation::AddPerson{"测试网格员", "13900000000", area.code, false, {}}).value().subject};
            const organisation::CreatePost post{"grid_member", "网格员", area.code, "", false, false, "", 0};
            ASSERT_TRUE(town.when(organisation::Appoint{{town.when(post).value().subject}, person, {}, ""}));
        }
}

TEST(a_thousand_people, are_called_within_one_commit_in_good_time) {
    Town town;
    town.staff();
    add_villages(town);
    auto big = plan_for("flood");
    big.levels[3].calls = {"grid_member"};
    town.approve(big);
    ASSERT_TRUE(town.take(alerts::signal("A", Colour::red, town.now(), "flood")));
    const auto id = town.only().id;
    // The processor's own time: other programs on the machine do not count.
    const auto start = std::clock();
    ASSERT_TRUE(town.when(ConfirmResponse{id, {}, {}}));
    const auto span = (std::clock() - start) * 1'000 / CLOCKS_PER_SEC;
    EXPECT_EQ(town.count("call.placed"), 1'000);
    std::printf("1000 calls placed after confirming in %ld ms\n", static_cast<long>(span));
    // Tests are compiled without optimisation; the figure of the program itself is `./dev bench phones`.
    EXPECT_LT(span, 2'000) << "about 300 ms on an ordinary machine";
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::response
