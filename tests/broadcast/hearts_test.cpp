#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "app/announcing_hearts.hpp"
#include "app/announcing_rounds.hpp"
#include "app/horn_numbers.hpp"

namespace anlan::app {
namespace {

namespace fs = std::filesystem;
using broadcast::Hearing;
using namespace std::chrono_literals;

constexpr Instant kStart{1'800'000'000s};
constexpr Milliseconds kLimit = 3min;

std::vector<broadcast::TerminalFacts> terminal(Hearing hearing) {
    broadcast::TerminalFacts made;
    made.id = {"t1"};
    made.hearing = hearing;
    return {made};
}

TEST(a_loudspeaker, that_beats_is_told_once_to_be_heard) {
    Hearts hearts;
    hearts.beat("t1", kStart + 1min);
    EXPECT_EQ(hearts.compare(terminal(Hearing::unheard), kStart + 2min, kStart, kLimit).heard.terminals.size(), 1U);
    EXPECT_EQ(hearts.compare(terminal(Hearing::silent), kStart + 2min, kStart, kLimit).heard.terminals.size(), 1U);
    const auto nothing = hearts.compare(terminal(Hearing::heard), kStart + 2min, kStart, kLimit);
    EXPECT_TRUE(nothing.heard.terminals.empty());
    EXPECT_TRUE(nothing.missed.terminals.empty());
}

TEST(a_loudspeaker, that_has_stopped_beating_is_missed_with_the_time_it_was_last_heard) {
    Hearts hearts;
    hearts.beat("t1", kStart + 1min);
    EXPECT_TRUE(hearts.compare(terminal(Hearing::heard), kStart + 4min, kStart, kLimit).missed.terminals.empty());
    const auto news = hearts.compare(terminal(Hearing::heard), kStart + 5min, kStart, kLimit);
    ASSERT_EQ(news.missed.terminals.size(), 1U);
    EXPECT_EQ(news.missed.terminals[0].last_heard_at, kStart + 1min);
    EXPECT_TRUE(hearts.compare(terminal(Hearing::silent), kStart + 5min, kStart, kLimit).missed.terminals.empty());
}

TEST(a_station_that_was_off, does_not_miss_at_once_whom_it_could_not_hear) {
    const Hearts hearts;
    EXPECT_TRUE(hearts.compare(terminal(Hearing::heard), kStart + 2min, kStart, kLimit).missed.terminals.empty());
    const auto news = hearts.compare(terminal(Hearing::heard), kStart + 4min, kStart, kLimit);
    ASSERT_EQ(news.missed.terminals.size(), 1U);
    EXPECT_FALSE(news.missed.terminals[0].last_heard_at);
}

struct a_small_file : ::testing::Test {
    void TearDown() override { fs::remove(file); }
    fs::path file = fs::temp_directory_path() / ("anlan-small-" + std::to_string(getpid()));
};

TEST_F(a_small_file, keeps_numbers_growing_over_restarts) {
    std::int64_t last = 0;
    for (int start = 0; start < 3; ++start) {
        HornNumbers numbers(file);
        for (int i = 0; i < 5; ++i) {
            const auto next = numbers.next();
            EXPECT_GT(next, last);
            last = next;
        }
    }
}

TEST_F(a_small_file, keeps_the_rounds_done_over_restarts_and_is_none_the_worse_for_being_broken) {
    RoundsDone(file).note("b1", 2);
    RoundsDone again(file);
    EXPECT_EQ(again.of("b1"), 2U);
    EXPECT_EQ(again.of("b2"), 0U);
    again.forget("b1");
    EXPECT_EQ(RoundsDone(file).of("b1"), 0U);
    std::ofstream(file) << "{";
    EXPECT_EQ(RoundsDone(file).of("b1"), 0U);
}

}  // namespace
}  // namespace anlan::app
