#include "shelter/allocation.hpp"

#include <fmt/format.h>

#include <chrono>

#include "bench/report.hpp"
#include "cbc/cbc_solver.hpp"
#include "seal/seal.hpp"
#include "shelter/allocation_exact.hpp"

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

/// Towns of 300 households and 12 shelters with two heads of room to spare at each, by the quick way and by CBC.
Figures tight_towns() {
    const cbc::CbcSolver solver;
    constexpr int kTowns = 30;
    std::vector<double> quick, exact, seconds;
    int longer = 0;
    for (std::uint64_t seed = 1; seed <= kTowns; ++seed) {
        seal::SeededDice dice{seed};
        std::vector<shelter::Home> homes;
        std::vector<shelter::Roof> roofs;
        std::int64_t people = 0, room = 0;
        for (int i = 0; i < 300; ++i) {
            homes.push_back(
                {118.6 + unit(dice) / 5, 24.6 + unit(dice) / 5, static_cast<std::int64_t>(1 + dice.roll() % 7)}
            );
            people += homes.back().people;
        }
        for (int i = 0; i < 12; ++i) {
            roofs.push_back(
                {118.6 + unit(dice) / 5, 24.6 + unit(dice) / 5, static_cast<std::int64_t>(60 + dice.roll() % 120)}
            );
            room += roofs.back().room;
        }
        for (auto& roof : roofs) roof.room = roof.room * (people + 24) / room + 1;
        const auto first = shelter::allocate(homes, roofs);
        const auto begin = std::chrono::steady_clock::now();
        const auto made = shelter::allocate_exactly(homes, roofs, solver, 4);
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
        quick.push_back(first.gap_percent());
        exact.push_back(made.gap_percent());
        longer += made.person_km < first.person_km - 1e-6;
    }
    return {
        {"300 households into 12 shelters, two heads of room to spare at each, 30 towns",
         fmt::format(
             "{:.2f} % above the bound (worst {:.2f} %), {:.1f} s (worst {:.1f} s); the solver shortened {}",
             median(exact),
             percentile(exact, 1),
             median(seconds),
             percentile(seconds, 1),
             longer
         ),
         fmt::format("without the solver {:.2f} %, worst {:.2f} %", median(quick), percentile(quick, 1)),
         "–",
         "within 1 %",
         percentile(exact, 1) <= 1}};
}

/// A county's streets, a fifth of them missing: 102,400 crossings.
geo::Roads streets() {
    constexpr std::uint32_t kSide = 320;
    seal::SeededDice dice{7};
    std::vector<geo::Point> nodes;
    std::vector<geo::Roads::Way> ways;
    for (std::uint32_t y = 0; y < kSide; ++y)
        for (std::uint32_t x = 0; x < kSide; ++x) {
            nodes.push_back({118.55 + 0.31 * x / kSide, 24.6 + 0.26 * y / kSide});
            if (x > 0 && dice.roll() % 5 != 0) ways.push_back({y * kSide + x - 1, y * kSide + x});
            if (y > 0 && dice.roll() % 5 != 0) ways.push_back({(y - 1) * kSide + x, y * kSide + x});
        }
    return {std::move(nodes), ways};
}

Figure along_roads() {
    const auto roads = streets();
    const County county(1, 150);
    const auto begin = std::chrono::steady_clock::now();
    const shelter::Walks walks(county.homes, county.roofs, &roads);
    const std::chrono::duration<double> measured = std::chrono::steady_clock::now() - begin;
    const auto made = shelter::allocate(walks, county.homes, county.roofs);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    return {
        fmt::format("the same along roads of {} crossings", roads.nodes()),
        fmt::format("{:.2f} s, of which {:.2f} s for 2,400,000 ways", took.count(), measured.count()),
        "Lagrange bound of the transportation LP",
        fmt::format("{:.3f} % above the bound", made.gap_percent()),
        "< 5 s, within 1 %",
        took.count() < 5 && made.gap_percent() <= 1};
}

}  // namespace

Figures allocation() {
    auto figures = tight_towns();
    figures.push_back(allot("half as many beds again as people", 150));
    figures.push_back(allot("105 beds for 100 people", 105));
    figures.push_back(along_roads());
    return figures;
}

}  // namespace anlan::bench
