#include "base/identity_number.hpp"

#include <algorithm>
#include <chrono>

namespace anlan {

namespace {

constexpr std::size_t kLength = 18;
constexpr std::string_view kChecks = "10X98765432";
constexpr int kWeights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
constexpr int kFirstYear = 1850, kLastYear = 2150;

bool is_digit(char each) {
    return each >= '0' && each <= '9';
}

bool joins(char each) {
    return is_digit(each) || (each >= 'A' && each <= 'Z') || (each >= 'a' && each <= 'z') || each == '_';
}

int number_at(std::string_view text, std::size_t from, std::size_t digits) {
    int number = 0;
    for (const char each : text.substr(from, digits)) number = number * 10 + (each - '0');
    return number;
}

bool is_birth_date(std::string_view eight) {
    const int year = number_at(eight, 0, 4);
    const std::chrono::year_month_day date{
        std::chrono::year{year},
        std::chrono::month{static_cast<unsigned>(number_at(eight, 4, 2))},
        std::chrono::day{static_cast<unsigned>(number_at(eight, 6, 2))}};
    return date.ok() && year >= kFirstYear && year <= kLastYear;
}

}  // namespace

bool is_identity_number(std::string_view text) {
    if (text.size() != kLength || text[0] == '0') return false;
    if (!std::all_of(text.begin(), text.end() - 1, is_digit) || !is_birth_date(text.substr(6, 8))) return false;
    int sum = 0;
    for (std::size_t i = 0; i < kLength - 1; ++i) sum += (text[i] - '0') * kWeights[i];
    const char last = text.back() == 'x' ? 'X' : text.back();
    return last == kChecks[static_cast<std::size_t>(sum % 11)];
}

std::string without_identity_numbers(std::string_view text) {
    std::string out(text);
    for (std::size_t i = 0; i + kLength <= out.size();) {
        const bool begins = is_digit(out[i]) && (i == 0 || !joins(out[i - 1]));
        const bool ends = i + kLength == out.size() || !joins(out[i + kLength]);
        if (begins && ends && is_identity_number(std::string_view(out).substr(i, kLength)))
            out.replace(i, kLength, kLength, '*');
        ++i;
    }
    return out;
}

bool hide_identity_numbers(json::value& value) {
    bool any = false;
    if (auto* text = value.if_string()) {
        if (text->size() < kLength) return false;
        auto hidden = without_identity_numbers(std::string_view(text->data(), text->size()));
        any = std::string_view(text->data(), text->size()) != hidden;
        if (any) value = std::move(hidden);
    } else if (auto* items = value.if_array()) {
        for (auto& item : *items) any = hide_identity_numbers(item) || any;
    } else if (auto* fields = value.if_object()) {
        for (auto& field : *fields) any = hide_identity_numbers(field.value()) || any;
    }
    return any;
}

}  // namespace anlan
