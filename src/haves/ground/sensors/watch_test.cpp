#include "sensors/watch.hpp"

#include <gtest/gtest.h>

namespace anlan::sensors {
namespace {

using std::chrono::seconds;

constexpr Instant kStart{seconds{1'690'504'620}};
const std::vector<Threshold> kRain{
    {AlarmGrade::watch, Direction::above, 30, 5, 60}, {AlarmGrade::act, Direction::above, 50, 5, 60}};

struct a_watch : ::testing::Test {
    Verdict after(std::int64_t at_seconds, double value) { return judge(watch, value, kStart + seconds{at_seconds}); }
    Watch watch = watching(kRain, std::nullopt);
};

TEST_F(a_watch, raises_nothing_for_a_value_that_does_not_last) {
    EXPECT_FALSE(after(0, 40).raised);
    EXPECT_FALSE(after(59, 40).raised);
    EXPECT_FALSE(after(60, 10).raised);
    EXPECT_FALSE(after(61, 40).raised);  // The time counts anew.
    EXPECT_FALSE(after(119, 40).raised);
    EXPECT_TRUE(after(121, 40).raised);
}

TEST_F(a_watch, raises_one_alarm_for_a_value_that_trembles_around_the_limit) {
    EXPECT_FALSE(after(0, 31).raised);
    ASSERT_TRUE(after(60, 31).raised);
    for (int at = 61; at < 200; ++at) {
        const auto verdict = after(at, at % 2 == 0 ? 31 : 26);  // Below the limit, within the hysteresis.
        EXPECT_FALSE(verdict.raised);
        EXPECT_FALSE(verdict.cleared);
    }
    EXPECT_TRUE(after(200, 24.9).cleared);
    EXPECT_FALSE(after(201, 24.9).cleared);
}

TEST_F(a_watch, goes_from_attention_to_action_and_never_back_without_an_end) {
    after(0, 35);
    EXPECT_EQ(after(60, 35).raised->grade, AlarmGrade::watch);
    after(120, 55);
    EXPECT_EQ(after(180, 55).raised->grade, AlarmGrade::act);
    EXPECT_FALSE(after(240, 35).raised);
    EXPECT_FALSE(after(300, 35).cleared);
    EXPECT_TRUE(after(360, 3).cleared);
}

TEST_F(a_watch, that_comes_back_after_a_restart_neither_raises_again_nor_ends_what_stands) {
    watch = watching(kRain, AlarmGrade::act);
    EXPECT_FALSE(after(0, 52).raised);
    EXPECT_FALSE(after(1, 52).cleared);
    EXPECT_TRUE(after(2, 10).cleared);
}

TEST_F(a_watch, of_a_fall_looks_the_other_way) {
    watch = watching({{AlarmGrade::act, Direction::below, 1, 0.2, 0}}, std::nullopt);
    EXPECT_FALSE(after(0, 1.5).raised);
    EXPECT_TRUE(after(1, 1).raised);
    EXPECT_FALSE(after(2, 1.1).cleared);
    EXPECT_TRUE(after(3, 1.3).cleared);
}

}  // namespace
}  // namespace anlan::sensors
