#include "sheets/number_text.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cmath>

namespace anlan::sheets {

bool is_date_format(int id, std::string_view code) {
    if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return true;
    bool quoted = false, bracket = false, year_or_day = false;
    for (const char c : code) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '[') bracket = true;
        if (c == ']') bracket = false;
        if (!bracket && (c == 'y' || c == 'Y' || c == 'd' || c == 'D')) year_or_day = true;
    }
    return year_or_day;
}

std::string date_text(double serial, bool from_1904) {
    using namespace std::chrono;
    if (!std::isfinite(serial) || serial < 0 || serial > 3'000'000) return {};
    const auto whole = static_cast<int>(serial);
    const auto start = from_1904 ? sys_days{year{1904} / 1 / 1} : sys_days{year{1899} / 12 / (whole < 60 ? 31 : 30)};
    const year_month_day day{start + days{whole}};
    return fmt::format(
        "{:04}-{:02}-{:02}",
        static_cast<int>(day.year()),
        static_cast<unsigned>(day.month()),
        static_cast<unsigned>(day.day())
    );
}

std::string number_text(std::string_view stored) {
    double number = 0;
    const auto [end, error] = std::from_chars(stored.data(), stored.data() + stored.size(), number);
    if (error != std::errc() || end != stored.data() + stored.size()) return std::string(stored);
    if (std::nearbyint(number) == number && std::abs(number) < 1e15)
        return fmt::format("{}", static_cast<long long>(number));
    return fmt::format("{}", number);
}

}  // namespace anlan::sheets
