#include "warning/feeds.hpp"

#include <gtest/gtest.h>

#include "warning/commands.hpp"
#include "warning/trial_rooms.inc"

namespace anlan::warning {
namespace {

const NoteFeed kUp{"feed.invalid/cap.atom", true, "", ""};
const NoteFeed kDown{"feed.invalid/cap.atom", false, "连不上", "no answer"};

TEST(a_feed_that_goes_on_as_it_was, leaves_no_trace) {
    trial::Trial town(test::rooms());
    ASSERT_TRUE(town.when(kUp));
    ASSERT_TRUE(town.when(kUp));
    EXPECT_TRUE(town.kinds().empty());
}

TEST(a_feed_that_stops_answering, is_told_with_its_reason_until_it_answers) {
    trial::Trial town(test::rooms());
    ASSERT_TRUE(town.when(kUp));
    ASSERT_TRUE(town.when(kDown));
    EXPECT_EQ(town.kinds(), std::vector<std::string>{"warning.feed_changed"});
    const auto down = find_feed(town.rows(), kDown.feed);
    ASSERT_TRUE(down);
    EXPECT_FALSE(down->up);
    EXPECT_EQ(down->zh, "连不上");
    ASSERT_TRUE(town.when(kUp));
    ASSERT_EQ(feeds(town.rows()).size(), 1U);
    EXPECT_TRUE(feeds(town.rows()).front().up);
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::warning
