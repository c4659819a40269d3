#include <gtest/gtest.h>

#include <iostream>

#include "broadcast/queries.hpp"
#include "icecast/server_for_tests.hpp"
#include "loudspeakers/receiver_for_tests.hpp"
#include "sound/measured_for_tests.hpp"
#include "station_for_tests.hpp"

/// Loudspeakers that take Opus, and villages that listen by an internet radio.
namespace anlan::app {
namespace {

using broadcast::BroadcastState;
using broadcast::Outcome;
using broadcast::TerminalCodec;
using icecast::test::Icecast;
using icecast::test::Radio;
using loudspeakers::Receiver;
using std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr const char* kShort = "台风来了，请立即转移。";
constexpr const char* kMinutes =
    "各位村民请注意，台风将在今晚前后登陆我镇沿海。住在低洼处和危房里的居民，请立即带好证件和药品，前往镇中心小学避灾点"
    "。"
    "不要观潮，不要出海。各位村民请注意，台风将在今晚前后登陆我镇沿海。";

double thousandths(steady_clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

/// Two seconds of a siren from 500 to 1,000 Hz and back, then words: as FFmpeg measures it.
void is_siren_and_words(const std::string& file, double from = 0) {
    const auto half = sound::test::hertz(file, from + 0.45, from + 0.55),
               top = sound::test::hertz(file, from + 0.95, from + 1.05);
    const auto siren = sound::test::level(file, from + 0.3, from + 1.8),
               words = sound::test::level(file, from + 2.8, from + 4.2);
    std::cout << "FFmpeg: siren at " << half << " and " << top << " Hz, " << siren << " dB; words " << words << " dB\n";
    EXPECT_NEAR(half, 750, 80);
    EXPECT_NEAR(top, 980, 80);
    EXPECT_GT(siren, -15);
    EXPECT_GT(words, -40) << "somebody speaks after it";
    EXPECT_LT(sound::test::level(file, from + 2.1, from + 2.5), words - 10) << "and there is a pause between them";
}

TEST(a_broadcast_in_opus, is_heard_siren_first_then_words_and_gets_its_receipt) {
    Station station;
    Receiver loudspeaker(station.port(), 300, "", "OPUS");
    const auto terminal = station.hang(loudspeaker, TerminalCodec::opus);
    const auto id = station.draft(kShort, 1);
    station.hear_ahead(id);
    const auto released = steady_clock::now();
    station.release(id);
    const auto first = loudspeaker.next_source() - released;
    std::cout << "Opus, speech already made: first sample " << thousandths(first) << " ms after the release\n";
    EXPECT_LT(first, 1s);
    const auto end = station.ended(id);
    EXPECT_EQ(end.state, BroadcastState::done);
    EXPECT_EQ(station.receipt(id, terminal).outcome, Outcome::played) << station.receipt(id, terminal).note;
    is_siren_and_words(loudspeaker.heard_file(), 0.2);  // what it was asked with comes before
}

TEST(a_broadcast_in_opus, that_is_more_urgent_cuts_in_within_half_a_second) {
    Station station;
    Receiver loudspeaker(station.port(), 300, "", "OPUS");
    station.hang(loudspeaker, TerminalCodec::opus);
    const auto low = station.draft(kMinutes, 3), high = station.draft("海水倒灌，马上离开。", 1);
    station.hear_ahead(low);
    station.hear_ahead(high);
    station.release(low);
    loudspeaker.next_source();
    const auto released = steady_clock::now();
    station.release(high);
    const auto begun = loudspeaker.next_source();
    std::cout << "Opus: a more urgent one is heard " << thousandths(begun - released) << " ms after its release\n";
    EXPECT_LT(begun - released, 500ms);
    EXPECT_EQ(station.ended(high).state, BroadcastState::done);
    station.stop(low);
}

TEST(a_broadcast_to_an_internet_radio, is_heard_and_never_said_to_be_played) {
    const Icecast server;
    Station station(0, {server.server()});
    const auto terminal = station.hang_stream(server.address("haibian.opus"));
    EXPECT_TRUE(station.becomes([&] { return station.hearing(terminal) == broadcast::Hearing::heard; }))
        << "its server answers";
    Radio radio(server, "haibian.opus");
    const auto id = station.draft(kShort, 1);
    station.hear_ahead(id);
    const auto released = steady_clock::now();
    station.release(id);
    const auto end = station.ended(id);
    ASSERT_TRUE(radio.first());
    std::cout << "Icecast: first byte at a listener " << thousandths(*radio.first() - released)
              << " ms after the release\n";
    EXPECT_LT(*radio.first() - released, 1s);
    EXPECT_EQ(end.state, BroadcastState::done);
    EXPECT_EQ(end.played, 0);
    EXPECT_EQ(end.sent, 1);
    const auto receipt = station.receipt(id, terminal);
    EXPECT_EQ(receipt.outcome, Outcome::sent);
    EXPECT_NE(receipt.note.find("1 个收听端"), std::string::npos) << receipt.note;
    EXPECT_GT(receipt.seconds, 3);
    is_siren_and_words(radio.switch_off());
}

TEST(a_broadcast_to_an_internet_radio, gives_way_to_what_is_more_urgent_and_goes_on) {
    const Icecast server;
    Station station(0, {server.server()});
    station.hang_stream(server.address("haibian.opus"));
    Radio radio(server, "haibian.opus");
    const auto low = station.draft(kMinutes, 3), high = station.draft("海水倒灌，马上离开。", 1);
    station.hear_ahead(low);
    station.hear_ahead(high);
    station.release(low);
    ASSERT_TRUE(icecast::test::wait_until([&] { return radio.bytes() > 12'000; }));
    station.release(high);
    EXPECT_TRUE(station.becomes([&] { return station.facts(low).interrupted_at.has_value(); }));
    EXPECT_EQ(station.ended(high).state, BroadcastState::done);
    EXPECT_TRUE(station.becomes([&] { return station.facts(low).state == BroadcastState::playing; }));
    EXPECT_EQ(radio.breaks(), 0) << "the same stream all the time";
    station.stop(low);
    EXPECT_TRUE(icecast::test::wait_until([&] { return radio.breaks() > 0; })) << "and it is taken away";
}

TEST(a_server_that_is_not_there, holds_up_no_loudspeaker) {
    Station station(0, {{"127.0.0.1:" + std::to_string(icecast::test::free_port()), "source", "x"}});
    Receiver loudspeaker(station.port(), 300, "", "OPUS");
    const auto column = station.hang(loudspeaker, TerminalCodec::opus);
    const auto stream = station.hang_stream("10.9.9.9:8000/unknown.opus");
    const auto id = station.draft(kShort, 1);
    station.hear_ahead(id);
    const auto released = steady_clock::now();
    station.release(id);
    EXPECT_LT(loudspeaker.next_source() - released, 1s);
    EXPECT_EQ(station.ended(id).state, BroadcastState::failed);
    EXPECT_EQ(station.receipt(id, column).outcome, Outcome::played);
    EXPECT_EQ(station.receipt(id, stream).outcome, Outcome::failed);
    EXPECT_NE(station.receipt(id, stream).note.find("[[node.icecast]]"), std::string::npos);
}

}  // namespace
}  // namespace anlan::app
