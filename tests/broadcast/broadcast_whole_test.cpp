#include <gtest/gtest.h>

#include <iostream>

#include "broadcast/queries.hpp"
#include "horn_for_tests.hpp"
#include "loudspeakers/receiver_for_tests.hpp"
#include "mqtt/broker_for_tests.hpp"
#include "station_for_tests.hpp"

namespace anlan::app {
namespace {

using broadcast::BroadcastState;
using broadcast::Outcome;
using loudspeakers::Receiver;
using std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr const char* kLong =
    "各位村民请注意，台风将在今晚20:00前后登陆我镇沿海，风力12级。住在低洼处和危房里的居民，请立即带好证件和药品，"
    "前往镇中心小学避灾点。不要观潮，不要出海。";

double milliseconds(steady_clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

/// How much of a stretch of sound lies in the siren's frequencies.
double siren_share(std::span<const std::int16_t> part) {
    double best = 0;
    for (double hertz = 480; hertz <= 1'020; hertz += 5) best = std::max(best, sound::share_at(part, 8'000, hertz));
    return best;
}

TEST(a_broadcast, is_heard_at_a_loudspeaker_siren_first_then_words_and_gets_its_receipt) {
    Station station;
    Receiver loudspeaker(station.port(), 300);
    const auto terminal = station.hang(loudspeaker);
    const auto id = station.draft("台风来了，请立即转移。", 1);
    station.hear_ahead(id);
    const auto released = steady_clock::now();
    station.release(id);
    const auto first = loudspeaker.next_source() - released;
    std::cout << "speech already made: first sample " << milliseconds(first) << " ms after the release\n";
    EXPECT_LT(first, 1s);
    const auto end = station.ended(id);
    EXPECT_EQ(end.state, BroadcastState::done);
    EXPECT_EQ(end.played, 1);
    EXPECT_GT(station.receipt(id, terminal).seconds, 3);

    const auto heard = loudspeaker.heard();
    ASSERT_GT(heard.seconds(), 4);
    const auto all = std::span(heard.samples);
    EXPECT_GT(siren_share(all.subspan(8'000, 320)), 0.6) << "the siren after one second";
    const auto words = all.subspan(8'000 * 28 / 10, 8'000);
    EXPECT_GT(sound::loudness(words), 0.02) << "words after the siren";
    EXPECT_LT(siren_share(words), 0.3);
}

TEST(a_broadcast, of_twenty_seconds_of_words_made_on_the_spot_begins_within_three_seconds) {
    Station station;
    Receiver loudspeaker(station.port());
    station.hang(loudspeaker);
    const auto id = station.draft(kLong, 1);
    const auto released = steady_clock::now();  // at once: nothing could be spoken ahead
    station.release(id);
    const auto first = loudspeaker.next_source() - released;
    std::cout << "20 s of speech made on the spot: first sample " << milliseconds(first) << " ms after the release\n";
    EXPECT_LT(first, 3s);
    station.stop(id);
}

TEST(a_broadcast, that_is_more_urgent_cuts_in_and_the_other_goes_on_afterwards) {
    Station station;
    Receiver loudspeaker(station.port(), 300);
    station.hang(loudspeaker);
    const auto low = station.draft(kLong, 3), high = station.draft("海水倒灌，马上离开。", 1);
    station.hear_ahead(low);
    station.hear_ahead(high);
    station.release(low);
    loudspeaker.next_source();
    const auto released = steady_clock::now();
    station.release(high);
    const auto begun = loudspeaker.next_source();
    std::cout << "a more urgent one is heard " << milliseconds(begun - released) << " ms after its release\n";
    EXPECT_LT(begun - released, 500ms);
    EXPECT_TRUE(station.becomes([&] { return station.facts(low).interrupted_at.has_value(); }));
    EXPECT_EQ(station.facts(low).state, BroadcastState::waiting);
    loudspeaker.next_source();  // the other again
    EXPECT_TRUE(station.becomes([&] { return station.facts(low).state == BroadcastState::playing; }));
    EXPECT_EQ(station.ended(high).state, BroadcastState::done);
    station.stop(low);
}

TEST(a_broadcast, stops_at_once) {
    Station station;
    Receiver loudspeaker(station.port(), 300);
    station.hang(loudspeaker);
    const auto id = station.draft(kLong, 2);
    station.hear_ahead(id);
    station.release(id);
    loudspeaker.next_source();
    const auto stopped = steady_clock::now();
    station.stop(id);
    const auto other = station.draft("警报解除。", 2);
    station.hear_ahead(other);
    std::this_thread::sleep_until(stopped + 700ms);  // nothing may come in this time; there is nothing to wait for
    const auto last = loudspeaker.latest() - stopped;
    std::cout << "the last packet came " << milliseconds(last) << " ms after the stop\n";
    EXPECT_LT(last, 500ms);
    EXPECT_EQ(station.facts(id).state, BroadcastState::stopped);
}

TEST(a_broadcast, cut_off_by_the_end_of_the_program_is_played_again_from_its_round) {
    Station station;
    Receiver loudspeaker(station.port(), 300);
    station.hang(loudspeaker);
    const auto id = station.draft("台风来了。", 2, 3);
    station.hear_ahead(id);
    station.release(id);
    loudspeaker.next_source();
    ASSERT_TRUE(station.becomes([&] { return station.rounds_done(id) == 1; }));
    station.restart();
    loudspeaker.next_source();
    EXPECT_EQ(station.ended(id).state, BroadcastState::done);
    const auto round = station.round_seconds("台风来了。");
    EXPECT_NEAR(loudspeaker.heard().seconds(), 3 * round, 0.7 * round) << "two rounds and a begun one, not four";
}

TEST(a_loudspeaker, that_is_switched_off_is_silent_or_failed_and_never_played) {
    Station station;
    station.hang(loudspeakers::free_pair());
    const auto id = station.draft("台风来了。", 2, 1);
    station.hear_ahead(id);
    station.release(id);
    const auto end = station.ended(id);
    EXPECT_EQ(end.state, BroadcastState::failed);
    EXPECT_EQ(end.played, 0);
}

TEST(a_recording, is_played_in_place_of_the_voice) {
    Station station;
    Receiver loudspeaker(station.port(), 300);
    station.hang(loudspeaker);
    const auto kept =
        station.keep(sound::to_wav(sound::siren({.low_hertz = 1'700, .high_hertz = 1'700, .seconds = 3})));
    const auto id = station.draft("闽南语录音", 2, 1, kept);
    station.release(id);
    EXPECT_EQ(station.ended(id).state, BroadcastState::done);
    const auto heard = loudspeaker.heard();
    ASSERT_GT(heard.seconds(), 5);
    EXPECT_GT(sound::share_at(std::span(heard.samples).subspan(8'000 * 4, 1'600), 8'000, 1'700), 0.8);
}

TEST(a_loudspeaker, is_heard_when_it_is_there_and_missed_when_it_is_not) {
    Station station;
    auto loudspeaker = std::make_unique<Receiver>(station.port(), 300);
    const auto terminal = station.hang(*loudspeaker);
    EXPECT_TRUE(station.becomes([&] { return station.hearing(terminal) == broadcast::Hearing::heard; }));
    EXPECT_TRUE(station.announcing().last_heard(terminal));
}

TEST(a_horn, plays_and_stops_by_the_stations_signed_word) {
    mqtt::Broker broker;
    Station station(broker.port);
    TestHorn horn(broker.port, "350581106000", station.key().public_pem, "YN-HJ-03");
    ASSERT_TRUE(horn.ready());
    const auto terminal = station.hang_horn("YN-HJ-03");
    const auto id = station.draft("台风来了。", 2, 1);
    station.hear_ahead(id);
    station.release(id);
    EXPECT_EQ(horn.judged(1), (std::vector<std::string>{"play"}));
    const auto sound = horn.sound();
    ASSERT_TRUE(sound);
    EXPECT_GT(siren_share(std::span(sound.value().samples).subspan(8'000, 320)), 0.6);
    horn.answer(horn.latest().number, "played", 1);
    EXPECT_EQ(station.ended(id).state, BroadcastState::done);
    EXPECT_EQ(station.receipt(id, terminal).outcome, Outcome::played);

    const auto other = station.draft(kLong, 2, 3);
    station.hear_ahead(other);
    station.release(other);
    horn.judged(2);
    const auto stopped = steady_clock::now();
    station.stop(other);
    EXPECT_EQ(horn.judged(3).back(), "stop");
    EXPECT_LT(steady_clock::now() - stopped, 500ms);
}

void command_a_thousand(broadcast::TerminalCodec codec) {
    Station station;
    auto socket = udp::UdpSocket::open(INADDR_ANY, 0, 1);
    ASSERT_TRUE(socket);
    const int one = 1, buffer = 32 * 1024 * 1024;
    setsockopt(socket->handle(), IPPROTO_IP, IP_PKTINFO, &one, sizeof one);
    setsockopt(socket->handle(), SOL_SOCKET, SO_RCVBUFFORCE, &buffer, sizeof buffer);
    station.hang_thousand(socket->port(), codec);
    const auto id = station.draft("台风来了。", 1, 1);
    station.hear_ahead(id);
    const auto released = steady_clock::now();
    station.release(id);
    const auto last = station.first_packets(*socket, 1'000, 5s) - released;
    std::cout << "1,000 loudspeakers had their first packet " << milliseconds(last) << " ms after the release\n";
    EXPECT_LT(last, 5s) << "two on a machine that does nothing else";
    station.stop(id);
}

TEST(a_thousand_loudspeakers, are_commanded_in_under_two_seconds) {
    command_a_thousand(broadcast::TerminalCodec::g711);
}

TEST(a_thousand_loudspeakers, that_take_opus_are_commanded_as_soon) {
    command_a_thousand(broadcast::TerminalCodec::opus);
}

}  // namespace
}  // namespace anlan::app
