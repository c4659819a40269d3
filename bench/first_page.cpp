#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "bench/report.hpp"

namespace anlan::bench {

/// Runs web/tools/first_page.mjs: a real browser opens the phone page of a running node and counts what crossed.
Figures first_page() {
    std::string text;
    if (auto* pipe = ::popen("node web/tools/first_page.mjs 2>/dev/null", "r")) {
        char piece[256];
        while (std::fgets(piece, sizeof piece, pipe) != nullptr) text += piece;
        ::pclose(pipe);
    }
    const auto bytes = std::atof(text.c_str());
    return {
        {"phone, first page, compressed",
         bytes > 0 ? fmt::format("{:.0f} kB", bytes / 1000) : "not measured",
         "–",
         "–",
         "< 350 kB",
         bytes > 0 && bytes < 350'000}};
}

}  // namespace anlan::bench
