#include <gtest/gtest.h>

#include "calls/room.hpp"
#include "http/asking_for_tests.hpp"
#include "incident/commands.hpp"
#include "incident/report_commands.hpp"
#include "incident/room.hpp"
#include "organisation/room.hpp"
#include "policy/room.hpp"
#include "practice/answers.hpp"
#include "practice/commands.hpp"
#include "practice/room.hpp"
#include "tasks/room.hpp"
#include "trial/trial.hpp"

namespace anlan::practice {
namespace {

using std::chrono::seconds;
const AreaCode kTown{"350581106000"};

std::vector<journal::Room> rooms() {
    return {
        policy::make_room(),
        organisation::make_room(),
        calls::make_room(),
        tasks::make_room(),
        incident::make_room(),
        make_room()};
}

struct a_new_officer : ::testing::Test {
    trial::Trial town{rooms()};

    PracticeId started(const std::string& scenario = "boat_fire") {
        return {town.when(StartPractice{scenario}).value().subject};
    }
    PracticeFacts facts(const PracticeId& id) { return find_practice(town.rows(), id).value(); }
    const Step& step(const PracticeId& id) {
        seen = facts(id);
        return seen.started.steps.at(static_cast<std::size_t>(seen.step));
    }
    /// Everything right.
    PlayMove right(const PracticeId& id) {
        const auto& now = step(id);
        PlayMove move{id, seen.step, now.incident, now.figures, {}};
        for (std::size_t at = 0; at < now.options.size(); ++at)
            if (now.options[at].right) move.chosen.push_back(static_cast<std::int64_t>(at));
        return move;
    }
    PracticeFacts seen;
};

TEST_F(a_new_officer, is_told_what_is_missing) {
    EXPECT_EQ(town.when(StartPractice{"x"}).error().code, "scenario_unknown");
    EXPECT_EQ(town.when(StartPractice{"own/x"}).error().code, "scenario_unknown");
    const auto id = started();
    EXPECT_EQ(town.when(StartPractice{"boat_fire"}).error().code, "practice_running");
    EXPECT_EQ(town.when(right(id), "p-other").error().code, "practice_unknown");
    EXPECT_EQ(town.when(PlayMove{id, 0, "", {}, {}}).error().code, "kind_unknown");
    incident::Figures below_zero;
    below_zero.dead = -1;
    EXPECT_EQ(town.when(PlayMove{id, 0, "boat", below_zero, {}}).error().code, "figure_invalid");
    EXPECT_TRUE(town.when(right(id)).has_value());
    EXPECT_EQ(town.when(PlayMove{id, 0, "boat", {}, {}}).error().code, "step_over");
    EXPECT_EQ(town.when(PlayMove{id, 1, "", {}, {}}).error().code, "choice_missing");
    EXPECT_EQ(town.when(PlayMove{id, 1, "", {}, {9}}).error().code, "option_unknown");
}

TEST_F(a_new_officer, who_does_all_right_and_in_time_has_all_the_points) {
    const auto id = started();
    while (facts(id).state == PracticeState::playing) {
        town.advance(seconds{20});
        ASSERT_TRUE(town.when(right(id)).has_value());
    }
    EXPECT_EQ(facts(id).points, 100);
    EXPECT_EQ(town.kinds(), (std::vector<std::string>{"practice.moved", "practice.finished"}));
    EXPECT_EQ(town.when(LeavePractice{id}).error().code, "already_ended");
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(a_new_officer, who_is_late_loses_the_points_for_time_alone) {
    const auto id = started();
    town.advance(seconds{facts(id).started.limits_seconds.front() + 1});
    town.when(right(id)).value();
    EXPECT_EQ(moves_of(town.rows(), id).front().points, 70);
    EXPECT_FALSE(moves_of(town.rows(), id).front().in_time);
}

TEST_F(a_new_officer, who_writes_zero_for_not_known_is_told_the_difference) {
    const auto id = started();
    auto move = right(id);
    move.figures.dead = 0;
    town.when(move).value();
    const auto remarks = moves_of(town.rows(), id).front().remarks;
    const auto wrong = std::ranges::find(remarks, false, &Remark::right);
    ASSERT_NE(wrong, remarks.end());
    EXPECT_NE(wrong->zh.find("死亡应为“不明”"), std::string::npos) << wrong->zh;
    EXPECT_EQ(std::ranges::count(remarks, false, &Remark::right), 1);
}

TEST_F(a_new_officer, who_ticks_everything_is_not_right) {
    const auto id = started();
    town.when(right(id)).value();
    auto all = right(id);
    all.chosen = {0, 1, 2, 3, 4};
    town.when(all).value();
    EXPECT_EQ(moves_of(town.rows(), id).back().points, 70 * 3 / 5 + 30);
}

TEST_F(a_new_officer, who_walks_away_is_not_counted) {
    const auto id = started();
    town.advance(std::chrono::hours{2});
    EXPECT_EQ(facts(id).state, PracticeState::left);
    EXPECT_TRUE(town.when(StartPractice{"workshop"}).has_value());
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(a_new_officer, plays_what_the_station_itself_has_been_through) {
    incident::TakeIncident told;
    told.words = "渔船翻船，两人落水";
    told.place = "测试码头";
    told.figures.missing = 2;
    const auto boat = incident::IncidentId{town.when(told).value().subject};
    EXPECT_FALSE(find_scenario(town.rows(), "own/" + boat.text)) << "it goes on still";
    town.when(incident::SendReport{boat, {}, {}, {}, ""}).value();
    town.when(incident::CloseIncident{boat, "都救起"}).value();
    town.when(incident::SendReport{boat, {}, incident::Stage::final, {}, ""}).value();
    const auto own = find_scenario(town.rows(), "own/" + boat.text);
    ASSERT_TRUE(own);
    EXPECT_EQ(own->steps.front().incident, "boat");
    EXPECT_EQ(own->steps.front().figures.missing, 2);
    EXPECT_TRUE(own->own);
    EXPECT_EQ(all_scenarios(town.rows()).back().key, own->key);
}

TEST(every_endpoint_of_practice, is_closed_to_strangers_and_tells_nobody_what_is_right) {
    trial::Trial town(rooms());
    http::Endpoints table;
    add_endpoints(table);
    http::Asking asking(town, table);
    for (const auto& each : table.all())
        EXPECT_EQ(asking.said(http::stranger(), each.method, each.path, "{}").substr(0, 3), "401") << each.path;
    const auto officer = http::caller_with({"incident.tell"}, kTown);
    const auto begun =
        http::body_of(asking.ask(officer, http::Method::post, "/api/v1/practices", R"({"scenario":"boat_fire"})"));
    const auto path = "/api/v1/practices/" + std::string(begun.at("id").as_string());
    EXPECT_EQ(asking.ask(officer, http::Method::get, path).body.find("\"missing\""), std::string::npos);
    auto other = officer;
    other.person = PersonId{"p-other"};
    EXPECT_EQ(asking.said(other, http::Method::get, path), "404 practice");
}

}  // namespace
}  // namespace anlan::practice
