#include "federation/test_rough.hpp"

namespace anlan::federation {
namespace {

using test::CrySent;
using test::Rough;
using test::Station;
using test::WordSent;

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

TEST_F(a_slow_line, carries_no_more_than_its_rate) {
    network.set_roughness(kSatellite);
    for (int i = 0; i < 300; ++i)
        network.line_of(town->area()).send(county->area(), Lane::routine, std::string(120, 'x'));
    clock.advance(std::chrono::seconds{11});
    EXPECT_NEAR(static_cast<double>(network.deliver()), 102, 2) << "1,200 bytes a second, after 0.75 s";
}

TEST_F(a_slow_line, gathers_routine_entries_and_repeats_none) {
    network.set_roughness(kSatellite);
    pass(std::chrono::seconds{20});
    network.overhear(true);
    say(*town, 0, 600);
    pass(std::chrono::minutes{4});
    ASSERT_EQ(county->heard(), numbers(0, 600));
    std::int64_t bytes = 0;
    for (const auto& [to, frame] : network.overheard())
        if (to == county->area()) bytes += static_cast<std::int64_t>(frame.size());
    EXPECT_LE(bytes / 600, 60) << "statuses included";
}

/// Words that no dictionary knows, said again and again, as stations do.
std::string report(int number) {
    return "第" + std::to_string(number) + "号：" +
           "值班员巡查下宅村老闸口，水位平稳，围堰完好，抽水机两台运转正常，群众情绪稳定，无异常情况，继续值守。";
}

TEST_F(a_slow_line, says_no_words_twice) {
    network.set_roughness(kSatellite);
    pass(std::chrono::seconds{20});
    network.overhear(true);
    for (int i = 0; i < 40; ++i) {
        town->trial.given("w" + std::to_string(i), WordSent{report(i)});
        pass(std::chrono::seconds{20});
    }
    ASSERT_EQ(county->heard().size(), 40U);
    std::int64_t bytes = 0, frames = 0;
    for (const auto& [to, frame] : network.overheard())
        if (to == county->area() && frame[1] != 2) bytes += static_cast<std::int64_t>(frame.size()), ++frames;
    EXPECT_EQ(frames, 40) << "each alone, twenty seconds apart";
    EXPECT_LE(bytes / 40, 90) << "the report alone has " << report(0).size() << " bytes";
}

TEST_F(a_slow_line, goes_on_though_the_other_end_remembers_other_words) {
    network.set_roughness(kSatellite);
    for (int i = 0; i < 5; ++i) town->trial.given("w" + std::to_string(i), WordSent{report(i)});
    pass(std::chrono::seconds{30});
    ASSERT_EQ(county->heard().size(), 5U);
    county->trial.rows().run("UPDATE arrival SET body = 'from an older program'");
    for (int i = 5; i < 10; ++i) town->trial.given("w" + std::to_string(i), WordSent{report(i)});
    pass(std::chrono::minutes{3});
    EXPECT_EQ(county->heard().size(), 10U);
    EXPECT_TRUE(county->faults.empty()) << "nobody forged anything";
}

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

/// One packet in ten is lost, so one cry in a hundred loses its repetition too and takes longer.
TEST_F(a_slow_line, with_losses_still_brings_nine_cries_of_ten_in_ten_seconds_and_all_of_them) {
    auto lossy = kSatellite;
    lossy.lost_per_mille = 100;
    network.set_roughness(lossy);
    const auto cries = [&] {
        const auto heard = county->heard();
        return std::count_if(heard.begin(), heard.end(), [](const auto& word) { return word.starts_with("呼救"); });
    };
    std::int64_t in_time = 0;
    for (int i = 0; i < 10; ++i) {
        say(*town, i * 100, i * 100 + 100);
        town->trial.given("c" + std::to_string(i), CrySent{"呼救" + std::to_string(i), ""});
        const auto before = cries();
        pass(std::chrono::seconds{10});
        if (cries() > before) ++in_time;
    }
    EXPECT_GE(in_time, 9);
    pass(std::chrono::seconds{10});
    EXPECT_EQ(cries(), 10);
}

TEST_F(a_slow_line, that_comes_back_brings_a_cry_at_once_though_an_older_one_arrived_unreceipted) {
    const Roughness slow{0, 0, 0, Milliseconds{750}, Milliseconds{750}},
        silent{1000, 0, 0, Milliseconds{1}, Milliseconds{1}};
    network.set_roughness(slow);
    pass(std::chrono::seconds{20});
    network.set_roughness(silent);
    network.overhear(true);
    town->trial.given("c1", CrySent{"first", ""});
    pass(Milliseconds{200});
    for (const auto& [to, frame] : std::vector(network.overheard()))
        if (to == county->area()) network.inject(town->area(), county->area(), frame);
    pass(Milliseconds{200});
    ASSERT_EQ(county->heard(), std::vector<std::string>{"first"}) << "and its receipt is lost";
    network.set_up(town->area(), false);
    pass(std::chrono::seconds{60});
    town->trial.given("c2", CrySent{"second", ""});
    network.set_roughness(slow);
    network.set_up(town->area(), true);
    pass(Milliseconds{1'000});
    EXPECT_EQ(county->heard(), (std::vector<std::string>{"first", "second"})) << "by the first frame, in one trip";
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
    EXPECT_NE(county->told.front().find("永宁镇的时钟比本站慢约 "), std::string::npos) << county->told.front();
    EXPECT_NE(town->told.front().find("石狮市的时钟比本站快约 "), std::string::npos) << town->told.front();
    EXPECT_NE(county->told.front().find(" 天 "), std::string::npos) << "two days are not told in minutes";
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

using a_parent_put_back_to_an_old_copy = Rough;

TEST_F(a_parent_put_back_to_an_old_copy, gets_back_what_its_children_hold_and_says_so) {
    network.set_roughness({});
    say(*town, 0, 30);
    for (int i = 0; i < 30; ++i) county->trial.given("d" + std::to_string(i), WordSent{"down" + std::to_string(i)});
    pass(std::chrono::seconds{5});
    ASSERT_EQ(town->heard().size(), 30U);
    // The old copy knows the first ten of its own words and nothing of the town's.
    auto old = std::make_unique<Station>("350581000000", "石狮市", 6);
    old->key = county->key;
    for (int i = 0; i < 10; ++i) {
        old->trial.set_clock(Instant{std::chrono::seconds{1690504620}});
        old->trial.given("d" + std::to_string(i), WordSent{"down" + std::to_string(i)});
    }
    county->exchange->stop();
    std::swap(county, old);
    county->open(network.line_of(county->area()));
    county->meet(*town);
    county->trial.set_clock(clock.now());
    county->trial.given("new", WordSent{"new"});
    pass(std::chrono::seconds{30});
    EXPECT_EQ(county->heard(), numbers(0, 30)) << "the town sends again what the copy does not know";
    EXPECT_EQ(town->heard().size(), 31U) << "what was there counts once, what is new arrives";
    EXPECT_EQ(town->heard().back(), "new");
    EXPECT_EQ(county->faults, std::vector<std::string>{"rolled_back"});
    say(*town, 30, 32);
    pass(std::chrono::seconds{5});
    EXPECT_EQ(county->heard().size(), 32U);
    EXPECT_TRUE(county->trial.prove().ok);
    EXPECT_TRUE(town->trial.prove().ok);
}

}  // namespace
}  // namespace anlan::federation
