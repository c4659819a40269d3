#include "shelter/allocation_exact.hpp"

#include <algorithm>

namespace anlan::shelter {

namespace {

constexpr std::size_t kChoicesMax = 12'000;  // a household times a roof
constexpr std::size_t kTinyMax = 400;        // proved the best possible in no time
constexpr double kGoodPercent = 1;

/// One choice for each household and roof; the last roof of each is none.
struct Choices {
    optimise::Program program;
    std::size_t columns = 0;  ///< of each household
    std::vector<double> start;
};

Choices choices_of(
    const Walks& walks, const std::vector<Home>& homes, const std::vector<Roof>& roofs, const Allocation& made
) {
    Choices all{{}, walks.columns(), {}};
    std::vector<std::vector<optimise::Term>> load(roofs.size());
    for (std::size_t h = 0; h < homes.size(); ++h) {
        const auto heads = static_cast<double>(homes[h].people);
        std::vector<optimise::Term> once;
        for (std::size_t r = 0; r < all.columns; ++r) {
            const auto choice = all.program.choice(heads * static_cast<double>(walks.km(h, r)));
            once.push_back({choice, 1});
            if (r < roofs.size()) load[r].push_back({choice, heads});
            all.start.push_back(made.roof_of[h].value_or(roofs.size()) == r ? 1 : 0);
        }
        all.program.row(std::move(once), 1, 1);
    }
    for (std::size_t r = 0; r < roofs.size(); ++r)
        all.program.row(std::move(load[r]), 0, static_cast<double>(std::max<std::int64_t>(0, roofs[r].room)));
    return all;
}

Allocation read(
    const optimise::Found& found, const Choices& choices, const Walks& walks, const std::vector<Home>& homes
) {
    Allocation made;
    double nowhere_km = 0;
    for (std::size_t h = 0; h < homes.size(); ++h) {
        std::size_t roof = 0;
        while (found.values[h * choices.columns + roof] < 0.5) ++roof;
        if (roof + 1 == choices.columns) {
            made.roof_of.emplace_back(std::nullopt);
            made.unplaced += homes[h].people;
            nowhere_km += static_cast<double>(homes[h].people) * kNowhereKm;
        } else {
            made.roof_of.emplace_back(roof);
            made.person_km += static_cast<double>(homes[h].people) * static_cast<double>(walks.km(h, roof));
        }
    }
    made.bound_km = std::min(made.person_km, found.bound - nowhere_km);
    return made;
}

}  // namespace

Allocation allocate_exactly(
    const Walks& walks,
    const std::vector<Home>& homes,
    const std::vector<Roof>& roofs,
    const optimise::Solver& solver,
    double limit_seconds
) {
    auto made = allocate(walks, homes, roofs);
    const bool good = made.unplaced == 0 && made.gap_percent() <= kGoodPercent;
    const bool tiny = homes.size() * roofs.size() <= kTinyMax;
    if ((good && !tiny) || homes.size() * (roofs.size() + 1) > kChoicesMax) return made;
    const auto choices = choices_of(walks, homes, roofs, made);
    const auto found = solver.solve(choices.program, limit_seconds, choices.start);
    if (!found) return made;
    auto exact = read(*found, choices, walks, homes);
    if (exact.unplaced == made.unplaced) exact.bound_km = std::max(exact.bound_km, made.bound_km);
    exact.bound_km = std::min(exact.bound_km, exact.person_km);
    return exact;
}

Allocation allocate_exactly(
    const std::vector<Home>& homes, const std::vector<Roof>& roofs, const optimise::Solver& solver, double limit_seconds
) {
    return allocate_exactly(Walks(homes, roofs), homes, roofs, solver, limit_seconds);
}

}  // namespace anlan::shelter
