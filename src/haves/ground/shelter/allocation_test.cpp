#include "shelter/allocation.hpp"

#include <gtest/gtest.h>

#include "seal/seal.hpp"
#include "shelter/allocation_exact.hpp"

namespace anlan::optimise {
const Solver& solver_for_tests();
}

namespace anlan::shelter {
namespace {

double unit(seal::Dice& dice) {
    return static_cast<double>(dice.roll() >> 11) / 9007199254740992.0;
}

std::vector<std::int64_t> loads(const Allocation& made, const std::vector<Home>& homes, std::size_t roofs) {
    std::vector<std::int64_t> load(roofs);
    for (std::size_t h = 0; h < homes.size(); ++h)
        if (made.roof_of[h]) load[*made.roof_of[h]] += homes[h].people;
    return load;
}

TEST(an_allocation, without_shelters_says_that_nobody_is_placed) {
    const auto made = allocate({{118.7, 24.7, 4}}, {});
    EXPECT_FALSE(made.roof_of.front());
    EXPECT_EQ(made.unplaced, 4);
}

TEST(an_allocation, sends_everybody_to_the_nearest_roof_where_there_is_room) {
    const auto made = allocate({{118.70, 24.7, 4}, {118.80, 24.7, 4}}, {{118.71, 24.7, 9}, {118.79, 24.7, 9}});
    EXPECT_EQ(made.roof_of[0], 0U);
    EXPECT_EQ(made.roof_of[1], 1U);
    EXPECT_NEAR(made.gap_percent(), 0, 1e-6);
}

TEST(an_allocation, moves_the_one_for_whom_the_other_roof_is_least_detour) {
    const auto made = allocate({{118.70, 24.7, 4}, {118.72, 24.7, 4}}, {{118.70, 24.7, 4}, {118.75, 24.7, 9}});
    EXPECT_EQ(made.roof_of[0], 0U);
    EXPECT_EQ(made.roof_of[1], 1U);
}

struct MovingTown {
    std::vector<Home> homes;
    std::vector<Roof> roofs;
    std::int64_t people = 0, room = 0;
};

MovingTown town_of(std::uint64_t seed) {
    seal::SeededDice dice{seed};
    MovingTown town;
    for (int i = 0; i < 300; ++i) {
        town.homes.push_back(
            {118.6 + unit(dice) / 5, 24.6 + unit(dice) / 5, static_cast<std::int64_t>(1 + dice.roll() % 7)}
        );
        town.people += town.homes.back().people;
    }
    for (int i = 0; i < 12; ++i) {
        town.roofs.push_back(
            {118.6 + unit(dice) / 5, 24.6 + unit(dice) / 5, static_cast<std::int64_t>(60 + dice.roll() % 120)}
        );
        town.room += town.roofs.back().room;
    }
    return town;
}

/// The same with less than a household of room to spare at each roof.
MovingTown tight_town_of(std::uint64_t seed) {
    auto town = town_of(seed);
    const auto rooms = town.room;
    town.room = 0;
    for (auto& roof : town.roofs) town.room += roof.room = (roof.room * (town.people + 24)) / rooms + 1;
    return town;
}

void expect_kept(const Allocation& made, const MovingTown& town) {
    const auto load = loads(made, town.homes, town.roofs.size());
    for (std::size_t r = 0; r < town.roofs.size(); ++r) ASSERT_LE(load[r], town.roofs[r].room);
    ASSERT_LE(made.bound_km, made.person_km + 1e-6);
}

TEST(an_allocation, never_fills_a_roof_over_its_room_and_leaves_out_only_what_cannot_be_placed) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const auto town = town_of(seed);
        const auto made = allocate(town.homes, town.roofs);
        SCOPED_TRACE(seed);
        expect_kept(made, town);
        if (town.room <= town.people + 7 * 12) continue;
        EXPECT_EQ(made.unplaced, 0);
        EXPECT_LT(made.gap_percent(), 5);
    }
}

TEST(an_allocation, that_is_not_near_its_bound_is_solved_exactly_and_is_never_worse_for_it) {
    const auto& solver = optimise::solver_for_tests();
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const auto town = tight_town_of(seed);
        const auto quick = allocate(town.homes, town.roofs);
        const auto made = allocate_exactly(town.homes, town.roofs, solver, 2);
        SCOPED_TRACE(seed);
        expect_kept(made, town);
        EXPECT_LE(made.unplaced, quick.unplaced);
        if (made.unplaced == quick.unplaced) {
            EXPECT_LE(made.person_km, quick.person_km + 1e-6);
        }
        EXPECT_LT(made.gap_percent(), 5);
    }
}

/// Small enough to try every allotment: the solver finds the best one.
TEST(an_allocation, of_a_handful_of_households_is_the_best_of_all) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        seal::SeededDice dice{seed};
        std::vector<Home> homes;
        std::vector<Roof> roofs;
        for (int i = 0; i < 6; ++i)
            homes.push_back({118.6 + unit(dice) / 5, 24.6, static_cast<std::int64_t>(1 + dice.roll() % 4)});
        for (int i = 0; i < 3; ++i) roofs.push_back({118.6 + unit(dice) / 5, 24.6, 5});
        const Walks walks(homes, roofs);
        double best = 1e9;
        for (int code = 0; code < 4096; ++code) {  // a base-4 digit for each household: one of three roofs, or none
            std::vector<std::int64_t> load(4);
            double sum = 0;
            for (std::size_t h = 0; h < homes.size(); ++h) {
                const auto roof = static_cast<std::size_t>(code >> (2 * h) & 3);
                load[roof] += homes[h].people;
                sum += static_cast<double>(homes[h].people) * static_cast<double>(walks.km(h, roof));
            }
            if (load[0] <= 5 && load[1] <= 5 && load[2] <= 5) best = std::min(best, sum);
        }
        const auto made = allocate_exactly(homes, roofs, optimise::solver_for_tests(), 2);
        EXPECT_NEAR(made.person_km + static_cast<double>(made.unplaced) * kNowhereKm, best, 1e-3) << "seed " << seed;
    }
}

}  // namespace
}  // namespace anlan::shelter
