#pragma once

#include <set>
#include <string>

#include "base/day.hpp"

/// Working days (工作日) and holidays: what rotas are fair by and what the clocks of the law count.
namespace anlan {

/// The name of a day the law itself keeps free (全国年节及纪念日放假办法), empty for any other. Festivals of the lunar
/// calendar are not among them: they move, and are entered each year.
std::string lawful_holiday(Day day);

/// Weekends are off and other days work, but for the days the State Council has moved: holidays, and the weekend days
/// worked for them (调休). Of a year that was not entered, the days the law names are off.
class WorkCalendar {
  public:
    WorkCalendar(std::set<Day> off, std::set<Day> work) : off_(std::move(off)), work_(std::move(work)) {}

    bool works(Day day) const;
    /// The last day of a span of so many working days; the day it begins on is not counted.
    Day after_working_days(Day from, int count) const;
    /// How many working days lie after `from`, up to and with `until`.
    int working_days_between(Day from, Day until) const;
    /// That day, or the first working day after it: what a party may still do when its last day is a holiday.
    Day on_or_after(Day day) const;
    bool knows(std::chrono::year year) const;  ///< whether the year's holidays have been entered

  private:
    std::set<Day> off_, work_;
};

}  // namespace anlan
