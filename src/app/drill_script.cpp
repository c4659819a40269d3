#include "app/drill_script.hpp"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

namespace anlan::app {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields;
    std::istringstream in(line + ",");
    for (std::string field; std::getline(in, field, ',');) fields.push_back(field);
    fields.resize(10);
    return fields;
}

double number(const std::string& text) {
    return text.empty() ? 0.0 : std::stod(text);
}

std::vector<double> quadrants(const std::string& text) {
    std::vector<double> list;
    std::istringstream in(text);
    for (double km = 0; in >> km;) list.push_back(km);
    return list;
}

}  // namespace

Result<DrillScript> read_drill(const fs::path& folder, const std::string& name) {
    const auto file = folder / (name + ".json");
    if (name.find_first_of("/.\\") != std::string::npos || !fs::exists(file)) {
        const auto names = fmt::format("{}", fmt::join(drill_names(folder), ", "));
        return refuse("drill_unknown", "name", "没有这个演练，可选：" + names, "no such drill; choose from: " + names);
    }
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return from_json_text<DrillScript>(text.str(), Unknown::refused);
}

std::vector<TrackPoint> read_track(const fs::path& file) {
    std::vector<TrackPoint> track;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#' || line.starts_with("at,")) continue;
        const auto f = fields_of(line);
        track.push_back(
            {parse_time(f[0]).value(),
             number(f[1]),
             number(f[2]),
             number(f[3]),
             number(f[4]),
             f[5],
             f[6],
             quadrants(f[7]),
             quadrants(f[8]),
             quadrants(f[9])}
        );
    }
    return track;
}

std::vector<std::string> drill_names(const fs::path& folder) {
    std::vector<std::string> names;
    if (fs::is_directory(folder))
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.path().extension() == ".json") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace anlan::app
