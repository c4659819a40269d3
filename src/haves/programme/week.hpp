#pragma once

#include "base/day.hpp"

namespace anlan::programme {

/// A week from Monday to Sunday, numbered as ISO 8601 does: the first one holds the year's first Thursday.
struct Week {
    int year = 0, number = 0;
    Day monday{};
    Day sunday() const { return monday + std::chrono::days{6}; }
};

Week week_of(Day day);
/// "2026-W48"; empty: the week of `today`. Refuses `week_invalid` for anything else, a 53rd week that is none, and a
/// week to come.
Result<Week> week_asked(const std::string& text, Day today);

}  // namespace anlan::programme
