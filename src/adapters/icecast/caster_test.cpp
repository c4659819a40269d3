#include "icecast/caster.hpp"

#include <gtest/gtest.h>

#include <condition_variable>
#include <iostream>
#include <map>
#include <mutex>
#include <set>

#include "icecast/server_for_tests.hpp"
#include "sound/measured_for_tests.hpp"
#include "sound/opus.hpp"
#include "sound/siren.hpp"

namespace anlan::icecast {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;
using test::Icecast;
using test::Radio;

sound::Sound tone(double seconds, double hertz = 700) {
    return sound::siren(
        {.low_hertz = hertz, .high_hertz = hertz, .round_seconds = 1, .seconds = seconds}, sound::kWideRate
    );
}

double milliseconds(steady_clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

/// After how many seconds this tone is most of what is heard.
double begins(const sound::Sound& heard, double hertz) {
    const auto step = static_cast<std::size_t>(heard.rate / 50);
    for (std::size_t at = 0; at + step <= heard.samples.size(); at += step)
        if (sound::share_at(std::span(heard.samples).subspan(at, step), heard.rate, hertz) > 0.6)
            return static_cast<double>(at) / heard.rate;
    return 1'000;
}

/// A caster, and all that it tells.
struct a_caster : ::testing::Test {
    void open(std::vector<Server> servers, MastSettings settings = {}) {
        StreamNews news;
        news.receipt = [this](const std::string&, const StreamReceipt& one) {
            note([&] { receipts[one.terminal] = one.end; });
        };
        news.over = [this](const std::string& play) { note([&] { over.insert(play); }); };
        news.alive = [this](const std::string& terminal) { note([&] { alive.insert(terminal); }); };
        caster = std::make_unique<Caster>(std::move(servers), std::move(news), settings);
    }
    void TearDown() override { caster.reset(); }
    template <class F>
    void note(F change) {
        std::lock_guard lock(mutex);
        change();
        changed.notify_all();
    }
    template <class F>
    bool becomes(F is, std::chrono::seconds limit = 40s) {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, limit, is);
    }
    bool has_receipt(const std::string& terminal) {
        return becomes([&] { return receipts.contains(terminal); });
    }

    std::mutex mutex;
    std::condition_variable changed;
    std::set<std::string> over, alive;
    std::map<std::string, StreamEnd> receipts;
    std::unique_ptr<Caster> caster;
};

TEST_F(a_caster, is_heard_by_a_radio_and_told_how_many_listened) {
    const Icecast icecast;
    open({icecast.server()});
    Radio radio(icecast, "village.opus");
    const auto began = steady_clock::now();
    caster->play("b1", tone(3), 2, {{"t1", icecast.address("village.opus"), 1}});
    ASSERT_TRUE(test::wait_until([&] { return radio.first().has_value(); }));
    std::cout << "first byte at a listener " << milliseconds(*radio.first() - began) << " ms after the order\n";
    EXPECT_LT(*radio.first() - began, 1s);
    ASSERT_TRUE(has_receipt("t1"));
    EXPECT_EQ(receipts["t1"].fate, Fate::sent) << receipts["t1"].note;
    EXPECT_EQ(receipts["t1"].seconds, 6);
    EXPECT_NE(receipts["t1"].note.find("最多 1 个收听端"), std::string::npos) << receipts["t1"].note;
    EXPECT_TRUE(becomes([&] { return over.contains("b1"); }));
    const auto ogg = radio.switch_off();
    EXPECT_NEAR(sound::test::decoded(ogg).seconds(), 6, 0.3);
    EXPECT_NEAR(sound::test::hertz(ogg, 1, 2), 700, 40);
    EXPECT_NEAR(sound::test::hertz(ogg, 4, 5), 700, 40);
}

TEST_F(a_caster, stops_within_half_a_second) {
    const Icecast icecast;
    open({icecast.server()});
    Radio radio(icecast, "village.opus");
    caster->play("b1", tone(60), 1, {{"t1", icecast.address("village.opus"), 1}});
    ASSERT_TRUE(test::wait_until([&] { return radio.bytes() > 4'000; }));
    const auto stopped = steady_clock::now();
    caster->stop("b1");
    ASSERT_TRUE(test::wait_until([&] { return radio.breaks() > 0; })) << "the mount is taken away";
    const auto heard = sound::test::decoded(radio.switch_off());
    const auto since = std::chrono::duration<double>(stopped - *radio.first()).count();
    std::cout << "sound went on for " << (heard.seconds() - since) * 1'000 << " ms after the stop\n";
    EXPECT_LT(heard.seconds() - since, 0.5);
    EXPECT_TRUE(receipts.empty());
}

TEST_F(a_caster, lets_what_is_more_urgent_go_on_in_the_same_stream) {
    const Icecast icecast;
    open({icecast.server()});
    Radio radio(icecast, "village.opus");
    caster->play("low", tone(60, 500), 1, {{"t1", icecast.address("village.opus"), 1}});
    ASSERT_TRUE(test::wait_until([&] { return radio.bytes() > 8'000; }));
    const auto cut = steady_clock::now();
    caster->stop("low");
    caster->play("high", tone(2, 900), 1, {{"t1", icecast.address("village.opus"), 1}});
    ASSERT_TRUE(has_receipt("t1"));
    const auto before = std::chrono::duration<double>(cut - *radio.first()).count();
    EXPECT_EQ(radio.breaks(), 0) << "nobody was dropped";
    const auto ogg = radio.switch_off();
    const auto heard = sound::test::decoded(ogg);
    const auto turned = begins(heard, 900);
    std::cout << "what is more urgent is heard " << (turned - before) * 1'000 << " ms after its order\n";
    EXPECT_LT(turned - before, 0.5);
    EXPECT_NEAR(sound::test::hertz(ogg, before - 0.9, before - 0.3), 500, 60);
    EXPECT_NEAR(sound::test::hertz(ogg, before + 0.5, before + 1.5), 900, 60);
}

TEST_F(a_caster, says_what_is_wrong_and_leaves_others_alone) {
    const Icecast icecast, other;
    const Server gone{"127.0.0.1:" + std::to_string(test::free_port()), "source", "x"};
    const auto stranger = other.server("wrong");
    open({icecast.server(), stranger, gone}, {.patience = 2s});
    caster->play(
        "b1",
        tone(2),
        1,
        {{"good", icecast.address("good.opus"), 1},
         {"stranger", stranger.address + "/s.opus", 1},
         {"gone", gone.address + "/g.opus", 1},
         {"unknown", "10.9.9.9:8000/u.opus", 1}}
    );
    for (const auto* each : {"good", "stranger", "gone", "unknown"}) ASSERT_TRUE(has_receipt(each)) << each;
    EXPECT_EQ(receipts["good"].fate, Fate::sent) << receipts["good"].note;
    EXPECT_NE(receipts["stranger"].note.find("口令不对"), std::string::npos) << receipts["stranger"].note;
    EXPECT_NE(receipts["gone"].note.find("连不上"), std::string::npos) << receipts["gone"].note;
    EXPECT_NE(receipts["unknown"].note.find("[[node.icecast]]"), std::string::npos);
    for (const auto* each : {"stranger", "gone", "unknown"}) EXPECT_EQ(receipts[each].fate, Fate::failed) << each;
}

TEST_F(a_caster, says_again_what_was_cut_when_the_server_comes_back) {
    Icecast icecast;
    open({icecast.server()});
    Radio radio(icecast, "village.opus");
    caster->play("b1", tone(4), 1, {{"t1", icecast.address("village.opus"), 1}});
    ASSERT_TRUE(test::wait_until([&] { return radio.bytes() > 6'000; }));
    icecast.end();
    icecast.start();
    ASSERT_TRUE(has_receipt("t1"));
    EXPECT_EQ(receipts["t1"].fate, Fate::sent) << receipts["t1"].note;
    EXPECT_GE(radio.breaks(), 1);
    const auto heard = radio.switch_off();
    const auto again = heard.find("OpusHead", heard.find("OpusHead") + 8);
    ASSERT_NE(again, std::string::npos);
    EXPECT_NEAR(sound::test::decoded(heard.substr(heard.rfind("OggS", again))).seconds(), 4, 0.4)
        << "from its beginning";
}

TEST_F(a_caster, does_not_believe_a_server_that_stops_reading) {
    const Icecast icecast;
    open({icecast.server()}, {.patience = 3s, .answer = 1s, .look = 1s});
    caster->play("b1", tone(20), 1, {{"t1", icecast.address("village.opus"), 1}});
    ASSERT_TRUE(test::wait_until([&] { return look_at(icecast.server(), "village.opus", 2s).mounted == true; }));
    icecast.hang();
    const auto hung = steady_clock::now();
    ASSERT_TRUE(has_receipt("t1"));
    std::cout << "a server that hangs is given up after " << milliseconds(steady_clock::now() - hung) << " ms\n";
    icecast.go_on();
    EXPECT_EQ(receipts["t1"].fate, Fate::failed);
    EXPECT_NE(receipts["t1"].note.find("没有回应"), std::string::npos) << receipts["t1"].note;
}

TEST_F(a_caster, ends_at_once_whatever_its_servers_do) {
    const Icecast icecast;
    open({icecast.server()});
    caster->play("b1", tone(20), 1, {{"t1", icecast.address("village.opus"), 1}});
    ASSERT_TRUE(test::wait_until([&] { return look_at(icecast.server(), "village.opus", 2s).mounted == true; }));
    icecast.hang();
    const auto began = steady_clock::now();
    caster.reset();
    EXPECT_LT(steady_clock::now() - began, 3s);
    icecast.go_on();
}

TEST_F(a_caster, hears_whether_a_server_is_there) {
    const Icecast icecast;
    const Server gone{"127.0.0.1:" + std::to_string(test::free_port()), "source", "x"};
    open({icecast.server(), gone});
    caster->probe({{"gone", gone.address + "/g.opus", 1}, {"here", icecast.address("h.opus"), 1}});
    EXPECT_TRUE(becomes([&] { return alive.contains("here"); }));
    EXPECT_FALSE(alive.contains("gone"));
    EXPECT_TRUE(test::wait_until([&] { return look_at(icecast.server(), "h.opus", 2s).mounted == false; }))
        << "to ask is not to be a source";
}

}  // namespace
}  // namespace anlan::icecast
