#include "sms/sms_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace anlan::sms {

namespace {

constexpr std::size_t kSingle_units = 70, kJoined_units = 67, kPartsMost = 10;
constexpr char32_t kBox = U'□';

/// The character at `at` and how many bytes it takes; □ for a byte that begins none.
std::pair<char32_t, std::size_t> character(const std::string& text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto first = byte(at);
    const std::size_t length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
    if (length == 0 || first > 0xf4 || at + length > text.size()) return {kBox, 1};
    if (length == 1) return {first, 1};
    char32_t value = first & (0xff >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xc0) != 0x80) return {kBox, 1};
        value = value << 6 | (byte(at + i) & 0x3f);
    }
    constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool broken = value < kLeast[length] || value > 0x10ffff || (value >= 0xd800 && value < 0xe000);
    return {broken ? kBox : value, length};
}

std::string utf8(char32_t c) {
    const auto tail = [c](int shift) { return static_cast<char>(0x80 | (c >> shift & 0x3f)); };
    if (c < 0x80) return {static_cast<char>(c)};
    if (c < 0x800) return {static_cast<char>(0xc0 | c >> 6), tail(0)};
    if (c < 0x10000) return {static_cast<char>(0xe0 | c >> 12), tail(6), tail(0)};
    return {static_cast<char>(0xf0 | c >> 18), tail(12), tail(6), tail(0)};
}

std::string utf16_hex(char32_t c) {
    if (c < 0x10000) return fmt::format("{:04X}", static_cast<unsigned>(c));
    const auto low = static_cast<unsigned>(c - 0x10000);
    return fmt::format("{:04X}{:04X}", 0xd800 + (low >> 10), 0xdc00 + (low & 0x3ff));
}

std::vector<char32_t> characters(const std::string& words) {
    std::vector<char32_t> all;
    for (std::size_t at = 0; at < words.size();) {
        auto [value, length] = character(words, at);
        at += length;
        if (value == U'\r') continue;
        if (value == U'\t') value = U' ';
        if ((value < U' ' && value != U'\n') || value == 0x7f) value = kBox;
        all.push_back(value);
    }
    return all;
}

}  // namespace

Result<std::string> number_of(const std::string& text) {
    std::string number;
    for (const char c : text) {
        if (c == ' ' || c == '-' || c == '(' || c == ')') continue;
        if ((c < '0' || c > '9') && !(c == '+' && number.empty()))
            return refuse("number_invalid", "address", "电话号码有误", "this is no telephone number");
        number.push_back(c);
    }
    if (number.size() < 3 || number.size() > 20)
        return refuse("number_invalid", "address", "电话号码有误", "this is no telephone number");
    if (number.size() == 11 && number.front() == '1') number.insert(0, "+86");
    return number;
}

Result<std::vector<Part>> parts_of(const std::string& words, unsigned char mark) {
    const auto all = characters(words);
    if (all.empty()) return refuse("message_empty", "words", "短信没有内容", "the message is empty");
    const auto units = [](char32_t c) { return c < 0x10000 ? 1U : 2U; };
    std::size_t total = 0;
    for (const auto c : all) total += units(c);
    const auto room = total <= kSingle_units ? kSingle_units : kJoined_units;
    std::vector<Part> parts(1);
    std::size_t used = 0;
    for (const auto c : all) {
        if (used + units(c) > room) parts.emplace_back(), used = 0;
        used += units(c);
        parts.back().words += utf8(c);
        parts.back().hex += utf16_hex(c);
    }
    if (parts.size() > kPartsMost)
        return refuse(
            "message_too_long",
            "words",
            fmt::format("短信过长：{} 字，最多 {} 字", total, kPartsMost * kJoined_units),
            fmt::format("the message is too long: {} characters, at most {}", total, kPartsMost * kJoined_units)
        );
    for (std::size_t i = 0; parts.size() > 1 && i < parts.size(); ++i)
        parts[i].header = fmt::format("050003{:02X}{:02X}{:02X}", mark, parts.size(), i + 1);
    return parts;
}

}  // namespace anlan::sms
