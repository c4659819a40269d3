#pragma once

#include "base/work_calendar.hpp"
#include "store/rows.hpp"

/// Working days (工作日): "二日、三日、五日、七日" of the law are these (行政处罚法第八十五条).
namespace anlan::enforcement {

/// What the station has entered; of a year it has not, what the program was shipped with (data/duty/holidays.json).
WorkCalendar work_calendar(store::Rows& rows);

/// A day as this room has kept it: it reads.
Day day_of(const std::string& kept);
/// The end of a day: what may be done "until that day" may be done until here.
Instant end_of(Day day);

}  // namespace anlan::enforcement
