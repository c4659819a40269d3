#include <gtest/gtest.h>

#include "evaluation/county_for_tests.hpp"

namespace anlan::evaluation {
namespace {

using programme::AcceptanceResult;
struct a_nomination : County {};

TEST_F(a_nomination, wants_a_station_of_this_county_that_passed_and_held_an_exercise) {
    const auto nominate = [&](const AreaCode& station, const char* exercise, const char* reason) {
        return county.refused(NominateStation{station, exercise, reason});
    };
    EXPECT_EQ(nominate(kElsewhere, "x0", "好"), "not_yours") << "a town of another county";
    EXPECT_EQ(nominate(AreaCode{"350581106002"}, "x0", "好"), "not_yours") << "a village";
    EXPECT_EQ(nominate(kStations[0], "x0", "好"), "acceptance_missing");
    accepted(0, 70, AcceptanceResult::rectify);
    EXPECT_EQ(nominate(kStations[0], "x0", "好"), "acceptance_not_passed");
    accepted(1, 92);
    held(1, 88);
    EXPECT_EQ(nominate(kStations[1], "x0", "好"), "drill_unknown") << "the exercise of another station";
    EXPECT_EQ(nominate(kStations[1], "x1", ""), "reason_empty");
    EXPECT_EQ(nominate(kStations[1], "x1", "好"), "");
    EXPECT_EQ(nominate(kStations[1], "x1", "好"), "already_nominated");
    EXPECT_EQ(prefecture.refused(NominateStation{kStations[1], "x1", "好"}), "not_at_this_level");
}

TEST_F(a_nomination, refuses_a_drill_of_which_too_little_was_judged) {
    accepted(0, 92);
    held(0, 100, 5);
    EXPECT_EQ(county.refused(NominateStation{kStations[0], "x0", "好"}), "drill_too_thin");
}

TEST_F(a_nomination, of_a_town_of_another_county_is_not_kept_even_if_it_was_sent) {
    trial::Trial other{rooms(), AreaCode{"350582000000"}, "晋江市"};
    StationNominated forged;
    forged.year = kYear;
    forged.station = kStations[0];
    other.given("n1", forged);
    prefecture.hear(other);
    EXPECT_TRUE(nominations_of(prefecture.rows(), kYear).empty());
}

TEST_F(a_nomination, is_withdrawn_by_its_own_county_with_a_reason) {
    const auto id = ready(0, 92, 88);
    EXPECT_EQ(county.refused(WithdrawNomination{id, ""}), "reason_empty");
    EXPECT_EQ(prefecture.refused(WithdrawNomination{id, "测试"}), "not_yours");
    ASSERT_EQ(county.refused(WithdrawNomination{id, "换一次演练"}), "");
    prefecture.hear(county);
    EXPECT_TRUE(nominations_of(prefecture.rows(), kYear).empty());
    EXPECT_EQ(county.refused(WithdrawNomination{id, "再撤"}), "nomination_unknown");
}

TEST_F(a_nomination, brings_the_points_of_the_acceptance_the_prefecture_heard_itself) {
    ready(0, 92.5, 88);
    const auto row = seen(prefecture).rows.at(0);
    EXPECT_EQ(row.on_paper, 92.5);
    EXPECT_EQ(row.in_drill, 88);
    EXPECT_EQ(row.total, 90.7);
    EXPECT_EQ(row.rank, 1);
    EXPECT_FALSE(seen(county).rows.at(0).rank) << "among its own a rank means nothing";
    EXPECT_EQ(seen(county).rows.at(0).total, 90.7);
}

TEST_F(a_nomination, naming_an_acceptance_that_is_another_stations_has_no_points) {
    accepted(0, 99);
    StationNominated bold;
    bold.year = kYear;
    bold.station = kStations[1];
    bold.acceptance = "a0";
    county.given("n1", bold);
    prefecture.hear(county);
    EXPECT_FALSE(seen(prefecture).rows.at(0).on_paper);
    EXPECT_EQ(prefecture.refused(ConcludeEvaluation{kYear, "同意"}), "score_missing");
}

TEST_F(a_nomination, in_a_drill_is_refused) {
    const auto outcome =
        county.when(NominateStation{kStations[0], "x0", "好"}, "p-officer", World::drill(DrillId{"d1"}));
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, "evaluation_is_real");
}

}  // namespace
}  // namespace anlan::evaluation
