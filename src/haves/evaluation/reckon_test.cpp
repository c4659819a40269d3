#include "evaluation/reckon.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

namespace anlan::evaluation {
namespace {

const Terms kTerms{{60, 40}, {80, 85, 90}, 30};

AreaCode station(int number) {
    return AreaCode{"35058" + std::to_string(1'000'000 + number)};
}

std::vector<Scores> any_cohort() {
    std::vector<Scores> cohort;
    const auto size = *rc::gen::inRange(0, 60);
    for (int i = 0; i < size; ++i) {
        const auto points = [] { return static_cast<double>(*rc::gen::inRange(70, 101)); };
        const auto paper = points(), drill = points();
        const auto calls = static_cast<double>(*rc::gen::inRange(0, 3));
        cohort.push_back({station(i), "站", paper, drill, calls, *rc::gen::inRange(0, 8) == 0});
    }
    return cohort;
}

std::int64_t excellent_in(const std::vector<Standing>& standings) {
    return std::ranges::count(standings, Grade::excellent, &Standing::grade);
}

TEST(a_total, weighs_paper_and_drill_as_the_policy_says) {
    const Scores scores{station(1), "", 90, 80, 0, false};
    EXPECT_EQ(total_of(scores, {60, 40}), 86);
    EXPECT_EQ(total_of(scores, {1, 1}), 85) << "weights need not add up to a hundred";
    EXPECT_EQ(total_of(scores, {0, 0}), 0);
}

TEST(equal_totals, are_parted_by_the_drill_and_then_by_reporting_and_calling) {
    const auto standings = ranked(
        {{station(1), "", 92, 90, 3, false}, {station(2), "", 90, 93, 1, false}, {station(3), "", 90, 93, 2, false}},
        kTerms
    );
    EXPECT_EQ(standings[0].total, standings[2].total);
    EXPECT_EQ(standings[0].station, station(3));
    EXPECT_EQ(standings[1].station, station(2));
    EXPECT_EQ(standings[2].station, station(1));
}

TEST(a_barred_station, is_never_excellent_whatever_its_points) {
    const std::vector<Scores> four{
        {station(1), "", 100, 100, 3, true},
        {station(2), "", 91, 91, 1, false},
        {station(3), "", 80, 80, 1, false},
        {station(4), "", 70, 70, 1, false}};
    const auto standings = ranked(four, kTerms);
    EXPECT_EQ(standings[0].grade, Grade::rectify);
    EXPECT_EQ(standings[1].grade, Grade::excellent) << "the place goes to the next";
    EXPECT_EQ(standings[2].grade, Grade::pass);
    EXPECT_EQ(standings[3].grade, Grade::rectify);
}

TEST(who_reaches_the_points_and_finds_no_place, is_good) {
    const auto standings = ranked({{station(1), "", 99, 99, 0, false}, {station(2), "", 98, 98, 0, false}}, kTerms);
    EXPECT_EQ(excellent_in(standings), 0) << "30 % of two, never rounded up";
    EXPECT_EQ(standings[0].grade, Grade::good);
}

TEST(the_ranking, has_everybody_once_and_never_more_than_three_in_ten_excellent) {
    EXPECT_TRUE(rc::check([] {
        const auto cohort = any_cohort();
        const auto standings = ranked(cohort, kTerms);
        RC_ASSERT(standings.size() == cohort.size());
        std::set<AreaCode> once;
        for (std::size_t i = 0; i < standings.size(); ++i) {
            RC_ASSERT(standings[i].rank == static_cast<std::int64_t>(i) + 1);
            RC_ASSERT(once.insert(standings[i].station).second);
            RC_ASSERT(i == 0 || standings[i - 1].total >= standings[i].total);
        }
        const auto most = static_cast<std::int64_t>(cohort.size()) * 3;
        RC_ASSERT(excellent_in(standings) * 10 <= most);
    }));
}

TEST(the_excellent, have_the_points_are_not_barred_and_leave_nobody_better_behind) {
    EXPECT_TRUE(rc::check([] {
        const auto standings = ranked(any_cohort(), kTerms);
        bool passed_over = false;
        for (const auto& each : standings) {
            const bool may = !each.barred && each.total >= 90;
            if (each.grade == Grade::excellent) RC_ASSERT(may && !passed_over);
            if (may && each.grade != Grade::excellent) passed_over = true;
        }
    }));
}

TEST(places, are_all_given_while_there_are_candidates) {
    EXPECT_TRUE(rc::check([] {
        const auto cohort = any_cohort();
        const auto standings = ranked(cohort, kTerms);
        const auto may = std::ranges::count_if(standings, [](const Standing& each) {
            return !each.barred && each.total >= 90;
        });
        const auto places = static_cast<std::int64_t>(cohort.size()) * 3 / 10;
        RC_ASSERT(excellent_in(standings) == std::min<std::int64_t>(may, places));
    }));
}

TEST(the_ranking, does_not_depend_on_the_order_of_arrival) {
    EXPECT_TRUE(rc::check([] {
        auto cohort = any_cohort();
        const auto first = to_json_text(ranked(cohort, kTerms));
        std::ranges::reverse(cohort);
        RC_ASSERT(to_json_text(ranked(cohort, kTerms)) == first);
    }));
}

TEST(more_points, never_cost_a_station_its_rank) {
    EXPECT_TRUE(rc::check([] {
        auto cohort = any_cohort();
        RC_PRE(!cohort.empty());
        const auto at = static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(cohort.size())));
        const auto rank_of = [&] {
            const auto standings = ranked(cohort, kTerms);
            return std::ranges::find(standings, cohort[at].station, &Standing::station)->rank;
        };
        const auto before = rank_of();
        cohort[at].on_paper += 1;
        RC_ASSERT(rank_of() <= before);
    }));
}

}  // namespace
}  // namespace anlan::evaluation
