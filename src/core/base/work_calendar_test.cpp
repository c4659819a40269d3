#include "base/work_calendar.hpp"

#include <gtest/gtest.h>

namespace anlan {
namespace {

Day day(const char* text) {
    return parse_day(text, "").value();
}

TEST(a_year_not_entered, keeps_free_the_days_the_law_names) {
    const WorkCalendar calendar({day("2026-10-01")}, {});
    EXPECT_FALSE(calendar.works(day("2027-10-01")));
    EXPECT_FALSE(calendar.works(day("2027-01-01")));
    EXPECT_TRUE(calendar.works(day("2026-10-02"))) << "entered: what was not named works";
    EXPECT_EQ(to_text(calendar.after_working_days(day("2027-09-30"), 1)), "2027-10-04");
    EXPECT_EQ(lawful_holiday(day("2027-05-02")), "劳动节");
    EXPECT_EQ(lawful_holiday(day("2027-05-03")), "");
}

TEST(a_weekend, works_only_where_it_was_moved) {
    const WorkCalendar calendar({day("2026-10-01")}, {day("2026-10-10")});
    EXPECT_TRUE(calendar.works(day("2026-10-10")));
    EXPECT_FALSE(calendar.works(day("2026-10-11")));
    EXPECT_EQ(to_text(calendar.on_or_after(day("2026-10-11"))), "2026-10-12");
    EXPECT_EQ(calendar.working_days_between(day("2026-10-09"), day("2026-10-12")), 2);
}

}  // namespace
}  // namespace anlan
