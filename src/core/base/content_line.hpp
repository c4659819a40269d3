#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Lines of iCalendar (RFC 5545) and vCard (RFC 6350): at most 75 bytes each, folded between characters, ended by CRLF.
namespace anlan::content_line {

/// A value as text: backslash, comma, semicolon and line breaks escaped, other control characters dropped.
std::string escaped(std::string_view text);

/// Adds one line, folded.
void add(std::string& text, std::string_view line);

/// One line as read: `TEL;TYPE=CELL:139…`. Name and parameters in upper case, values of parameters as written; the
/// value still escaped.
struct Line {
    int number = 0;  ///< in the file, 1-based
    std::string name;
    std::map<std::string, std::string> parameters;
    std::string value;
};

/// Unfolds and reads; lines without a colon are left out. A group before the name ("item1.TEL") is dropped, and values
/// in quoted-printable (vCard 2.1, as older telephones write it) are decoded.
std::vector<Line> read(std::string_view text);

/// The parts of an escaped value between semicolons, unescaped: 姓;名;;;
std::vector<std::string> parts(std::string_view value);
std::string unescaped(std::string_view value);

}  // namespace anlan::content_line
