#include "documents/official.hpp"

#include <fmt/format.h>

#include <array>

namespace anlan::documents {

namespace {

struct Local {
    std::chrono::year_month_day day;
    std::chrono::hh_mm_ss<std::chrono::milliseconds> time;
};

Local local_of(Instant at, std::chrono::minutes zone) {
    const auto moved = at + zone;
    const auto day = std::chrono::floor<std::chrono::days>(moved);
    return {std::chrono::year_month_day{day}, std::chrono::hh_mm_ss{moved - day}};
}

int year_of(const Local& local) {
    return static_cast<int>(local.day.year());
}
unsigned month_of(const Local& local) {
    return static_cast<unsigned>(local.day.month());
}
unsigned day_of(const Local& local) {
    return static_cast<unsigned>(local.day.day());
}

}  // namespace

std::string chinese_date(Instant at, std::chrono::minutes zone) {
    const auto local = local_of(at, zone);
    return fmt::format("{}年{}月{}日", year_of(local), month_of(local), day_of(local));
}

std::string chinese_time(Instant at, std::chrono::minutes zone) {
    const auto local = local_of(at, zone);
    return fmt::format(
        "{}{}时{:02}分", chinese_date(at, zone), local.time.hours().count(), local.time.minutes().count()
    );
}

std::string short_time(Instant at, std::chrono::minutes zone) {
    const auto local = local_of(at, zone);
    return fmt::format(
        "{:04}-{:02}-{:02} {:02}:{:02}",
        year_of(local),
        month_of(local),
        day_of(local),
        local.time.hours().count(),
        local.time.minutes().count()
    );
}

std::string chinese_number(int number) {
    static constexpr std::array kDigits{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    if (number < 1 || number > 99) return std::to_string(number);
    const auto tens = static_cast<std::size_t>(number / 10), ones = static_cast<std::size_t>(number % 10);
    std::string text = tens > 1 ? kDigits[tens] : "";
    if (tens > 0) text += "十";
    return text + kDigits[ones];
}

}  // namespace anlan::documents
