#include "programme/week.hpp"

#include <fmt/format.h>

namespace anlan::programme {

namespace {

using std::chrono::days;

Day monday_of(Day day) {
    const std::chrono::weekday weekday{day};
    return day - days{weekday.iso_encoding() - 1};
}

/// Of the week that holds 4 January.
Day first_monday(int year) {
    return monday_of(std::chrono::year{year} / std::chrono::January / 4);
}

bool is_number(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

Week week_of(Day day) {
    const auto monday = monday_of(day);
    const std::chrono::year_month_day thursday{monday + days{3}};
    const auto year = static_cast<int>(thursday.year());
    return {year, static_cast<int>((monday - first_monday(year)).count() / 7) + 1, monday};
}

Result<Week> week_asked(const std::string& text, Day today) {
    if (text.empty()) return week_of(today);
    const auto wrong = refuse(
        "week_invalid",
        "week",
        "周应写成 2026-W48 这样，且不晚于本周",
        "the week is written like 2026-W48 and is not one to come"
    );
    if (text.size() != 8 || text.substr(4, 2) != "-W" || !is_number(text.substr(0, 4)) || !is_number(text.substr(6)))
        return wrong;
    const auto year = std::stoi(text.substr(0, 4)), number = std::stoi(text.substr(6));
    const auto found = week_of(first_monday(year) + days{7 * (number - 1)});
    if (number < 1 || found.year != year || found.number != number || found.monday > today) return wrong;
    return found;
}

}  // namespace anlan::programme
