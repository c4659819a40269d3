#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"

/// Days of the station's calendar, written "2026-12-01", and months, written "2026-12".
namespace anlan::duty {

using Day = std::chrono::sys_days;  ///< a day at the station, not in UTC

/// Refuses `day_invalid` for a day that never was, naming `field`.
Result<Day> parse_day(std::string_view text, const std::string& field);
/// Refuses `month_invalid`.
Result<std::vector<Day>> days_of_month(std::string_view month);

std::string to_text(Day day);
std::string month_of(Day day);      ///< "2026-12"
std::string month_before(Day day);  ///< of the month before the one of this day
Day day_at(Instant at);             ///< which day it is at the station
Instant start_of(Day day);          ///< its midnight
bool is_weekend(Day day);
std::string weekday_zh(Day day);  ///< "周二"
std::string spoken_zh(Day day);   ///< "12月1日（周二）"
std::string spoken_en(Day day);   ///< "1 Dec (Tue)"

}  // namespace anlan::duty
