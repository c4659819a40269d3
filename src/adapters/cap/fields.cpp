#include "cap/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "cap/element.hpp"

namespace anlan::cap {

namespace {

void note(Findings& notes, int line, std::string_view code, std::string zh, std::string en) {
    notes.push_back({line, std::string(kProse) + std::string(code), std::move(zh), std::move(en)});
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> parts;
    for (auto start = text.find_first_not_of(separators); start != std::string_view::npos;) {
        const auto end = text.find_first_of(separators, start);
        parts.push_back(text.substr(start, end == std::string_view::npos ? end : end - start));
        start = end == std::string_view::npos ? end : text.find_first_not_of(separators, end);
    }
    return parts;
}

std::string quoted(std::string_view text) {
    constexpr std::size_t kShown = 60;
    auto shown = text.substr(0, kShown);
    // A character of UTF-8 is not cut in two.
    while (shown.size() < text.size() && !shown.empty() && (text[shown.size()] & 0xC0) == 0x80) shown.remove_suffix(1);
    return std::string(shown) + (shown.size() < text.size() ? "…" : "");
}

void note_zone(std::string_view text, std::string_view element, int line, Findings& notes) {
    if (text.ends_with('Z') || text.ends_with('z'))
        note(
            notes,
            line,
            "time_zone_z",
            fmt::format("{} 的时区写作 Z，标准要求写成数字时差（如 +08:00）", element),
            fmt::format("{} gives its zone as Z; the standard wants a number such as +08:00", element)
        );
    else if (text.size() > 10 && text.find_first_of("+-", 10) == std::string_view::npos)
        note(
            notes,
            line,
            "time_zone_missing",
            fmt::format("{} 没有时区，按本站的 +08:00 计", element),
            fmt::format("{} has no zone; the station's +08:00 is taken", element)
        );
    if (text.size() > 10 && text[10] == ' ')
        note(
            notes,
            line,
            "time_blank",
            fmt::format("{} 的日期与时间之间应为 T", element),
            fmt::format("{} has a blank where a T belongs", element)
        );
}

/// XML Schema knows midnight as the end of a day.
std::optional<Instant> parse_moment(std::string_view text) {
    if (text.size() > 18 && text.substr(11, 8) == "24:00:00") {
        auto midnight = std::string(text);
        midnight.replace(11, 2, "00");
        const auto at = parse_time(midnight);
        if (at) return at.value() + std::chrono::days{1};
    }
    const auto at = parse_time(text);
    if (!at) return std::nullopt;
    return at.value();
}

bool parts_numbers(char c) {
    return c == ',' || c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Numbers parted by commas and white space; nothing if there is anything else. An alert may bring ten thousand.
std::optional<std::vector<double>> numbers_of(std::string_view text) {
    constexpr std::size_t kUsualWidth = 8;
    std::vector<double> numbers;
    numbers.reserve(text.size() / kUsualWidth);
    const auto* at = text.data();
    const auto* const end = at + text.size();
    while (true) {
        while (at != end && parts_numbers(*at)) ++at;
        if (at == end) return numbers;
        if (*at == '+') ++at;
        double value = 0;
        const auto [after, fault] = std::from_chars(at, end, value);
        if (fault != std::errc{} || !std::isfinite(value) || (after != end && !parts_numbers(*after)))
            return std::nullopt;
        numbers.push_back(value);
        at = after;
    }
}

/// From latitude and longitude, exchanging them where only that makes sense.
std::optional<warning::LonLat> place(double first, double second, bool& exchanged) {
    exchanged = std::abs(first) > 90 && std::abs(second) <= 90;
    if (exchanged) std::swap(first, second);
    if (std::abs(first) > 90 || std::abs(second) > 180) return std::nullopt;
    return warning::LonLat{.lon = second, .lat = first};
}

void note_exchanged(int line, Findings& notes) {
    note(
        notes,
        line,
        "coordinates_exchanged",
        "坐标应先纬度后经度；已按先经度后纬度理解",
        "coordinates are latitude first; these were taken as longitude first"
    );
}

warning::AlertReference reference_of(std::string_view word) {
    const auto first = word.find(',');
    const auto last = word.rfind(',');
    if (first != last) {
        auto at = parse_moment(word.substr(last + 1));
        return {
            std::string(word.substr(0, first)), std::string(word.substr(first + 1, last - first - 1)), std::move(at)};
    }
    if (first != std::string_view::npos)
        return {std::string(word.substr(0, first)), std::string(word.substr(first + 1)), std::nullopt};
    const auto slash = word.rfind('/');
    const bool of_1_0 = slash != std::string_view::npos && word.find('@', slash) != std::string_view::npos;
    if (of_1_0) return {std::string(word.substr(slash + 1)), std::string(word.substr(0, slash)), std::nullopt};
    return {{}, std::string(word), std::nullopt};
}

/// The two first digits of the provinces, regions and municipalities.
bool is_province(std::string_view code) {
    constexpr std::string_view kProvinces =
        "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82";
    return code.size() >= 2 && is_one_of(code.substr(0, 2), kProvinces);
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view text) {
    return split(text, kBlanks);
}

std::optional<Instant> read_time(std::string_view text, std::string_view element, int line, Findings& notes) {
    if (text.empty()) return std::nullopt;
    const auto at = parse_moment(text);
    if (at)
        note_zone(text, element, line, notes);
    else
        note(
            notes,
            line,
            "time_invalid",
            fmt::format("{}“{}”不是有效的日期时间，已略去", element, quoted(text)),
            fmt::format("{} \"{}\" is not a date and time and was left out", element, quoted(text))
        );
    return at;
}

std::optional<std::vector<warning::LonLat>> read_polygon(std::string_view text, int line, Findings& notes) {
    const auto numbers = numbers_of(text);
    std::vector<warning::LonLat> ring;
    bool exchanged = false;
    bool sound = numbers && !numbers->empty() && numbers->size() % 2 == 0;
    for (std::size_t i = 0; sound && i < numbers->size(); i += 2) {
        const auto at = place((*numbers)[i], (*numbers)[i + 1], exchanged);
        sound = at.has_value();
        if (at) ring.push_back(*at);
    }
    if (!sound || ring.size() < 3) {
        note(
            notes,
            line,
            "polygon_invalid",
            "多边形看不懂或坐标超出范围，已略去；应为“纬度,经度”至少四点",
            "a polygon could not be read and was left out; it takes at least four points lat,lon"
        );
        return std::nullopt;
    }
    if (exchanged) note_exchanged(line, notes);
    if (ring.front() != ring.back()) {
        note(
            notes,
            line,
            "polygon_open",
            "多边形首尾不相接，已补上终点",
            "a polygon did not end where it began and was closed"
        );
        ring.push_back(ring.front());
    }
    if (ring.size() < 4)
        note(notes, line, "polygon_short", "多边形不足四点，没有面积", "a polygon has fewer than four points");
    return ring;
}

std::optional<warning::Circle> read_circle(std::string_view text, double unit_km, int line, Findings& notes) {
    const auto numbers = numbers_of(text);
    bool exchanged = false;
    std::optional<warning::LonLat> centre;
    if (numbers && numbers->size() == 3 && (*numbers)[2] >= 0) centre = place((*numbers)[0], (*numbers)[1], exchanged);
    if (!centre) {
        note(
            notes,
            line,
            "circle_invalid",
            "圆形区域看不懂或坐标超出范围，已略去；应为“纬度,经度 半径”",
            "a circle could not be read and was left out; it is written lat,lon radius"
        );
        return std::nullopt;
    }
    if (exchanged) note_exchanged(line, notes);
    return warning::Circle{*centre, (*numbers)[2] * unit_km};
}

std::vector<warning::AlertReference> read_references(std::string_view text, int line, Findings& notes) {
    std::vector<warning::AlertReference> references;
    bool whole = true;
    for (const auto word : words_of(text)) {
        references.push_back(reference_of(word));
        whole = whole && !references.back().sender.empty() && references.back().sent.has_value();
    }
    if (!whole)
        note(
            notes,
            line,
            "references_form",
            "references 应为“sender,identifier,sent”三项一组，已尽量辨认",
            "references are triples sender,identifier,sent; these were read as far as possible"
        );
    return references;
}

std::vector<AreaCode> read_codes(std::string_view text) {
    std::vector<AreaCode> codes;
    for (const auto word : split(text, ",; \t\r\n")) {
        if (!is_province(word)) continue;
        const auto code = parse_area(word);
        if (code && std::find(codes.begin(), codes.end(), code.value()) == codes.end()) codes.push_back(code.value());
    }
    return codes;
}

bool names_divisions(std::string_view value_name, std::string_view value, std::string_view language) {
    constexpr std::string_view kNames =
        "GB/T2260 GB2260 gb2260 adcode ADCODE areaCode areacode division divisionCode cn:division cn:geocode";
    constexpr std::string_view kForeign = "FIPS FIPS6 SAME UGC CLC EMMA_ID NUTS2 NUTS3 WARNCELLID ISO3166-2 HASC ZIP";
    if (is_one_of(value_name, kForeign)) return false;
    if (value_name.find("区划") != std::string_view::npos || value_name.find("地区") != std::string_view::npos)
        return true;
    if (is_one_of(value_name, kNames)) return true;
    if (value_name.starts_with("GB/T 2260") || value_name.starts_with("GB 2260")) return true;
    constexpr std::size_t kFull = 12;
    if (value.size() == kFull && is_province(value)) return true;
    return value.size() == 6 && is_one_of(language, "zh zh-CN zh-Hans zh-Hans-CN zh_CN");
}

std::string known_or_unknown(std::string_view text, std::string_view allowed) {
    return is_one_of(text, allowed) ? std::string(text) : "Unknown";
}

bool is_one_of(std::string_view text, std::string_view allowed) {
    for (const auto each : split(allowed, " "))
        if (each == text) return true;
    return false;
}

bool has_chinese(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto lead = static_cast<unsigned char>(c);
        return lead >= 0xE4 && lead <= 0xE9;
    });
}

}  // namespace anlan::cap
