#include "duty/calendar.hpp"

#include <fmt/format.h>

#include <array>

namespace anlan::duty {

using std::chrono::days;
using std::chrono::year_month_day;

namespace {

constexpr std::array<const char*, 7> kWeekdayZh{"周日", "周一", "周二", "周三", "周四", "周五", "周六"};
constexpr std::array<const char*, 7> kWeekdayEn{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<const char*, 12> kMonthEn{
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

}  // namespace

Result<std::vector<Day>> days_of_month(std::string_view month) {
    const auto first = parse_day(std::string(month) + "-01", "month");
    if (!first)
        return refuse(
            "month_invalid",
            "month",
            fmt::format("没有“{}”这个月，请按 2026-12 的样子填写", month),
            fmt::format("there is no month \"{}\"; write it like 2026-12", month)
        );
    const year_month_day begin{first.value()};
    const Day last{begin.year() / begin.month() / std::chrono::last};
    std::vector<Day> all;
    for (Day day = first.value(); day <= last; day += days{1}) all.push_back(day);
    return all;
}

std::string month_of(Day day) {
    return to_text(day).substr(0, 7);
}

std::string month_before(Day day) {
    const year_month_day parts{day};
    return month_of(Day{parts.year() / parts.month() / 1} - days{1});
}

std::string weekday_zh(Day day) {
    return kWeekdayZh[std::chrono::weekday{day}.c_encoding()];
}

std::string spoken_zh(Day day) {
    const year_month_day parts{day};
    return fmt::format(
        "{}月{}日（{}）", static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day()), weekday_zh(day)
    );
}

std::string spoken_en(Day day) {
    const year_month_day parts{day};
    return fmt::format(
        "{} {} ({})",
        static_cast<unsigned>(parts.day()),
        kMonthEn[static_cast<unsigned>(parts.month()) - 1],
        kWeekdayEn[std::chrono::weekday{day}.c_encoding()]
    );
}

}  // namespace anlan::duty
