#include "base/area.hpp"

#include <algorithm>
#include <array>

namespace anlan {

namespace {

constexpr std::array<std::size_t, 5> kDigits{2, 4, 6, 9, 12};  // by Level

}  // namespace

Level AreaCode::level() const {
    for (std::size_t i = 0; i < kDigits.size(); ++i)
        if (text.find_first_not_of('0', kDigits[i]) == std::string::npos) return static_cast<Level>(i);
    return Level::village;
}

std::string_view AreaCode::prefix() const {
    return std::string_view(text).substr(0, kDigits[static_cast<std::size_t>(level())]);
}

bool AreaCode::contains(const AreaCode& other) const {
    return other.text.starts_with(prefix());
}

bool AreaCode::overlaps(const AreaCode& other) const {
    return contains(other) || other.contains(*this);
}

AreaCode AreaCode::parent() const {
    const auto at = static_cast<std::size_t>(level());
    auto code = text.substr(0, kDigits[at == 0 ? 0 : at - 1]);
    code.resize(12, '0');
    return {code};
}

Result<AreaCode> parse_area(std::string_view text) {
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool length = std::find(kDigits.begin(), kDigits.end(), text.size()) != kDigits.end();
    if (!digits || !length || text.substr(0, 2) == "00")
        return refuse(
            "area_invalid", "", "区划代码应为 2、4、6、9 或 12 位数字", "an area code has 2, 4, 6, 9 or 12 digits"
        );
    std::string code(text);
    code.resize(12, '0');
    return AreaCode{std::move(code)};
}

}  // namespace anlan
