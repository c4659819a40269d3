#include "duty/calendar_text.hpp"

namespace anlan::duty {

namespace {

constexpr std::size_t kLongestLine = 75;  ///< octets without the line break (RFC 5545, 3.1)

/// "20231201T000000Z"
std::string stamp(Instant at) {
    std::string made;
    for (const char c : to_rfc3339(at).substr(0, 19))
        if (c != '-' && c != ':') made += c;
    return made + "Z";
}

std::string escaped(const std::string& text) {
    std::string made;
    for (const char c : text) {
        if (c == '\n') {
            made += "\\n";
            continue;
        }
        if (static_cast<unsigned char>(c) < 0x20) continue;
        if (c == '\\' || c == ';' || c == ',') made += '\\';
        made += c;
    }
    return made;
}

bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// Folds without cutting a character in two: a continuation begins with a blank, which counts.
void add_line(std::string& text, const std::string& line) {
    std::size_t length = 0;
    for (std::size_t at = 0; at < line.size();) {
        auto end = at + 1;
        while (end < line.size() && !begins_character(line[end])) ++end;
        if (length + (end - at) > kLongestLine) {
            text += "\r\n ";
            length = 1;
        }
        text.append(line, at, end - at);
        length += end - at;
        at = end;
    }
    text += "\r\n";
}

}  // namespace

std::string to_icalendar(const std::string& name, const std::vector<CalendarItem>& items, Instant written_at) {
    std::string text;
    for (const auto& line :
         {std::string("BEGIN:VCALENDAR"),
          std::string("VERSION:2.0"),
          std::string("PRODID:-//Anlan//Duty rota//ZH"),
          std::string("CALSCALE:GREGORIAN"),
          std::string("METHOD:PUBLISH"),
          "X-WR-CALNAME:" + escaped(name),
          std::string("REFRESH-INTERVAL;VALUE=DURATION:PT1H"),
          std::string("X-PUBLISHED-TTL:PT1H")})
        add_line(text, line);
    for (const auto& item : items) {
        add_line(text, "BEGIN:VEVENT");
        add_line(text, "UID:" + escaped(item.uid));
        add_line(text, "DTSTAMP:" + stamp(written_at));
        add_line(text, "DTSTART:" + stamp(item.from));
        add_line(text, "DTEND:" + stamp(item.until));
        add_line(text, "SUMMARY:" + escaped(item.title));
        if (!item.note.empty()) add_line(text, "DESCRIPTION:" + escaped(item.note));
        add_line(text, "END:VEVENT");
    }
    add_line(text, "END:VCALENDAR");
    return text;
}

}  // namespace anlan::duty
