#include "duty/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace anlan::duty {

using std::chrono::days;
using std::chrono::year_month_day;

namespace {

/// Digits of a fixed width; -1 if they are none.
int digits(std::string_view text) {
    int value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size() || text.front() == '-') return -1;
    return value;
}

year_month_day parts(std::string_view text) {
    return year_month_day{
        std::chrono::year{digits(text.substr(0, 4))},
        std::chrono::month{static_cast<unsigned>(digits(text.substr(5, 2)))},
        std::chrono::day{static_cast<unsigned>(digits(text.substr(8, 2)))}};
}

constexpr std::array<const char*, 7> kWeekdayZh{"周日", "周一", "周二", "周三", "周四", "周五", "周六"};
constexpr std::array<const char*, 7> kWeekdayEn{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<const char*, 12> kMonthEn{
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

}  // namespace

Result<Day> parse_day(std::string_view text, const std::string& field) {
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        const auto read = parts(text);
        if (read.ok() && static_cast<int>(read.year()) >= 2000) return Day{read};
    }
    return refuse(
        "day_invalid",
        field,
        fmt::format("没有“{}”这一天，请按 2026-12-01 的样子填写", text),
        fmt::format("there is no day \"{}\"; write it like 2026-12-01", text)
    );
}

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

std::string to_text(Day day) {
    const year_month_day parts{day};
    return fmt::format(
        "{:04}-{:02}-{:02}",
        static_cast<int>(parts.year()),
        static_cast<unsigned>(parts.month()),
        static_cast<unsigned>(parts.day())
    );
}

std::string month_of(Day day) {
    return to_text(day).substr(0, 7);
}

std::string month_before(Day day) {
    const year_month_day parts{day};
    return month_of(Day{parts.year() / parts.month() / 1} - days{1});
}

Day day_at(Instant at) {
    return std::chrono::floor<days>(at + kBeijing);
}

Instant start_of(Day day) {
    return Instant{day} - kBeijing;
}

bool is_weekend(Day day) {
    const auto at = std::chrono::weekday{day}.c_encoding();
    return at == 0 || at == 6;
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
