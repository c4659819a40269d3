#include "programme/score.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

namespace anlan::programme {
namespace {

const Bands kBands{80, 85, 90};

TEST(a_result, is_rectification_below_the_pass_or_with_a_knock_out) {
    EXPECT_EQ(result_of(79.99, false, kBands), AcceptanceResult::rectify);
    EXPECT_EQ(result_of(99, true, kBands), AcceptanceResult::rectify);
    EXPECT_EQ(result_of(80, false, kBands), AcceptanceResult::pass);
    EXPECT_EQ(result_of(85, false, kBands), AcceptanceResult::good);
    EXPECT_EQ(result_of(90, false, kBands), AcceptanceResult::excellent_candidate);
}

TEST(an_item_that_does_not_apply, leaves_the_denominator) {
    Readiness readiness;
    std::vector<ReviewFacts> reviews;
    for (const auto& item : shipped_sheet().items)
        reviews.push_back({item.id, item.points, false, "", "", {}, {}, {}, {}});
    EXPECT_EQ(tally(readiness, reviews).total, 100);
    reviews.front().points = 0;
    EXPECT_LT(tally(readiness, reviews).total, 100);
    reviews.front().not_applicable = true;
    EXPECT_EQ(tally(readiness, reviews).total, 100);
}

TEST(a_tally, takes_the_record_where_no_reviewer_spoke_and_names_what_nobody_judged) {
    Readiness readiness;
    readiness.findings.push_back(finding_of(*find_item("A1"), Measured{0.5, "", "", "", ""}));
    const auto sum = tally(readiness, {});
    ASSERT_EQ(sum.scores.size(), 1U);
    EXPECT_EQ(sum.scores.front().points, 1.5);
    EXPECT_EQ(sum.unreviewed.size(), shipped_sheet().items.size() - 1);
    const auto changed = tally(readiness, {{"A1", 0.5, false, "测试", "", {}, {}, {}, {}}});
    EXPECT_EQ(changed.scores.front().points, 0.5) << "the reviewer's word counts";
}

TEST(the_quota, is_never_rounded_up) {
    EXPECT_EQ(excellent_quota(4, 30), 1);
    EXPECT_EQ(excellent_quota(3, 30), 0);
    EXPECT_EQ(excellent_quota(10, 30), 3);
    EXPECT_EQ(excellent_quota(1170, 30), 351);
}

std::vector<Contender> any_cohort() {
    std::vector<Contender> cohort;
    const auto size = *rc::gen::inRange(0, 60);
    for (int i = 0; i < size; ++i) {
        const auto total = *rc::gen::inRange(70, 101);
        cohort.push_back(
            {AreaCode{"35058" + std::to_string(1'000'000 + i)},
             static_cast<double>(total),
             static_cast<double>(*rc::gen::inRange(0, 3)),
             static_cast<double>(*rc::gen::inRange(0, 2)),
             total >= 90}
        );
    }
    return cohort;
}

TEST(the_excellent, are_never_more_than_three_in_ten_only_candidates_and_never_worse_than_one_left_out) {
    EXPECT_TRUE(rc::check([] {
        const auto cohort = any_cohort();
        const auto chosen = excellent_of(cohort, 30);
        RC_ASSERT(static_cast<double>(chosen.size()) <= 0.3 * static_cast<double>(cohort.size()));
        const std::set<AreaCode> in(chosen.begin(), chosen.end());
        RC_ASSERT(in.size() == chosen.size());
        for (const auto& each : cohort) {
            if (!in.contains(each.station)) continue;
            RC_ASSERT(each.candidate);
            for (const auto& other : cohort)
                RC_ASSERT(in.contains(other.station) || !other.candidate || other.total <= each.total);
        }
    }));
}

TEST(the_excellent, do_not_depend_on_the_order_of_arrival) {
    EXPECT_TRUE(rc::check([] {
        auto cohort = any_cohort();
        const auto first = excellent_of(cohort, 30);
        std::ranges::reverse(cohort);
        RC_ASSERT(excellent_of(cohort, 30) == first);
    }));
}

}  // namespace
}  // namespace anlan::programme
