#include "base/content_line.hpp"

#include <algorithm>

namespace anlan::content_line {

namespace {

constexpr std::size_t kLongest = 75;  ///< octets without the line break

bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

std::string upper(std::string_view text) {
    std::string made(text);
    for (auto& c : made)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return made;
}

struct Raw {
    int number = 0;
    std::string text;
};

bool is_quoted_printable(std::string_view line) {
    const auto head = upper(line.substr(0, line.find(':')));
    return head.find("QUOTED-PRINTABLE") != std::string::npos;
}

/// A line that begins with a blank goes on with the one before; so does what follows "=" in quoted-printable.
std::vector<Raw> unfolded(std::string_view text) {
    std::vector<Raw> lines;
    int number = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        const bool soft = !lines.empty() && lines.back().text.ends_with('=') && is_quoted_printable(lines.back().text);
        if (soft) {
            lines.back().text.pop_back();
            lines.back().text += line;
        } else if (!lines.empty() && (line.starts_with(' ') || line.starts_with('\t'))) {
            lines.back().text += line.substr(1);
        } else {
            lines.push_back({number, std::string(line)});
        }
    }
    return lines;
}

int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

std::string from_quoted_printable(std::string_view text) {
    std::string made;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool code =
            text[at] == '=' && at + 2 < text.size() && digit(text[at + 1]) >= 0 && digit(text[at + 2]) >= 0;
        if (!code) {
            made += text[at];
            continue;
        }
        made += static_cast<char>(digit(text[at + 1]) * 16 + digit(text[at + 2]));
        at += 2;
    }
    return made;
}

/// `item1.TEL;TYPE=CELL;PREF`
void read_head(std::string_view head, Line& into) {
    bool first = true;
    while (!head.empty()) {
        const auto end = std::min(head.find(';'), head.size());
        auto one = head.substr(0, end);
        head.remove_prefix(std::min(end + 1, head.size()));
        if (first) {
            if (const auto dot = one.rfind('.'); dot != std::string_view::npos) one.remove_prefix(dot + 1);
            into.name = upper(one);
            first = false;
            continue;
        }
        const auto equals = one.find('=');
        if (equals == std::string_view::npos)
            into.parameters[upper(one)] = "";
        else
            into.parameters[upper(one.substr(0, equals))] = std::string(one.substr(equals + 1));
    }
}

}  // namespace

std::string escaped(std::string_view text) {
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

void add(std::string& text, std::string_view line) {
    std::size_t length = 0;
    for (std::size_t at = 0; at < line.size();) {
        auto end = at + 1;
        while (end < line.size() && !begins_character(line[end])) ++end;
        if (length + (end - at) > kLongest) {
            text += "\r\n ";
            length = 1;
        }
        text.append(line, at, end - at);
        length += end - at;
        at = end;
    }
    text += "\r\n";
}

std::vector<Line> read(std::string_view text) {
    std::vector<Line> lines;
    for (const auto& raw : unfolded(text)) {
        const auto colon = raw.text.find(':');
        if (colon == std::string::npos) continue;
        Line line;
        line.number = raw.number;
        read_head(std::string_view(raw.text).substr(0, colon), line);
        line.value = raw.text.substr(colon + 1);
        if (is_quoted_printable(raw.text)) line.value = from_quoted_printable(line.value);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<std::string> parts(std::string_view value) {
    std::vector<std::string> all(1);
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value[at] == ';') {
            all.emplace_back();
        } else if (value[at] == '\\' && at + 1 < value.size()) {
            const char next = value[++at];
            all.back() += next == 'n' || next == 'N' ? '\n' : next;
        } else {
            all.back() += value[at];
        }
    }
    return all;
}

std::string unescaped(std::string_view value) {
    std::string made;
    for (const auto& part : parts(value)) {
        if (!made.empty()) made += ';';
        made += part;
    }
    return made;
}

}  // namespace anlan::content_line
