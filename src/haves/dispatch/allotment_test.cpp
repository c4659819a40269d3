#include "dispatch/allotment.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace anlan::optimise {
const Solver& solver_for_tests();
}  // namespace anlan::optimise

namespace anlan::dispatch {
namespace {

constexpr double kSeconds = 20;

Allotment solved(
    const std::vector<Depot>& depots,
    const std::vector<std::vector<std::int64_t>>& spare,
    const std::vector<Place>& places
) {
    return allot(depots, spare, places, optimise::solver_for_tests(), kSeconds);
}

TEST(an_allotment, sends_what_there_is_and_says_what_is_missing) {
    const auto made = solved({{0, {3}}}, {{3}}, {{{5}, {2}, {10}}});
    ASSERT_EQ(made.sent.size(), 1U);
    EXPECT_EQ(made.sent[0].quantity, 3);
    EXPECT_EQ(made.unmet[0][0], 2);
}

TEST(an_allotment, leaves_a_node_its_minimum_though_the_store_holds_more) {
    const auto made = solved({{0, {3}}, {1, {3}}}, {{1}, {3}}, {{{3}, {1, 30}, {5, 60}}});
    std::map<std::size_t, std::int64_t> of;
    for (const auto& each : made.sent) of[each.depot] += each.quantity;
    EXPECT_LE(of[0], 1);
    EXPECT_EQ(of[0] + of[1], 3);
    EXPECT_TRUE(made.proven);
}

TEST(an_allotment, takes_one_lorry_where_two_would_drive_further) {
    // Each near store has one of the two items, the third has both a little further off and in the same time.
    const auto made = solved({{0, {5, 0}}, {0, {0, 5}}, {0, {5, 5}}}, {{99, 99}}, {{{2, 2}, {6, 6, 7}, {30, 30, 30}}});
    EXPECT_NEAR(made.km, 7, 1e-9);
    EXPECT_TRUE(made.proven);
}

TEST(an_allotment, prefers_an_earlier_arrival_to_a_shorter_way) {
    const auto made = solved({{0, {5}}, {0, {5}}}, {{99}}, {{{2}, {1, 20}, {90, 30}}});
    EXPECT_EQ(made.latest_minutes[0], 30);
    EXPECT_NEAR(made.km, 20, 1e-9);
}

TEST(an_allotment, serves_the_more_urgent_place_first) {
    const auto made = solved({{0, {3}}}, {{3}}, {{{2}, {9}, {30}}, {{2}, {1}, {10}}});
    EXPECT_EQ(made.unmet[0][0], 0);
    EXPECT_EQ(made.unmet[1][0], 1);
}

/// The least way by trying every choice of lorries, for networks small enough.
double least_km(
    const std::vector<Depot>& depots,
    const std::vector<std::vector<std::int64_t>>& spare,
    const Place& place,
    const std::vector<std::int64_t>& met,
    std::int64_t latest
) {
    double best = 1e18;
    for (unsigned choice = 0; choice < (1U << depots.size()); ++choice) {
        double km = 0;
        auto left = spare;
        std::vector<std::int64_t> got(met.size());
        bool in_time = true;
        for (std::size_t s = 0; s < depots.size(); ++s) {
            if ((choice & (1U << s)) == 0) continue;
            in_time = in_time && place.minutes[s] <= latest;
            km += place.km[s];
            for (std::size_t i = 0; i < met.size(); ++i) {
                const auto give = std::min(depots[s].holds[i], left[depots[s].node][i]);
                got[i] += give;
                left[depots[s].node][i] -= give;
            }
        }
        bool enough = in_time;
        for (std::size_t i = 0; i < met.size(); ++i) enough = enough && got[i] >= met[i];
        if (enough) best = std::min(best, km);
    }
    return best;
}

RC_GTEST_PROP(an_allotment, gives_whole_pieces_within_every_limit_and_drives_the_least, ()) {
    const auto stores = *rc::gen::inRange<std::size_t>(1, 7);
    const auto items = *rc::gen::inRange<std::size_t>(1, 4);
    const auto quantity = rc::gen::inRange<std::int64_t>(0, 9);
    std::vector<Depot> depots;
    Place place;
    for (std::size_t s = 0; s < stores; ++s) {
        depots.push_back({s % 2, *rc::gen::container<std::vector<std::int64_t>>(items, quantity)});
        place.km.push_back(static_cast<double>(*rc::gen::inRange(1, 30)));
        place.minutes.push_back(*rc::gen::inRange<std::int64_t>(1, 6) * 10);
    }
    std::vector<std::vector<std::int64_t>> spare(2);
    for (auto& each : spare) each = *rc::gen::container<std::vector<std::int64_t>>(items, quantity);
    place.needs = *rc::gen::container<std::vector<std::int64_t>>(items, quantity);
    const auto made = solved(depots, spare, {place});
    std::vector<std::int64_t> arrived(items);
    std::map<std::pair<std::size_t, std::size_t>, std::int64_t> from_depot, from_node;
    for (const auto& each : made.sent) {
        RC_ASSERT(each.quantity > 0);
        arrived[each.item] += each.quantity;
        from_depot[{each.depot, each.item}] += each.quantity;
        from_node[{depots[each.depot].node, each.item}] += each.quantity;
    }
    for (const auto& [key, sum] : from_depot) RC_ASSERT(sum <= depots[key.first].holds[key.second]);
    for (const auto& [key, sum] : from_node) RC_ASSERT(sum <= spare[key.first][key.second]);
    for (std::size_t i = 0; i < items; ++i) RC_ASSERT(arrived[i] + made.unmet[0][i] == place.needs[i]);
    RC_ASSERT(made.proven);
    if (!made.sent.empty())
        RC_ASSERT(std::abs(made.km - least_km(depots, spare, place, arrived, made.latest_minutes[0])) < 1e-6);
}

}  // namespace
}  // namespace anlan::dispatch
