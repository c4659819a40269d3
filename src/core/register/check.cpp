#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "geo/datum.hpp"
#include "registers/commands.hpp"
#include "registers/table.hpp"

namespace anlan::registers {

namespace {

constexpr std::size_t kTextBytesMax = 4'000;

struct Fault {
    const char* zh;
    const char* en;
};
using Checked = std::variant<json::value, Fault>;

std::optional<double> as_number(const json::value& value) {
    if (value.is_number()) return value.to_number<double>();
    if (!value.is_string()) return std::nullopt;
    const std::string_view text = value.as_string();
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
    return number;
}

Checked check_number(const json::value& value) {
    const auto number = as_number(value);
    if (!number) return Fault{"应为数字", "a number is wanted"};
    if (std::nearbyint(*number) == *number && std::abs(*number) < 1e15)
        return json::value(static_cast<std::int64_t>(*number));
    return json::value(*number);
}

Checked check_bool(const json::value& value) {
    if (value.is_bool()) return value;
    if (value.is_string()) {
        for (const auto* yes : {"是", "有", "yes", "true", "1", "Y", "y", "√"})
            if (value.as_string() == yes) return json::value(true);
        for (const auto* no : {"否", "无", "no", "false", "0", "N", "n", "×"})
            if (value.as_string() == no) return json::value(false);
    }
    return Fault{"应填“是”或“否”", "yes or no is wanted"};
}

Checked check_date(std::string text) {
    std::replace(text.begin(), text.end(), '/', '-');
    if (text.size() >= 8 && text.size() < 10) {  // 2026-1-5
        const auto first = text.find('-'), second = text.find('-', first + 1);
        if (first != std::string::npos && second != std::string::npos)
            text = fmt::format(
                "{}-{:0>2}-{:0>2}",
                text.substr(0, first),
                text.substr(first + 1, second - first - 1),
                text.substr(second + 1)
            );
    }
    const bool shape = text.size() == 10 && text[4] == '-' && text[7] == '-';
    if (shape && parse_time(text + "T00:00:00+08:00")) return json::value(text);
    return Fault{"日期应写成 2026-01-31", "a date is written 2026-01-31"};
}

Checked check_area(const std::string& text, const AreaCode& node) {
    const auto area = parse_area(text);
    if (!area) return Fault{"应为 12 位区划代码", "a 12-digit area code is wanted"};
    if (!node.contains(area.value())) return Fault{"不在本单位管辖范围内", "this area does not belong to this station"};
    return json::value(area.value().text);
}

Checked check_place(const json::value& value) {
    std::optional<double> lon, lat;
    if (const auto* object = value.if_object()) {
        if (const auto* found = object->if_contains("lon")) lon = as_number(*found);
        if (const auto* found = object->if_contains("lat")) lat = as_number(*found);
    } else if (value.is_string()) {
        const std::string text(value.as_string());
        const auto comma = text.find_first_of(", ");
        if (comma != std::string::npos) {
            lon = as_number(json::value(trimmed(text.substr(0, comma))));
            lat = as_number(json::value(trimmed(text.substr(comma + 1))));
        }
    }
    if (!lon || !lat || std::abs(*lon) > 180 || std::abs(*lat) > 90)
        return Fault{"位置应为“经度,纬度”", "a place is “longitude,latitude”"};
    return json::value{{"lon", *lon}, {"lat", *lat}};
}

Checked check_text(const Field& field, const std::string& text, const AreaCode& node) {
    if (text.size() > kTextBytesMax) return Fault{"内容过长", "this is too long"};
    if (field.type == "date") return check_date(text);
    if (field.type == "area") return check_area(text, node);
    const bool offered = std::find(field.choices.begin(), field.choices.end(), text) != field.choices.end();
    if (field.type == "choice" && !offered) return Fault{"请从选项中选择", "choose one of those offered"};
    return json::value(text);
}

Checked check_value(const Field& field, const json::value& value, const AreaCode& node) {
    if (field.type == "number") return check_number(value);
    if (field.type == "bool") return check_bool(value);
    if (field.type == "place") return check_place(value);
    if (value.is_number() && field.type == "text") return json::value(json::serialize(value));
    if (!value.is_string()) return Fault{"应为文字", "a text is wanted"};
    return check_text(field, trimmed(value.as_string()), node);
}

bool is_blank(const json::value* value) {
    return value == nullptr || value->is_null() || (value->is_string() && trimmed(value->as_string()).empty());
}

/// Half a place, or the 0° N 0° E of a receiver that saw no satellite.
void check_point(const Register& description, CheckedRow& row) {
    if (description.find("lon") == nullptr || description.find("lat") == nullptr) return;
    const auto* lon = row.values.if_contains("lon");
    const auto* lat = row.values.if_contains("lat");
    if (lon == nullptr && lat == nullptr) return;
    const bool both = lon != nullptr && lat != nullptr && lon->is_number() && lat->is_number();
    if (both && geo::plausible({lon->to_number<double>(), lat->to_number<double>()})) return;
    row.faults.push_back(
        {"lon", "经纬度不对：请核对，两项要一起填写", "this is no place; longitude and latitude go together"}
    );
}

}  // namespace

CheckedRow check_row(const Register& description, const json::object& values, const AreaCode& node) {
    CheckedRow row;
    for (const auto& field : description.fields) {
        const auto* given = values.if_contains(field.name);
        if (is_blank(given)) {
            if (field.required)
                row.faults.push_back({field.name, "请填写“" + field.title_zh + "”", field.title_en + " is wanted"});
            continue;
        }
        auto checked = check_value(field, *given, node);
        if (auto* value = std::get_if<json::value>(&checked))
            row.values[field.name] = std::move(*value);
        else {
            const auto fault = std::get<Fault>(checked);
            row.faults.push_back({field.name, field.title_zh + "：" + fault.zh, field.title_en + ": " + fault.en});
        }
    }
    if (row.faults.empty()) check_point(description, row);
    return row;
}

}  // namespace anlan::registers
