// Whatever happens to a nats-server or its files, both lanes work again without a person.
#include <gtest/gtest.h>

#include <csignal>

#include "nats/neighbour.hpp"
#include "nats/stations_for_tests.hpp"

namespace anlan::nats {
namespace {

namespace fs = std::filesystem;
using federation::Lane;

/// A line looks after its streams every few seconds; until then routine frames go the other way.
constexpr std::chrono::seconds kStreamsBack{20};

struct a_link : ::testing::Test, Stations {
    std::optional<Station> county, town;

    a_link() {
        towns.erase(kOther);
        above.children.resize(1);
        county.emplace(above, clock, dice), town.emplace(towns[kTown], clock, dice);
    }

    void works(const std::string& when) {
        for (const auto lane : {Lane::urgent, Lane::routine}) {
            EXPECT_TRUE(arrives(*town, *county, lane, when)) << when;
            EXPECT_TRUE(arrives(*county, *town, lane, when)) << when;
        }
    }
};

TEST_F(a_link, works_again_after_a_server_was_killed) {
    works("before");
    for (auto* station : {&*town, &*county}) {
        const int killed = station->line.server_pid();
        ASSERT_GT(killed, 0);
        ::kill(killed, SIGKILL);
        works("after");
        EXPECT_NE(station->line.server_pid(), killed);
    }
}

TEST_F(a_link, works_again_after_its_streams_were_deleted) {
    works("before");
    for (auto* station : {&*town, &*county}) {
        Streams streams(station->place, kTown);
        auto names = streams.names();
        const auto limit = std::chrono::steady_clock::now() + kStreamsBack;
        while (names.size() < 2 && std::chrono::steady_clock::now() < limit) names = streams.names();
        EXPECT_EQ(names.size(), 2U) << "one out, one in";
        for (const auto& name : names) streams.client.drop_stream(name);
        works("after");
    }
}

TEST_F(a_link, works_again_after_its_files_were_cut_short_or_taken_away) {
    works("before");
    for (auto* station : {&*town, &*county}) {
        for (const auto& entry : fs::recursive_directory_iterator(station->place.dir + "/store"))
            if (entry.is_regular_file()) fs::resize_file(entry, 3);
        works("cut short");
        fs::remove_all(station->place.dir + "/store");
        works("taken away");
        ::kill(station->line.server_pid(), SIGKILL);
        works("taken away and killed");
    }
}

TEST_F(a_link, works_again_with_last_weeks_files) {
    works("before");
    for (auto* station : {&town, &county}) {
        const auto place = (*station)->place;
        const auto store = place.dir + "/store", kept = place.dir + "_last_week";
        fs::copy(store, kept, fs::copy_options::recursive);
        works("since then");
        station->reset();
        fs::remove_all(store);
        fs::copy(kept, store, fs::copy_options::recursive);
        station->emplace(place, clock, dice);
        works("after");
    }
}

TEST_F(a_link, uses_streams_for_routine_frames_only) {
    works("before");
    Streams streams(town->place, kTown);
    const auto out = [&] {
        for (const auto& name : streams.names())
            if (name.starts_with("out_")) return streams.client.stream(name)->last_number;
        return std::uint64_t{0};
    };
    const auto before = out();
    EXPECT_TRUE(arrives(*town, *county, Lane::urgent, "urgent"));
    EXPECT_EQ(out(), before);
    EXPECT_TRUE(arrives(*town, *county, Lane::routine, "routine"));
    EXPECT_GT(out(), before);
}

TEST_F(a_link, takes_a_child_in_while_it_works) {
    works("before");
    NatsPlace late = towns[kTown];
    const auto key = make_nkey(dice);
    late.area = kOther, late.dir = (folder.path / "late").string(), late.client_port = free_port();
    late.own_seed = key.seed;
    const int server = county->line.server_pid();
    county->line.set_children({above.children.front(), {kOther, key.public_key}});
    Station joined(late, clock, dice);
    EXPECT_TRUE(arrives(joined, *county, Lane::routine, "new"));
    EXPECT_TRUE(arrives(*county, joined, Lane::urgent, "new"));
    works("after");
    EXPECT_EQ(county->line.server_pid(), server) << "nobody else was disturbed by a restart";
}

TEST_F(a_link, asks_again_when_the_server_did_not_know_the_account_yet) {
    const auto strange = make_nkey(dice);
    NatsPlace other = above;
    other.dir = (folder.path / "other").string(), other.client_port = free_port(), other.leaf_port = free_port();
    other.children.clear();
    NatsServer server(other, 0, dice);
    server.start();
    const auto login = Login{other.client_port, "own_" + link_account(kOther), server.password()};
    Client early(login);
    while (!early.given_up()) std::this_thread::yield();
    EXPECT_FALSE(early.subscribe("x", [](const std::string&) {}));

    Neighbour::Who who{other.area, kOther, false, login};
    Neighbour neighbour(who, [](const AreaCode&, const std::string&) {});
    server.set_children({{kOther, strange.public_key}});
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while (!neighbour.connected() && std::chrono::steady_clock::now() < end) neighbour.tend(false, false, clock.now());
    EXPECT_TRUE(neighbour.connected());
}

}  // namespace
}  // namespace anlan::nats
