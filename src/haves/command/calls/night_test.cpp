#include <gtest/gtest.h>

#include "calls/answers.hpp"
#include "calls/test_village.inc"
#include "journal/vault.hpp"
#include "policy/events.hpp"

namespace anlan::calls {
namespace {

using std::chrono::minutes;

/// A village at a time of day, and what it calls.
struct AtNight : ::testing::Test, test::Village {
    void clock_at(const std::string& time) { trial.set_clock(parse_time("2023-07-28T" + time + "+08:00").value()); }
    CallRow called(const std::string& colour) {
        auto wish = to_head();
        wish.colour = colour;
        wish.origin = colour + std::to_string(++calls);
        return row({trial.when(wish).value().subject});
    }
    std::vector<std::int64_t> limits(const std::string& colour) {
        std::vector<std::int64_t> all;
        for (const auto& rung : called(colour).ladder) all.push_back(rung.limit_seconds / 60);
        return all;
    }
    void set(const std::string& key, int value, const std::string& unit) {
        trial.given("policy", policy::PolicyChanged{key, value, unit, test::kTown, "测试", "", "P", "2023-01-01"});
    }

    int calls = 0;
};

using calling_by_voice = AtNight;
using limits_of_a_ladder = AtNight;

TEST_F(calling_by_voice, begins_at_eleven_and_ends_at_six) {
    clock_at("22:59:59");
    EXPECT_FALSE(called("red").voice);
    clock_at("23:00:00");
    EXPECT_TRUE(called("red").voice);
    clock_at("05:59:59");
    EXPECT_TRUE(called("red").voice);
    clock_at("06:00:00");
    EXPECT_FALSE(called("red").voice);
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(calling_by_voice, is_for_yellow_and_up) {
    clock_at("23:30:00");
    for (const auto* loud : {"red", "orange", "yellow"}) EXPECT_TRUE(called(loud).voice) << loud;
    for (const auto* quiet : {"blue", "none", ""}) EXPECT_FALSE(called(quiet).voice) << quiet;
}

TEST_F(calling_by_voice, begins_with_the_rung_that_rings_after_eleven) {
    clock_at("22:57:00");
    const auto call = called("red");
    EXPECT_FALSE(call.voice);
    trial.advance(minutes{6});
    EXPECT_EQ(row({call.id}).stage, 1);
    EXPECT_TRUE(row({call.id}).voice);
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(calling_by_voice, follows_the_hours_of_the_policy) {
    set("callout.night.start", 1, "hour");
    clock_at("23:30:00");
    EXPECT_FALSE(called("red").voice);
    clock_at("01:00:00");
    EXPECT_TRUE(called("red").voice);
    clock_at("06:00:00");
    EXPECT_FALSE(called("red").voice);
}

TEST_F(limits_of_a_ladder, come_from_the_policy_by_colour) {
    // The person, again, the deputy, the leader, the door.
    EXPECT_EQ(limits("red"), (std::vector<std::int64_t>{5, 5, 5, 5, 30}));
    EXPECT_EQ(limits("orange"), (std::vector<std::int64_t>{5, 5, 5, 5, 30}));
    EXPECT_EQ(limits("yellow"), (std::vector<std::int64_t>{15, 5, 5, 10, 10, 30}));
    EXPECT_EQ(limits("blue"), (std::vector<std::int64_t>{30, 5, 5, 10, 10, 30}));
    EXPECT_EQ(limits(""), (std::vector<std::int64_t>{15, 10, 10, 10, 30}));
}

TEST_F(limits_of_a_ladder, follow_an_edit_of_that_colour_alone) {
    set("callout.repeats.red", 3, "times");
    set("callout.escalate.red", 11, "min");
    EXPECT_EQ(limits("red"), (std::vector<std::int64_t>{5, 2, 2, 2, 5, 5, 30}));
    EXPECT_EQ(limits("orange").size(), 5U);
    set("callout.repeats.red", 0, "times");
    EXPECT_EQ(limits("red"), (std::vector<std::int64_t>{5, 5, 5, 30}));
}

using words_at_a_door = AtNight;

TEST_F(words_at_a_door, are_kept_where_they_can_be_destroyed) {
    const auto call = place({{"h1"}, {"h2"}});
    for (int i = 0; i < 20 && row(call).state == CallState::ringing; ++i) trial.advance(minutes{5});
    ASSERT_TRUE(trial.when(RecordKnock{call, {"h1"}, KnockOutcome::refused, "老人卧床"}, helper.text));
    EXPECT_EQ(trial.written().front().body.find("卧床"), std::string::npos);
    EXPECT_EQ(journal::vault::reveal(trial.rows(), knock_ref(call.text), "h1"), "老人卧床");
    EXPECT_EQ(CallPages(trial.rows(), trial.now()).answer(row(call)).door_knocks.front().note, "老人卧床")
        << "whoever may see the call sees the words";
    journal::vault::forget(trial.rows(), knock_ref(call.text));
    EXPECT_EQ(CallPages(trial.rows(), trial.now()).answer(row(call)).door_knocks.front().note, "已按规定销毁");
    EXPECT_TRUE(trial.prove().ok);
}

}  // namespace
}  // namespace anlan::calls
