#include "programme/acceptance_for_tests.hpp"

#include <cstdlib>

namespace anlan::programme {
namespace {

TEST_F(an_acceptance, is_not_applied_for_by_a_county_or_a_station_that_fails_its_own_check) {
    EXPECT_EQ(code_of(county.when(ApplyForAcceptance{{}})), "not_a_station");
    EXPECT_EQ(code_of(town.when(ApplyForAcceptance{{}})), "score_missing");
    ApplyForAcceptance all;
    for (const auto& item : shipped_sheet().items) all.self.push_back({item.id, item.points, ""});
    EXPECT_EQ(code_of(town.when(all)), "gate_closed") << "it has no satellite telephone";
    all.self.front().points = 99;
    for (auto& score : all.self) score.points = 99;
    EXPECT_EQ(code_of(town.when(all)), "points_invalid");
}

TEST_F(an_acceptance, refuses_points_beyond_the_item_and_a_change_without_a_reason) {
    const auto id = applied();
    const auto review = [&](const char* item, double points, const char* opinion) {
        return code_of(county.when(ReviewItem{id, item, points, {}, opinion, {}, {}, {}}));
    };
    EXPECT_EQ(review("A1", 2.5, ""), "points_invalid");
    EXPECT_EQ(review("A1", -1, ""), "points_invalid");
    EXPECT_EQ(review("Z9", 1, ""), "item_unknown");
    EXPECT_EQ(review("A1", 1.5, ""), "opinion_empty");
    EXPECT_EQ(review("A1", 1.5, "铭牌未挂"), "");
    EXPECT_EQ(review("D1", 1, ""), "") << "where no record speaks, no reason is owed";
    EXPECT_EQ(code_of(county.when(ReviewItem{id, "C6", {}, true, {}, {}, {}, {}})), "opinion_empty");
    EXPECT_EQ(code_of(town.when(ReviewItem{id, "A1", 2, {}, {}, {}, {}, {}})), "not_at_this_level");
}

TEST_F(an_acceptance, is_concluded_only_when_every_item_is_judged_and_every_order_done) {
    const auto id = applied();
    EXPECT_EQ(code_of(county.when(ConcludeAcceptance{id, "测试"})), "items_unreviewed");
    review_the_rest(id);
    ASSERT_TRUE(county.when(OrderRectification{id, "B1", "补一张床", "2023-08-10"}));
    EXPECT_EQ(code_of(county.when(ConcludeAcceptance{id, "测试"})), "rectifications_open");
    town.hear(county);
    EXPECT_EQ(code_of(county.when(AcceptRectification{id, "B1"})), "rectification_unknown") << "nothing reported yet";
    ASSERT_TRUE(town.when(ReportRectification{id, "B1", "已补齐", ""}));
    county.hear(town);
    ASSERT_TRUE(county.when(AcceptRectification{id, "B1"}));
    EXPECT_EQ(code_of(county.when(ConcludeAcceptance{id, ""})), "opinion_empty");
    EXPECT_EQ(code_of(county.when(ConcludeAcceptance{id, "同意通过验收"})), "");
    EXPECT_EQ(code_of(county.when(ConcludeAcceptance{id, "再来一次"})), "already_concluded");
}

TEST_F(an_acceptance, travels_from_the_town_over_the_county_to_the_prefectures_file) {
    const auto id = applied();
    review_the_rest(id);
    ASSERT_TRUE(county.when(ConcludeAcceptance{id, "同意通过验收"}));
    town.hear(county);
    prefecture.hear(county);
    EXPECT_EQ(state(town, id), AcceptanceState::concluded);
    EXPECT_EQ(acceptances_seen(prefecture.rows()).front().result, AcceptanceResult::excellent_candidate);
    const auto filing = [&](const char* number) { return code_of(prefecture.when(FileAcceptance{id, number})); };
    EXPECT_EQ(filing("泉应急备〔2023〕1号"), "not_submitted");
    ASSERT_TRUE(county.when(SubmitAcceptance{id, std::string(64, 'a'), 9}));
    prefecture.hear(county);
    EXPECT_EQ(filing(""), "number_empty");
    ASSERT_TRUE(prefecture.when(FileAcceptance{id, "泉应急备〔2023〕1号"}));
    EXPECT_EQ(filing("另一号"), "already_filed");
    county.hear(prefecture);
    EXPECT_EQ(state(county, id), AcceptanceState::filed);
    EXPECT_TRUE(town.prove().ok);
    EXPECT_TRUE(county.prove().ok);
    EXPECT_TRUE(prefecture.prove().ok);
}

TEST_F(an_acceptance, with_a_knock_out_ends_in_rectification_whatever_the_points) {
    const auto id = applied({"V3"});
    review_the_rest(id);
    ASSERT_TRUE(county.when(ConcludeAcceptance{id, "缺应急广播"}));
    EXPECT_EQ(find_acceptance(county.rows(), id)->conclusion->result, AcceptanceResult::rectify);
}

TEST_F(an_acceptance, of_one_station_alone_gives_nobody_the_excellent_quota) {
    const auto id = applied();
    review_the_rest(id);
    ASSERT_TRUE(county.when(ConcludeAcceptance{id, "同意"}));
    const auto seen = acceptances_seen(county.rows());
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen.front().total, 100);
    EXPECT_FALSE(seen.front().excellent) << "30 % of one, rounded down";
}

TEST_F(an_acceptance, cannot_be_written_into_by_another_town) {
    const auto id = applied();
    trial::Trial other{rooms_of_a_station(), AreaCode{"350581102000"}, "蚶江镇"};
    ASSERT_TRUE(county.when(OrderRectification{id, "B1", "补一张床", "2023-08-10"}));
    other.given(id.text, RectificationReported{"B1", "假的", ""});
    other.given("a2", AcceptanceApplied{kTown, "站长", {}, {}});
    county.hear(other);
    EXPECT_FALSE(fixes_of(county.rows(), id).front().reported_at);
    EXPECT_FALSE(find_acceptance(county.rows(), {"a2"})) << "an application from the wrong town";
}

TEST_F(an_acceptance, tells_the_second_of_two_reviewers_what_the_first_gave) {
    const auto id = applied();
    const auto review = [&](const char* who, double points, std::optional<Instant> seen) {
        return code_of(county.when(ReviewItem{id, "A1", points, {}, "铭牌未挂", {}, {}, {}, seen}, who));
    };
    EXPECT_EQ(review("p-one", 1.5, {}), "");
    EXPECT_EQ(review("p-two", 1, {}), "already_reviewed") << "it has not seen the first";
    EXPECT_EQ(reviews_of(county.rows(), id).front().points, 1.5);
    const auto seen = reviews_of(county.rows(), id).front().at;
    county.advance(std::chrono::minutes{1});
    EXPECT_EQ(review("p-two", 1, seen), "");
    EXPECT_EQ(review("p-one", 2, seen), "already_reviewed") << "meanwhile the second has changed it";
    county.advance(std::chrono::minutes{1});
    EXPECT_EQ(review("p-two", 1.2, {}), "") << "one's own word may be replaced";
    EXPECT_EQ(reviews_of(county.rows(), id).front().points, 1.2);
}

TEST_F(an_acceptance, with_a_score_changed_outside_the_sheet_does_not_prove) {
    if (std::getenv("ANLAN_TEST_POSTGRESQL") != nullptr) GTEST_SKIP() << "views are compared on SQLite (trial.hpp)";
    const auto id = applied();
    review_the_rest(id);
    ASSERT_TRUE(county.prove().ok);
    county.rows().run("UPDATE acceptance_review SET points = 0 WHERE acceptance = :a AND item = 'C1'", id);
    EXPECT_FALSE(county.prove().ok);
}

}  // namespace
}  // namespace anlan::programme
