#include "base/day.hpp"

#include <fmt/format.h>

#include <charconv>

namespace anlan {

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

std::string to_text(Day day) {
    const year_month_day parts{day};
    return fmt::format(
        "{:04}-{:02}-{:02}",
        static_cast<int>(parts.year()),
        static_cast<unsigned>(parts.month()),
        static_cast<unsigned>(parts.day())
    );
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

}  // namespace anlan
