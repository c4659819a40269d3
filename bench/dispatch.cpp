#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <random>

#include "bench/report.hpp"
#include "cbc/cbc_solver.hpp"
#include "dispatch/allotment.hpp"

namespace anlan::bench {

namespace {

constexpr std::size_t kStores = 40, kItems = 300, kPlaces = 20, kNodes = 12;
constexpr double kLimit_seconds = 30;

struct County {
    std::vector<dispatch::Depot> depots;
    std::vector<std::vector<std::int64_t>> spare;
    std::vector<dispatch::Place> places;
};

/// A county of some 15 by 15 km. Each store has most items, many places want the same ones, some are scarce.
County county_of(unsigned seed, std::size_t wanted) {
    std::mt19937_64 random{seed};
    const auto below = [&](std::uint64_t most) { return random() % most; };
    const auto somewhere = [&] {
        return std::pair{static_cast<double>(below(150)) / 10, static_cast<double>(below(150)) / 10};
    };
    County county;
    std::vector<std::pair<double, double>> at;
    for (std::size_t s = 0; s < kStores; ++s) {
        at.push_back(somewhere());
        dispatch::Depot depot{s % kNodes, {}};
        for (std::size_t i = 0; i < kItems; ++i)
            depot.holds.push_back(below(4) == 0 ? 0 : static_cast<std::int64_t>(1 + below(i % 10 == 0 ? 6 : 400)));
        county.depots.push_back(std::move(depot));
    }
    county.spare.assign(kNodes, std::vector<std::int64_t>(kItems));
    for (const auto& depot : county.depots)
        for (std::size_t i = 0; i < kItems; ++i) county.spare[depot.node][i] += depot.holds[i] * 3 / 4;
    for (std::size_t r = 0; r < kPlaces; ++r) {
        const auto [x, y] = somewhere();
        dispatch::Place place;
        place.needs.assign(kItems, 0);
        for (std::size_t n = 0; n < wanted; ++n) {
            const auto item = below(kItems);
            place.needs[item] = static_cast<std::int64_t>(1 + below(item % 10 == 0 ? 4 : 80));
        }
        for (const auto& [sx, sy] : at) {
            const double km = std::hypot(x - sx, y - sy) * 1.4;
            place.km.push_back(km);
            place.minutes.push_back(20 + static_cast<std::int64_t>(std::ceil(km / 40 * 60)));
        }
        county.places.push_back(std::move(place));
    }
    return county;
}

Figures figures_of(const std::string& name, std::size_t wanted) {
    const cbc::CbcSolver solver;
    std::vector<double> seconds, gaps;
    bool proven = true;
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const auto county = county_of(seed, wanted);
        const auto begun = std::chrono::steady_clock::now();
        const auto made = dispatch::allot(county.depots, county.spare, county.places, solver, kLimit_seconds);
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
        gaps.push_back(made.gap_percent());
        proven = proven && made.proven;
    }
    const auto worst = *std::max_element(seconds.begin(), seconds.end());
    return {
        {"dispatch, 40 stores × 300 items × 20 places, " + name,
         fmt::format(
             "{:.2f} s (worst of 5: {:.2f} s), gap at most {:.2f} %",
             median(seconds),
             worst,
             *std::max_element(gaps.begin(), gaps.end())
         ),
         "–",
         "–",
         "< 2 s, proved",
         proven && worst < 2}};
}

}  // namespace

Figures dispatching() {
    auto all = figures_of("12 items each", 12);
    for (auto& each : figures_of("60 items each", 60)) all.push_back(std::move(each));
    return all;
}

}  // namespace anlan::bench
