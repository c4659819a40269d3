#include "enforcement/calendar.hpp"

#include "enforcement/town_for_tests.hpp"

namespace anlan::enforcement {
namespace {

Day day(const std::string& text) {
    return parse_day(text, "").value();
}

TEST(working_days, leave_out_weekends_and_what_the_state_council_has_moved) {
    Town town;
    const auto calendar = work_calendar(town.rows());
    EXPECT_EQ(to_text(calendar.after_working_days(day("2026-11-27"), 5)), "2026-12-04") << "a Friday, five days on";
    EXPECT_EQ(to_text(calendar.after_working_days(day("2026-09-30"), 1)), "2026-10-08") << "over the national holidays";
    EXPECT_EQ(to_text(calendar.after_working_days(day("2026-09-30"), 3)), "2026-10-10") << "a Saturday worked for them";
    EXPECT_TRUE(calendar.works(day("2026-02-14")));
    EXPECT_FALSE(calendar.works(day("2026-02-16"))) << "a Monday of the Spring Festival";
    EXPECT_EQ(to_text(calendar.on_or_after(day("2026-10-01"))), "2026-10-08");
    EXPECT_EQ(calendar.working_days_between(day("2026-11-30"), day("2026-12-07")), 5);
}

TEST(working_days, of_a_year_that_was_not_entered_are_known_to_be_a_guess) {
    Town town;
    EXPECT_TRUE(work_calendar(town.rows()).knows(std::chrono::year{2026}));
    EXPECT_FALSE(work_calendar(town.rows()).knows(std::chrono::year{2027}));
    ASSERT_TRUE(town.when(AdoptWorkCalendar{2027, {"2027-01-01"}, {"2027-01-03"}}));
    const auto calendar = work_calendar(town.rows());
    EXPECT_TRUE(calendar.knows(std::chrono::year{2027}));
    EXPECT_TRUE(calendar.works(day("2027-01-03")));
    EXPECT_FALSE(calendar.works(day("2026-10-01"))) << "the shipped year stays";
    EXPECT_TRUE(town.prove().ok);
}

TEST(working_days, as_the_station_has_entered_them_replace_what_was_shipped) {
    Town town;
    ASSERT_TRUE(town.when(AdoptWorkCalendar{2026, {"2026-10-01"}, {}}));
    EXPECT_TRUE(work_calendar(town.rows()).works(day("2026-10-02")));
    EXPECT_EQ(town.refused(AdoptWorkCalendar{2026, {"2026-02-30"}, {}}), "day_invalid");
}

}  // namespace
}  // namespace anlan::enforcement
