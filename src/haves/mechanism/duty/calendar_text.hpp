#pragma once

#include <string>
#include <vector>

#include "base/time.hpp"

namespace anlan::duty {

struct CalendarItem {
    std::string uid, title, note;
    Instant from{}, until{};
};

/// `written_at`: when the rota was published last, so that the same rota gives the same bytes.
/// An iCalendar (RFC 5545): times in UTC, lines of at most 75 octets ending in CRLF, text escaped.
std::string to_icalendar(const std::string& name, const std::vector<CalendarItem>& items, Instant written_at);

}  // namespace anlan::duty
