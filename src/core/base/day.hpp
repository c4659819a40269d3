#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"

/// Days at the station, written "2026-12-01": what laws, rotas and papers count in.
namespace anlan {

using Day = std::chrono::sys_days;  ///< a day at the station, not in UTC

/// Refuses `day_invalid` for a day that never was, naming `field`.
Result<Day> parse_day(std::string_view text, const std::string& field);
std::string to_text(Day day);
Day day_at(Instant at);     ///< which day it is at the station
Instant start_of(Day day);  ///< its midnight
bool is_weekend(Day day);

}  // namespace anlan
