#include "plan/document.hpp"

#include <gtest/gtest.h>

namespace anlan::plan {
namespace {

Step step(const std::string& id, std::int64_t minutes, const std::string& after = {}) {
    Step made;
    made.id = id;
    made.title = id;
    made.post = "rescue";
    made.deadline.minutes = minutes;
    made.deadline.after = after;
    return made;
}

PlanLevel level_with(std::vector<Step> steps) {
    PlanLevel level;
    level.level = 2;
    level.steps = std::move(steps);
    return level;
}

Instant at(const char* text) {
    return parse_time(text).value();
}

const Moments kStarted{at("2023-07-27T08:00:00+08:00"), std::nullopt};

TEST(a_deadline, follows_the_steps_it_is_reckoned_from) {
    const auto level = level_with({step("a", 30), step("b", 60, "a"), step("c", 10, "b")});
    EXPECT_EQ(due_minutes(level, level.steps[2]), 100);
    EXPECT_EQ(due_at(level, level.steps[2], kStarted), at("2023-07-27T09:40:00+08:00"));
}

TEST(a_deadline, is_nothing_when_its_chain_is_broken_or_circular) {
    const auto broken = level_with({step("a", 30, "nothing")});
    EXPECT_FALSE(due_minutes(broken, broken.steps[0]));
    const auto circular = level_with({step("a", 30, "b"), step("b", 30, "a")});
    EXPECT_FALSE(due_minutes(circular, circular.steps[0]));
    EXPECT_FALSE(due_at(circular, circular.steps[1], kStarted));
}

TEST(a_deadline_before_landfall, waits_for_the_landfall_to_be_known) {
    auto level = level_with({step("ashore", 180)});
    level.steps[0].deadline.before_landfall_hours = 12;
    EXPECT_EQ(due_at(level, level.steps[0], kStarted), at("2023-07-27T11:00:00+08:00"));
    Moments moments = kStarted;
    moments.landfall = at("2023-07-28T09:55:00+08:00");
    EXPECT_EQ(due_at(level, level.steps[0], moments), at("2023-07-27T21:55:00+08:00"));
}

TEST(a_deadline_before_landfall, still_leaves_people_their_minutes) {
    auto level = level_with({step("ashore", 180)});
    level.steps[0].deadline.before_landfall_hours = 12;
    Moments moments = kStarted;
    moments.landfall = at("2023-07-27T16:00:00+08:00");
    EXPECT_EQ(due_at(level, level.steps[0], moments), at("2023-07-27T11:00:00+08:00"));
}

TEST(a_deadline_by_the_clock, is_the_next_time_it_shows_that) {
    auto level = level_with({step("stop", 0)});
    level.steps[0].deadline.at = "18:00";
    EXPECT_EQ(due_at(level, level.steps[0], kStarted), at("2023-07-27T18:00:00+08:00"));
    level.steps[0].deadline.at = "07:30";
    EXPECT_EQ(due_at(level, level.steps[0], kStarted), at("2023-07-28T07:30:00+08:00"));
    level.steps[0].deadline.at = "08:00";
    EXPECT_EQ(due_at(level, level.steps[0], kStarted), at("2023-07-27T08:00:00+08:00"));
    level.steps[0].deadline.minutes = 1;
    EXPECT_EQ(due_at(level, level.steps[0], kStarted), at("2023-07-28T08:00:00+08:00"));
}

TEST(a_time_of_day, is_read_only_when_it_is_one) {
    EXPECT_EQ(clock_minutes("00:00"), 0);
    EXPECT_EQ(clock_minutes("23:59"), 1439);
    for (const auto* wrong : {"", "24:00", "12:60", "8:00", "08:0", "ab:cd", "08-00", "08:000"})
        EXPECT_FALSE(clock_minutes(wrong)) << wrong;
}

TEST(a_place_in_a_plan, is_said_as_people_say_it) {
    auto level = level_with({step("a", 1), step("b", 1)});
    level.steps[1].title = "人员转移";
    EXPECT_EQ(step_place(level, 1), "Ⅱ级 · 步骤 2 人员转移");
    EXPECT_EQ(roman(0), "");
    EXPECT_EQ(roman(5), "");
}

}  // namespace
}  // namespace anlan::plan
