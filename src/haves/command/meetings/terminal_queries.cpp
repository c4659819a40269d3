#include "meetings/terminal_queries.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>

namespace anlan::meetings {

namespace {

constexpr std::size_t kLongestAddress = 120;

std::string terminals(std::string_view rest) {
    return "SELECT meeting, terminal, name, place, state, muted, called_at, first_joined, joined_at, left_at, millis, "
           "how "
           "FROM meeting_terminal " +
           std::string(rest);
}

bool is_made_of(std::string_view text, std::string_view signs) {
    return !text.empty() && std::ranges::all_of(text, [&](unsigned char c) {
        return std::isalnum(c) != 0 || signs.find(static_cast<char>(c)) != std::string_view::npos;
    });
}

bool is_host(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return is_made_of(text, ".-");
    int port = 0;
    const auto figures = text.substr(colon + 1);
    const auto read = std::from_chars(figures.data(), figures.data() + figures.size(), port);
    const bool whole = read.ec == std::errc{} && read.ptr == figures.data() + figures.size();
    return is_made_of(text.substr(0, colon), ".-") && whole && port > 0 && port < 65'536;
}

}  // namespace

std::vector<TerminalFacts> terminals_of(store::Rows& rows, const MeetingId& meeting) {
    return rows.select<TerminalFacts>(terminals("WHERE meeting = :m ORDER BY seq, terminal"), meeting);
}

std::optional<TerminalFacts> terminal_of(store::Rows& rows, const MeetingId& meeting, const DeviceId& terminal) {
    return rows.first<TerminalFacts>(terminals("WHERE meeting = :m AND terminal = :t"), meeting, terminal);
}

std::vector<TerminalFacts> terminals_on_the_line(store::Rows& rows) {
    return rows.select<TerminalFacts>(terminals("WHERE state <> 'left' ORDER BY seq, terminal"));
}

bool is_dialled(const std::string& address) {
    if (address.size() > kLongestAddress) return false;
    const auto at = address.find('@');
    if (at != std::string::npos) return is_made_of(address.substr(0, at), "-_.+") && is_host(address.substr(at + 1));
    const bool figures = !address.empty() && address.find_first_not_of("0123456789") == std::string::npos;
    return figures || (address.find('.') != std::string::npos && is_host(address));
}

/// FNV-1a: the same on every machine; it guards nothing.
std::string dial_number(const MeetingId& meeting) {
    std::uint32_t sum = 2'166'136'261U;
    for (const unsigned char each : meeting.text) sum = (sum ^ each) * 16'777'619U;
    return fmt::format("{:06}", 100'000 + sum % 900'000);
}

std::vector<MeetingFacts> open_meetings(store::Rows& rows) {
    auto all = find_meetings(rows, World::real(), 200);
    std::erase_if(all, [](const MeetingFacts& each) { return each.closed_at.has_value(); });
    return all;
}

}  // namespace anlan::meetings
