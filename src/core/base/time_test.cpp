#include "base/time.hpp"

#include <gtest/gtest.h>

#include "base/area.hpp"

namespace anlan {
namespace {

TEST(reading_a_time, refuses_a_date_that_never_was) {
    EXPECT_FALSE(parse_time("2023-02-30T00:00:00Z"));
    EXPECT_FALSE(parse_time("2023-07-28"));
    EXPECT_FALSE(parse_time("2023-07-28T25:00:00Z"));
    EXPECT_FALSE(parse_time("2023-07-28T08:00:00+25:00"));
    EXPECT_FALSE(parse_time("yesterday"));
}

TEST(reading_a_time, takes_any_zone) {
    const auto utc = parse_time("2023-07-28T00:37:00Z").value();
    EXPECT_EQ(parse_time("2023-07-28T08:37:00+08:00").value(), utc);
    EXPECT_EQ(parse_time("2023-07-28 08:37:00+08:00").value(), utc);
    EXPECT_EQ(parse_time("2023-07-27T19:37:00-05:00").value(), utc);
    EXPECT_EQ(parse_time("2023-07-28T08:37").value(), utc) << "no zone counts as Beijing";
}

TEST(writing_a_time, keeps_milliseconds_in_utc_and_says_the_local_zone) {
    const auto at = parse_time("2023-07-28T08:37:00.120+08:00").value();
    EXPECT_EQ(to_rfc3339(at), "2023-07-28T00:37:00.120Z");
    EXPECT_EQ(to_local(at), "2023-07-28T08:37:00+08:00");
}

TEST(an_area_code, knows_its_level_and_parent) {
    const AreaCode town{"350581106000"};
    EXPECT_EQ(town.level(), Level::town);
    EXPECT_EQ(town.parent().text, "350581000000");
    EXPECT_EQ(town.parent().parent().parent().level(), Level::province);
    EXPECT_TRUE(town.parent().contains(town));
    EXPECT_FALSE(town.contains(town.parent()));
    EXPECT_TRUE(town.overlaps(town.parent()));
    EXPECT_FALSE(town.overlaps(AreaCode{"350581103000"}));
}

TEST(an_area_code, refuses_other_lengths) {
    EXPECT_FALSE(parse_area("35058"));
    EXPECT_FALSE(parse_area("35058110600x"));
    EXPECT_EQ(parse_area("350581").value().text, "350581000000");
}

}  // namespace
}  // namespace anlan
