#pragma once

#include <vector>

#include "base/day.hpp"

/// Months of the rota, written "2026-12", and how its days are said.
namespace anlan::duty {

/// Refuses `month_invalid`.
Result<std::vector<Day>> days_of_month(std::string_view month);

std::string month_of(Day day);      ///< "2026-12"
std::string month_before(Day day);  ///< of the month before the one of this day
std::string weekday_zh(Day day);  ///< "周二"
std::string spoken_zh(Day day);   ///< "12月1日（周二）"
std::string spoken_en(Day day);   ///< "1 Dec (Tue)"

}  // namespace anlan::duty
