#include <algorithm>
#include <cmath>
#include <limits>

#include "shelter/allocation.hpp"

namespace anlan::shelter {

namespace {

constexpr int kClimbsMax = 300;
constexpr int kIdleClimbs = 8;  // then shorter steps
constexpr double kShortestStep = 0.02;
constexpr double kNear = 0.001;

/// The bound at these prices, and how many more heads want each roof than it holds.
struct Valued {
    double bound_km = 0;
    std::vector<double> excess;
};

Valued value_at(
    const Walks& walks,
    const std::vector<Home>& homes,
    const std::vector<Roof>& roofs,
    const std::vector<double>& prices
) {
    Valued valued{0, std::vector<double>(roofs.size() + 1)};
    const std::vector<float> paid(prices.begin(), prices.end());
    for (std::size_t h = 0; h < homes.size(); ++h) {
        std::size_t best = 0;
        float least = walks.km(h, 0) + paid[0];
        for (std::size_t r = 1; r < walks.columns(); ++r)
            if (const float cost = walks.km(h, r) + paid[r]; cost < least) {
                least = cost;
                best = r;
            }
        const auto heads = static_cast<double>(homes[h].people);
        valued.bound_km += heads * (static_cast<double>(walks.km(h, best)) + prices[best]);
        valued.excess[best] += heads;
    }
    for (std::size_t r = 0; r < roofs.size(); ++r) {
        const auto room = static_cast<double>(std::max<std::int64_t>(0, roofs[r].room));
        valued.bound_km -= prices[r] * room;
        valued.excess[r] -= room;
    }
    valued.excess.back() = 0;
    return valued;
}

}  // namespace

double lower_bound_km(
    const Walks& walks,
    const std::vector<Home>& homes,
    const std::vector<Roof>& roofs,
    std::vector<double> prices,
    double known
) {
    for (auto& price : prices) price = std::isfinite(price) ? std::max(0.0, price) : 0.0;
    prices.resize(walks.columns());
    prices.back() = 0;
    double best = -std::numeric_limits<double>::infinity();
    auto best_prices = prices;
    double step = 1;
    for (int climb = 0, idle = 0; climb < kClimbsMax && step > kShortestStep; ++climb) {
        const auto valued = value_at(walks, homes, roofs, prices);
        if (valued.bound_km > best) {
            best = valued.bound_km;
            best_prices = prices;
            idle = 0;
        } else if (++idle == kIdleClimbs) {
            idle = 0;
            step /= 2;
            prices = best_prices;
            continue;
        }
        if (known - best <= kNear * known) break;
        double square = 0;
        for (std::size_t r = 0; r < roofs.size(); ++r)
            if (valued.excess[r] > 0 || prices[r] > 0) square += valued.excess[r] * valued.excess[r];
        if (square == 0) break;
        // Polyak: as far as the known allotment would be, were the slope the same all the way.
        const double reach = step * (known - valued.bound_km) / square;
        for (std::size_t r = 0; r < roofs.size(); ++r) prices[r] = std::max(0.0, prices[r] + reach * valued.excess[r]);
    }
    return best;
}

}  // namespace anlan::shelter
