#include "federation/rough_network.hpp"

#include "federation/test_station.hpp"

namespace anlan::federation {
namespace {

using test::CrySent;
using test::Station;
using test::WordSent;

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

using a_bad_line = Rough;

TEST_F(a_bad_line, brings_everything_once_and_in_order) {
    say(*town, 0, 400);
    say(*county, 1000, 1100);
    pass(std::chrono::minutes{10});
    EXPECT_EQ(county->heard(), numbers(0, 400));
    EXPECT_EQ(town->heard(), numbers(1000, 1100));
    EXPECT_EQ(town->exchange->links().front().waiting, 0);
    EXPECT_TRUE(county->trial.prove().ok);
}

using a_slow_line = Rough;

/// 9,600 bit/s, a second and a half there and back: the satellite link of the issue.
constexpr Roughness kSatellite{0, 0, 0, Milliseconds{750}, Milliseconds{760}, 1'200};

TEST_F(a_slow_line, lets_a_cry_overtake_three_days_of_routine) {
    network.set_roughness(kSatellite);
    pass(std::chrono::seconds{10});
    network.set_up(town->area(), false);
    say(*town, 0, 3'000);
    town->trial.given("c", CrySent{"呼救", ""});
    pass(std::chrono::minutes{1});
    network.set_up(town->area(), true);
    pass(std::chrono::seconds{10});
    ASSERT_FALSE(county->heard().empty());
    EXPECT_EQ(county->heard().front(), "呼救");
}

TEST_F(a_slow_line, never_lets_a_later_cry_wait_for_what_is_on_its_way) {
    network.set_roughness(kSatellite);
    for (int i = 0; i < 6'000; ++i) town->trial.given("w", WordSent{seal::to_hex(dice.bytes(20))});
    pass(std::chrono::seconds{20});
    ASSERT_LT(county->heard().size(), 6'000U) << "the backlog is still crossing";
    town->trial.given("c", CrySent{"呼救", ""});
    pass(std::chrono::seconds{6});
    const auto heard = county->heard();
    EXPECT_NE(std::find(heard.begin(), heard.end(), "呼救"), heard.end());
}

TEST_F(a_slow_line, with_losses_still_brings_a_cry_in_ten_seconds) {
    auto lossy = kSatellite;
    lossy.lost_per_mille = 100;
    network.set_roughness(lossy);
    for (int i = 0; i < 10; ++i) {
        say(*town, i * 100, i * 100 + 100);
        const auto word = "呼救" + std::to_string(i);
        town->trial.given("c" + word, CrySent{word, ""});
        pass(std::chrono::seconds{10});
        const auto heard = county->heard();
        EXPECT_NE(std::find(heard.begin(), heard.end(), word), heard.end()) << word;
    }
}

using somebody_who_listens = Rough;

TEST_F(somebody_who_listens, gains_nothing_by_saying_it_again) {
    network.set_roughness({});
    network.overhear(true);
    say(*town, 0, 5);
    pass(std::chrono::seconds{5});
    for (const auto& [to, frame] : std::vector(network.overheard())) network.inject(town->area(), to, frame);
    pass(std::chrono::seconds{5});
    EXPECT_EQ(county->heard(), numbers(0, 5));
    EXPECT_FALSE(county->exchange->links().front().refused) << "a repeated status is no second machine";
}

TEST_F(somebody_who_listens, cannot_speak_for_a_town) {
    network.set_roughness({});
    pass(std::chrono::seconds{1});
    Station forger("350581106000", "冒充者", 9);
    RoughNetwork elsewhere(clock, dice, {});
    forger.open(elsewhere.line_of(forger.area()));
    forger.meet(*county);
    elsewhere.line_of(county->area());
    elsewhere.overhear(true);
    forger.trial.set_clock(clock.now());
    forger.exchange->step();
    ASSERT_FALSE(elsewhere.overheard().empty());
    network.inject(town->area(), county->area(), elsewhere.overheard().front().second);
    pass(std::chrono::seconds{1});
    EXPECT_EQ(county->faults, std::vector<std::string>{"frame_forged"});
    EXPECT_TRUE(county->exchange->links().front().up);
}

using two_machines_with_one_key = Rough;

TEST_F(two_machines_with_one_key, are_found_out_and_refused) {
    network.set_roughness({});
    pass(std::chrono::seconds{1});
    Station twin("350581106000", "永宁镇", 77);
    twin.key = town->key;
    twin.open(network.line_of(twin.area()));  // takes the line over, as a second machine on the same address would
    twin.meet(*county);
    for (int i = 0; i < 5; ++i) {
        twin.trial.set_clock(clock.now());
        twin.step();
        clock.advance(std::chrono::seconds{11});
        settle();
    }
    EXPECT_TRUE(county->exchange->links().front().refused);
    EXPECT_EQ(county->faults, std::vector<std::string>{"same_key_twice"});
}

using a_wrong_clock = Rough;

TEST_F(a_wrong_clock, is_told_and_holds_nothing_up) {
    network.set_roughness({0, 0, 0, Milliseconds{100}, Milliseconds{200}});
    pass(std::chrono::seconds{1});
    for (int i = 0; i < 400; ++i) {
        clock.advance(Milliseconds{50});
        county->trial.set_clock(clock.now());
        town->trial.set_clock(clock.now() - std::chrono::hours{48});
        if (i == 10) say(*town, 0, 5);
        while (network.deliver() + county->step() + town->step() > 0) {
        }
    }
    EXPECT_EQ(county->heard(), numbers(0, 5));
    const auto apart = county->exchange->links().front().clock_difference_ms;
    ASSERT_TRUE(apart);
    EXPECT_NEAR(static_cast<double>(*apart), -48.0 * 3'600'000, 2'000);
    EXPECT_EQ(county->faults, std::vector<std::string>{"clock_off"});
    EXPECT_EQ(town->faults, std::vector<std::string>{"clock_off"});
}

using a_node_put_back_to_an_old_copy = Rough;

TEST_F(a_node_put_back_to_an_old_copy, heals_by_itself) {
    network.set_roughness({});
    say(*town, 0, 30);
    pass(std::chrono::seconds{5});
    auto old = std::make_unique<Station>("350581106000", "永宁镇", 5);
    old->key = town->key;
    for (int i = 0; i < 20; ++i) {
        old->trial.set_clock(Instant{std::chrono::seconds{1690504620}});
        old->trial.given("w" + std::to_string(i), WordSent{std::to_string(i)});
    }
    town->exchange->stop();
    std::swap(town, old);
    say(*town, 100, 103);
    town->open(network.line_of(town->area()));
    town->meet(*county);
    pass(std::chrono::seconds{30});
    auto expected = numbers(0, 30);
    for (const auto& word : numbers(100, 103)) expected.push_back(word);
    EXPECT_EQ(county->heard(), expected) << "what was lost stays known above; what is new arrives once";
    EXPECT_EQ(town->faults, std::vector<std::string>{"rolled_back"});
    say(*town, 103, 105);
    pass(std::chrono::seconds{5});
    EXPECT_EQ(county->heard().size(), 35U);
    EXPECT_TRUE(county->trial.prove().ok);
    EXPECT_TRUE(town->trial.prove().ok);
}

}  // namespace
}  // namespace anlan::federation
