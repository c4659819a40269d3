#include "shelter/allocation.hpp"

#include <fmt/format.h>

#include <chrono>

#include "bench/report.hpp"
#include "seal/seal.hpp"

namespace anlan::bench {

namespace {

double unit(seal::Dice& dice) {
    return static_cast<double>(dice.roll() >> 11) / 9007199254740992.0;
}

/// A county of 20,000 households in 200 villages, and 120 shelters with so many beds for every hundred people.
struct County {
    std::vector<shelter::Home> homes;
    std::vector<shelter::Roof> roofs;
    County(std::uint64_t seed, double beds_percent) {
        seal::SeededDice dice{seed};
        std::int64_t people = 0;
        std::vector<std::pair<double, double>> villages;
        for (int v = 0; v < 200; ++v) villages.emplace_back(118.55 + unit(dice) * 0.3, 24.6 + unit(dice) * 0.25);
        for (int h = 0; h < 20'000; ++h) {
            const auto& [lon, lat] = villages[dice.roll() % villages.size()];
            const auto heads = static_cast<std::int64_t>(1 + dice.roll() % 6);
            homes.push_back({lon + unit(dice) * 0.01, lat + unit(dice) * 0.01, heads});
            people += heads;
        }
        double weights = 0;
        std::vector<double> weight(120);
        for (auto& each : weight) weights += each = 0.3 + unit(dice);
        for (const auto each : weight) {
            const auto& [lon, lat] = villages[dice.roll() % villages.size()];
            roofs.push_back(
                {lon + unit(dice) * 0.01,
                 lat + unit(dice) * 0.01,
                 static_cast<std::int64_t>(each / weights * static_cast<double>(people) * beds_percent / 100)}
            );
        }
    }
};

Figure allot(const std::string& name, double beds_percent) {
    double slowest = 0, widest = 0;
    std::int64_t unplaced = 0;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const County county(seed, beds_percent);
        const auto begin = std::chrono::steady_clock::now();
        const auto made = shelter::allocate(county.homes, county.roofs);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        slowest = std::max(slowest, took.count());
        widest = std::max(widest, made.gap_percent());
        unplaced = std::max(unplaced, made.unplaced);
    }
    return {
        "20,000 households into 120 shelters, " + name,
        fmt::format("{:.2f} s, {} left out (worst of 5)", slowest, unplaced),
        "Lagrange bound of the transportation LP",
        fmt::format("{:.3f} % above the bound", widest),
        "< 5 s, within 1 %",
        slowest < 5 && widest <= 1};
}

}  // namespace

Figures allocation() {
    return {allot("half as many beds again as people", 150), allot("105 beds for 100 people", 105)};
}

}  // namespace anlan::bench
