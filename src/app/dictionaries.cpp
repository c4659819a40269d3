#include "app/dictionaries.hpp"

#include <charconv>
#include <fstream>
#include <iterator>

namespace anlan::app {

std::map<int, std::string> read_dictionaries(const std::filesystem::path& data) {
    std::map<int, std::string> all;
    std::error_code missing;
    for (const auto& entry : std::filesystem::directory_iterator(data / "federation", missing)) {
        if (entry.path().extension() != ".zdict") continue;
        const auto name = entry.path().stem().string();
        int version = 0;
        const auto [end, fault] = std::from_chars(name.data(), name.data() + name.size(), version);
        if (fault != std::errc() || end != name.data() + name.size() || version < 1 || version > 255) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        all[version] = {std::istreambuf_iterator<char>(in), {}};
    }
    return all;
}

}  // namespace anlan::app
