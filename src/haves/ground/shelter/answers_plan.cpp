#include <algorithm>

#include "organisation/queries.hpp"
#include "shelter/allocation_exact.hpp"
#include "shelter/answers.hpp"

namespace anlan::shelter {

namespace {

constexpr double kLimitSeconds = 4;  // an officer waits for it

struct Asked {
    std::vector<HouseholdFacts> households;
    std::vector<Home> homes;
    std::int64_t guessed = 0, listed_elsewhere = 0;
};

Asked asked_for(const PlanAsked& asked, const World& world, store::Rows& rows) {
    Asked found;
    for (auto& facts : households_of(rows, asked.area)) {
        const bool wanted =
            asked.kinds.empty() || std::find(asked.kinds.begin(), asked.kinds.end(), facts.kind) != asked.kinds.end();
        if (!wanted) continue;
        if (open_listing(rows, facts.id, world)) {
            ++found.listed_elsewhere;
            continue;
        }
        Home home{facts.lon.value_or(0), facts.lat.value_or(0), facts.people};
        if (!facts.lon || !facts.lat) {
            const auto village = organisation::area_facts(rows, facts.area);
            home.lon = village ? village->lon.value_or(0) : 0;
            home.lat = village ? village->lat.value_or(0) : 0;
            ++found.guessed;
        }
        found.homes.push_back(home);
        found.households.push_back(std::move(facts));
    }
    return found;
}

}  // namespace

PlanAnswer planned(
    const PlanAsked& asked,
    const World& world,
    store::Rows& rows,
    const optimise::Solver& solver,
    const geo::Roads* roads
) {
    const auto found = asked_for(asked, world, rows);
    const auto shelters = shelters_of(rows, asked.area);
    std::vector<Roof> roofs;
    for (const auto& shelter : shelters) {
        const auto free = room_at(shelter, asked.stage) - heads_in(rows, shelter.id, world);
        roofs.push_back({shelter.lon.value_or(0), shelter.lat.value_or(0), shelter.lon && shelter.lat ? free : 0});
    }
    const Walks walks(found.homes, roofs, roads);
    const auto made = allocate_exactly(walks, found.homes, roofs, solver, kLimitSeconds);
    PlanAnswer body;
    body.by_road = roads != nullptr;
    body.households = static_cast<std::int64_t>(found.households.size());
    body.guessed = found.guessed;
    body.listed_elsewhere = found.listed_elsewhere;
    body.unplaced = made.unplaced;
    body.person_km = made.person_km;
    body.gap_percent = made.gap_percent();
    for (std::size_t s = 0; s < shelters.size(); ++s)
        body.shelters.push_back({shelters[s].id, shelters[s].name, std::max<std::int64_t>(0, roofs[s].room), 0, 0, 0});
    for (std::size_t h = 0; h < found.households.size(); ++h) {
        body.people += found.homes[h].people;
        if (!made.roof_of[h]) continue;
        auto& shelter = body.shelters[*made.roof_of[h]];
        shelter.people += found.homes[h].people;
        ++shelter.households;
        shelter.farthest_km = std::max(shelter.farthest_km, static_cast<double>(walks.km(h, *made.roof_of[h])));
        body.allotted.push_back({found.households[h].id, shelter.shelter});
    }
    return body;
}

}  // namespace anlan::shelter
