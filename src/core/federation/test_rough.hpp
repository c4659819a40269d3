#pragma once

#include "federation/rough_network.hpp"
#include "federation/test_station.hpp"

namespace anlan::federation::test {

constexpr Roughness kBad{100, 100, 20, Milliseconds{5}, Milliseconds{900}};

/// A county and a town with a bad network between, all on one clock.
struct Rough : ::testing::Test {
    ManualClock clock{Instant{std::chrono::seconds{1690504620}}};
    seal::SeededDice dice{11};
    RoughNetwork network{clock, dice, kBad};
    std::unique_ptr<Station> county = std::make_unique<Station>("350581000000", "石狮市", 1);
    std::unique_ptr<Station> town = std::make_unique<Station>("350581106000", "永宁镇", 2);

    void SetUp() override {
        for (auto* station : {county.get(), town.get()}) station->open(network.line_of(station->area()));
        county->meet(*town);
        town->meet(*county);
    }
    void settle() {
        for (auto* station : {county.get(), town.get()}) station->trial.set_clock(clock.now());
        while (network.deliver() + county->step() + town->step() > 0) {
        }
    }
    void pass(Milliseconds time) {
        const auto until = clock.now() + time;
        while (clock.now() < until) {
            clock.advance(Milliseconds{50});
            settle();
        }
    }
    void say(Station& station, int from, int to) {
        for (int i = from; i < to; ++i) station.trial.given("w" + std::to_string(i), WordSent{std::to_string(i)});
    }
    std::vector<std::string> numbers(int from, int to) {
        std::vector<std::string> all;
        for (int i = from; i < to; ++i) all.push_back(std::to_string(i));
        return all;
    }
};

}  // namespace anlan::federation::test
