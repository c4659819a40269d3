#include "duty/calendar_text.hpp"

#include "base/content_line.hpp"

namespace anlan::duty {

namespace {

/// "20231201T000000Z"
std::string stamp(Instant at) {
    std::string made;
    for (const char c : to_rfc3339(at).substr(0, 19))
        if (c != '-' && c != ':') made += c;
    return made + "Z";
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
          "X-WR-CALNAME:" + content_line::escaped(name),
          std::string("X-WR-TIMEZONE:Asia/Shanghai"),
          std::string("REFRESH-INTERVAL;VALUE=DURATION:PT1H"),
          std::string("X-PUBLISHED-TTL:PT1H")})
        content_line::add(text, line);
    for (const auto& item : items) {
        content_line::add(text, "BEGIN:VEVENT");
        content_line::add(text, "UID:" + content_line::escaped(item.uid));
        content_line::add(text, "DTSTAMP:" + stamp(written_at));
        content_line::add(text, "DTSTART:" + stamp(item.from));
        content_line::add(text, "DTEND:" + stamp(item.until));
        content_line::add(text, "SUMMARY:" + content_line::escaped(item.title));
        if (!item.note.empty()) content_line::add(text, "DESCRIPTION:" + content_line::escaped(item.note));
        content_line::add(text, "END:VEVENT");
    }
    content_line::add(text, "END:VCALENDAR");
    return text;
}

}  // namespace anlan::duty
