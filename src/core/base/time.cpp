#include "base/time.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>

namespace anlan {

namespace {

using namespace std::chrono;

Refusal not_a_time(std::string_view text) {
    return refuse(
        "time_invalid",
        "",
        fmt::format("“{}”不是有效的日期时间，请写成 2023-07-28T08:37:00+08:00", text),
        fmt::format("\"{}\" is not a date and time; write it as 2023-07-28T08:37:00+08:00", text)
    );
}

/// Takes exactly `digits` digits from the front.
std::optional<int> take(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take_one(std::string_view& text, std::string_view any_of) {
    if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

milliseconds take_fraction(std::string_view& text) {
    if (!take_one(text, ".")) return milliseconds{0};
    int value = 0;
    int digits = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        if (digits < 3) value = value * 10 + (text.front() - '0');
        ++digits;
        text.remove_prefix(1);
    }
    for (; digits < 3; ++digits) value *= 10;
    return milliseconds{value};
}

/// "Z", "+08:00", "-0300" or nothing. Empty when it is none of these.
std::optional<minutes> take_zone(std::string_view text, minutes zone_if_none) {
    if (text.empty()) return zone_if_none;
    if (text == "Z" || text == "z") return minutes{0};
    const bool west = text.front() == '-';
    if (!take_one(text, "+-")) return std::nullopt;
    const auto hour = take(text, 2);
    take_one(text, ":");
    const auto minute = take(text, 2);
    if (!hour || !minute || !text.empty() || *hour > 14 || *minute > 59) return std::nullopt;
    const minutes zone{*hour * 60 + *minute};
    return west ? -zone : zone;
}

}  // namespace

std::string to_rfc3339(Instant at) {
    const auto day = floor<days>(at);
    const year_month_day date{day};
    const hh_mm_ss clock{at - day};
    return fmt::format(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z",
        int(date.year()),
        unsigned(date.month()),
        unsigned(date.day()),
        clock.hours().count(),
        clock.minutes().count(),
        clock.seconds().count(),
        clock.subseconds().count()
    );
}

std::string to_local(Instant at, minutes zone) {
    const auto local = to_rfc3339(at + zone);
    const auto size = zone < minutes{0} ? -zone : zone;
    return fmt::format(
        "{}{}{:02}:{:02}", local.substr(0, 19), zone < minutes{0} ? '-' : '+', size.count() / 60, size.count() % 60
    );
}

Result<Instant> parse_time(std::string_view text, minutes zone_if_none) {
    auto rest = text;
    const auto y = take(rest, 4);
    const bool dash1 = take_one(rest, "-");
    const auto mo = take(rest, 2);
    const bool dash2 = take_one(rest, "-");
    const auto d = take(rest, 2);
    if (!y || !mo || !d || !dash1 || !dash2) return not_a_time(text);
    const year_month_day date{year{*y}, month(static_cast<unsigned>(*mo)), day(static_cast<unsigned>(*d))};
    if (!date.ok() || !take_one(rest, "Tt ")) return not_a_time(text);
    const auto h = take(rest, 2);
    const bool colon = take_one(rest, ":");
    const auto mi = take(rest, 2);
    if (!h || !mi || !colon || *h > 23 || *mi > 59) return not_a_time(text);
    seconds second{0};
    milliseconds fraction{0};
    if (take_one(rest, ":")) {
        const auto s = take(rest, 2);
        if (!s || *s > 59) return not_a_time(text);
        second = seconds{*s};
        fraction = take_fraction(rest);
    }
    const auto zone = take_zone(rest, zone_if_none);
    if (!zone) return not_a_time(text);
    return Instant{sys_days{date} + hours{*h} + minutes{*mi} + second + fraction - *zone};
}

Instant SystemClock::now() const {
    return time_point_cast<milliseconds>(system_clock::now());
}

}  // namespace anlan
