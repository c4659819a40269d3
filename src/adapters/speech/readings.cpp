#include "speech/readings.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "speech/characters.hpp"

namespace anlan::speech {

std::string_view readings_text();  // data/speech/readings.txt

namespace {

using Readings = std::vector<std::pair<std::u32string, std::u32string>>;

/// "应急 ying4 ji2" a line; # begins a remark.
Readings read_all(std::string_view text) {
    Readings made;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto blank = line.find(' ');
        if (line.starts_with('#') || blank == std::string_view::npos) continue;
        made.emplace_back(characters_of(line.substr(0, blank)), characters_of(line.substr(blank + 1)));
    }
    std::stable_sort(made.begin(), made.end(), [](const auto& a, const auto& b) {
        return a.first.size() > b.first.size();
    });
    return made;
}

}  // namespace

std::u32string with_readings(std::u32string_view text) {
    static const Readings readings = read_all(readings_text());
    std::u32string made;
    while (!text.empty()) {
        const auto found =
            std::find_if(readings.begin(), readings.end(), [&](const auto& r) { return text.starts_with(r.first); });
        if (found == readings.end()) {
            made += text.front();
            text.remove_prefix(1);
            continue;
        }
        made.append(U" ").append(found->second).append(U" ");
        text.remove_prefix(found->first.size());
    }
    return made;
}

}  // namespace anlan::speech
