#include "warehouse/town_for_tests.hpp"

namespace anlan::warehouse {
namespace {

struct a_count : StoreTown, testing::Test {
    CountId begun() { return {trial.when(BeginCount{store}, keeper).value().subject}; }
    Result<journal::Outcome> counted(
        const CountId& count,
        const BatchId& batch,
        std::int64_t what,
        std::int64_t ago = 0,
        const char* who = "p-keeper"
    ) {
        return trial.when(CountBatch{count, batch, what, ago, false}, who);
    }
};

TEST_F(a_count, needs_a_store_with_something_in_it_and_is_begun_once) {
    EXPECT_EQ(trial.when(BeginCount{"nowhere"}, keeper).error().code, "store_unknown");
    EXPECT_EQ(trial.when(BeginCount{store}, keeper).error().code, "store_empty");
    take_in("手电", 10);
    EXPECT_EQ(begun(), begun());
}

TEST_F(a_count, is_not_handed_in_with_batches_left_out_or_differences_unexplained) {
    const auto torches = take_in("手电", 10), boots = take_in("雨鞋", 20);
    const auto count = begun();
    EXPECT_EQ(counted(count, torches, -1).error().code, "quantity_invalid");
    EXPECT_EQ(counted({"none"}, torches, 1).error().code, "count_unknown");
    ASSERT_TRUE(counted(count, torches, 8));
    EXPECT_EQ(trial.when(EndCount{count, {}}, keeper).error().code, "batches_uncounted");
    ASSERT_TRUE(counted(count, boots, 20));
    EXPECT_EQ(trial.when(EndCount{count, {}}, keeper).error().code, "difference_unexplained");
    EXPECT_EQ(trial.when(ApproveCount{count}, second).error().code, "count_open");
    ASSERT_TRUE(trial.when(EndCount{count, {{torches, "演练用掉"}}}, keeper));
    EXPECT_EQ(trial.when(BeginCount{store}, keeper).error().code, "count_waits")
        << "a new one would hide what is missing";
    EXPECT_EQ(counted(count, torches, 9).error().code, "count_ended");
    EXPECT_EQ(usable(torches), 10) << "nothing changes before the second person agrees";
    EXPECT_EQ(trial.when(ApproveCount{count}, keeper).error().code, "second_person_wanted");
    ASSERT_TRUE(trial.when(ApproveCount{count}, second));
    EXPECT_EQ(usable(torches), 8);
    EXPECT_EQ(trial.when(ApproveCount{count}, second).error().code, "already_approved");
    EXPECT_NE(begun(), count) << "then the next may begin";
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_count, does_not_take_an_issue_meanwhile_for_a_difference) {
    const auto bags = take_in("编织袋", 500);
    trial.advance(std::chrono::minutes{1});
    const auto count = begun();
    trial.advance(std::chrono::minutes{10});
    ASSERT_TRUE(issue({{bags, "", 120}}));
    trial.advance(std::chrono::minutes{20});
    // The phone had no signal: 500 were there 25 minutes ago, before the slip.
    ASSERT_TRUE(counted(count, bags, 500, 25 * 60));
    ASSERT_TRUE(trial.when(EndCount{count, {}}, keeper));
    ASSERT_TRUE(trial.when(ApproveCount{count}, second));
    EXPECT_EQ(usable(bags), 380);
}

TEST_F(a_count, mistrusts_a_phone_whose_clock_is_wrong) {
    const auto bags = take_in("编织袋", 500);
    const auto count = begun();
    ASSERT_TRUE(counted(count, bags, 500, -3'600));
    EXPECT_TRUE(count_lines(trial.rows(), count.text)[0].clock_odd);
    EXPECT_EQ(*count_lines(trial.rows(), count.text)[0].seen_at, trial.now());
}

TEST_F(a_count, shows_two_phones_that_differ_to_each_other) {
    const auto bags = take_in("编织袋", 500);
    const auto count = begun();
    ASSERT_TRUE(counted(count, bags, 500));
    ASSERT_TRUE(counted(count, bags, 500, 0, "p-second"));
    EXPECT_TRUE(trial.written().empty()) << "the same number again is nothing new";
    EXPECT_EQ(counted(count, bags, 490, 0, "p-second").error().code, "already_counted_otherwise");
    ASSERT_TRUE(trial.when(CountBatch{count, bags, 490, 0, true}, "p-second"));
    ASSERT_TRUE(counted(count, bags, 490, 0, "p-second"));
    EXPECT_EQ(count_lines(trial.rows(), count.text)[0].counted, 490);
}

TEST_F(a_count, is_not_approved_when_what_was_missing_has_been_issued_since) {
    const auto pumps = take_in("排水泵", 3);
    const auto count = begun();
    ASSERT_TRUE(counted(count, pumps, 1));
    ASSERT_TRUE(trial.when(EndCount{count, {{pumps, "两台去向不明"}}}, keeper));
    ASSERT_TRUE(issue({{pumps, "", 2}}));
    EXPECT_EQ(trial.when(ApproveCount{count}, second).error().code, "not_enough");
    EXPECT_EQ(usable(pumps), 1);
}

}  // namespace
}  // namespace anlan::warehouse
