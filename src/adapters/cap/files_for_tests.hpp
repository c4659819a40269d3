#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "warning/ports.hpp"

/// What the tests of this room read from disk. ANLAN_SHARED and ANLAN_CORPUS come from CMakeLists.txt.
namespace anlan::cap::trial {

inline std::string contents(const std::filesystem::path& file) {
    std::stringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

/// Rows of a comma-separated file by column name. Commas inside quotes do not part.
inline std::vector<std::map<std::string, std::string>> table(const std::filesystem::path& file) {
    std::ifstream in(file);
    const auto split = [](const std::string& line) {
        std::vector<std::string> cells(1);
        bool quoted = false;
        for (const char c : line) {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
                cells.emplace_back();
            else if (c != '\r')
                cells.back() += c;
        }
        return cells;
    };
    std::string line;
    std::getline(in, line);
    const auto names = split(line);
    std::vector<std::map<std::string, std::string>> rows;
    while (std::getline(in, line)) {
        const auto cells = split(line);
        for (std::size_t i = 0; i < names.size() && i < cells.size(); ++i) {
            if (i == 0) rows.emplace_back();
            rows.back()[names[i]] = cells[i];
        }
    }
    return rows;
}

inline const std::filesystem::path kShared = std::filesystem::path(ANLAN_SHARED) / "cap";
inline const std::filesystem::path kCorpus = ANLAN_CORPUS;

inline bool has_fault(const warning::AlertReading& reading, std::string_view code) {
    return std::any_of(reading.faults.begin(), reading.faults.end(), [&](const auto& f) { return f.code == code; });
}

}  // namespace anlan::cap::trial
