#include "loudspeakers/rtp_sender.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>

#include <set>

#include "loudspeakers/sender_for_tests.hpp"
#include "sound/measured_for_tests.hpp"

namespace anlan::loudspeakers {
namespace {

using namespace test;

TEST_F(a_sender, is_heard_by_gstreamer_which_says_so) {
    open();
    Receiver receiver(sender->port());
    const auto began = steady_clock::now();
    sender->play("b1", tone(2.2), 2, {{"t1", {kLoopback, receiver.port}, 100}});
    const auto first = receiver.next_source() - began;
    std::cout << "first packet after " << std::chrono::duration<double, std::milli>(first).count() << " ms\n";
    EXPECT_LT(first, 500ms);
    ASSERT_TRUE(has_receipt("t1"));
    std::cout << "receipt after " << std::chrono::duration<double>(steady_clock::now() - began).count()
              << " s of 4.4 s of sound\n";
    EXPECT_EQ(receipts["t1"].fate, Fate::played) << receipts["t1"].note;
    EXPECT_EQ(receipts["t1"].seconds, 4) << "whole seconds of 4.4, of which a busy machine may lose a packet";
    EXPECT_TRUE(alive.contains("t1"));
    const auto heard = receiver.heard();
    EXPECT_NEAR(heard.seconds(), 4.4, 0.2);
    const auto middle = std::span(heard.samples).subspan(heard.samples.size() / 4, 1'600);
    EXPECT_GT(sound::share_at(middle, 8'000, 700), 0.9);
}

TEST_F(a_sender, is_heard_in_opus_by_gstreamer_which_says_so) {
    open();
    Receiver receiver(sender->port(), 0, "", "OPUS");
    const auto began = steady_clock::now();
    auto sound = sound::siren({.seconds = 4.4}, sound::kWideRate);
    sender->play("b1", sound, 1, {{"t1", {kLoopback, receiver.port}, 100, Coding::opus}});
    const auto first = receiver.next_source() - began;
    std::cout << "first Opus packet after " << std::chrono::duration<double, std::milli>(first).count() << " ms\n";
    EXPECT_LT(first, 500ms);
    ASSERT_TRUE(has_receipt("t1"));
    EXPECT_EQ(receipts["t1"].fate, Fate::played) << receipts["t1"].note;
    EXPECT_EQ(receipts["t1"].seconds, 4);
    const auto heard = receiver.heard_file();
    EXPECT_NEAR(sound::read_wav(heard).value().seconds(), 4.4, 0.2);
    const auto rising = sound::test::hertz(heard, 0.45, 0.55), high = sound::test::hertz(heard, 0.95, 1.05);
    std::cout << "FFmpeg: siren at " << rising << " Hz after half a second, at " << high << " Hz after one\n";
    EXPECT_NEAR(rising, 750, 60);
    EXPECT_NEAR(high, 980, 60);
    EXPECT_GT(sound::test::level(heard, 0.5, 3.5), -12) << "decibels: as loud as it was";
}

TEST_F(a_sender, begins_at_once_however_long_it_is) {
    open();
    const Liar opus;
    const sound::Sound hour{sound::kWideRate, std::vector<std::int16_t>(sound::kWideRate * 3'600, 1'000)};
    const auto began = steady_clock::now();
    sender->play("b1", hour, 1, {{"t1", opus.place(), 100, Coding::opus}});
    opus.packet();
    EXPECT_LT(steady_clock::now() - began, 1s);
    sender->stop("b1");
}

TEST_F(a_sender, sends_opus_as_rfc_7587_wants_it) {
    open({.payloads = {.law = sound::Law::a, .opus = 98}});
    const Liar opus, telephone;
    sender->play(
        "b1", tone(1), 1, {{"o", opus.place(), 100, Coding::opus}, {"t", telephone.place(), 100, Coding::g711}}
    );
    const auto packets = opus.packets(40);
    for (std::size_t i = 1; i < packets.size(); ++i) {
        EXPECT_EQ(packets[i].timestamp - packets[i - 1].timestamp, 960U);
        EXPECT_EQ(static_cast<std::uint16_t>(packets[i].sequence - packets[i - 1].sequence), 1U);
        EXPECT_EQ(packets[i].payload_type, 98);
    }
    EXPECT_TRUE(packets.front().marker);
    EXPECT_EQ(telephone.packet().payload_type, 8) << "beside it others are sent what they take";
    ASSERT_TRUE(becomes([&] { return sent.contains("b1"); }));
    EXPECT_EQ(packets.size() + opus.packets(50 - packets.size()).size(), 50U) << "twenty milliseconds each";
}

TEST_F(a_sender, does_not_believe_a_terminal_of_opus_that_reports_of_another_sound) {
    open({.patience = 1s});
    const Liar stranger, honest;
    sender->play(
        "b1",
        tone(1),
        1,
        {{"stranger", stranger.place(), 100, Coding::opus}, {"honest", honest.place(), 100, Coding::opus}}
    );
    const auto other = honest.packet();
    stranger.report(sender->port(), other.source ^ 5U, other.sequence);
    ASSERT_TRUE(becomes([&] { return sent.contains("b1"); }));
    const auto last = honest.packet();
    honest.report(sender->port(), last.source, last.sequence);
    ASSERT_TRUE(has_receipt("stranger"));
    ASSERT_TRUE(has_receipt("honest"));
    EXPECT_EQ(receipts["stranger"].fate, Fate::silent);
    EXPECT_EQ(receipts["honest"].fate, Fate::played) << receipts["honest"].note;
}

TEST_F(a_sender, keeps_to_real_time) {
    open();
    const auto began = steady_clock::now();
    sender->play("b1", tone(2), 1, {{"t1", {kLoopback, free_pair()}, 100}});
    ASSERT_TRUE(becomes([&] { return sent.contains("b1"); }));
    EXPECT_NEAR(std::chrono::duration<double>(steady_clock::now() - began).count(), 2, 0.3);
}

TEST_F(a_sender, stops_within_half_a_second) {
    open();
    Receiver receiver(sender->port());
    sender->play("b1", tone(60), 1, {{"t1", {kLoopback, receiver.port}, 100}});
    receiver.next_source();
    const auto stopped = steady_clock::now();
    sender->stop("b1");
    sender->play("b2", tone(0.2), 1, {{"t2", {kLoopback, free_pair()}, 100}});
    ASSERT_TRUE(becomes([&] { return sent.contains("b2"); }));
    EXPECT_LT(receiver.latest() - stopped, 500ms);
    EXPECT_FALSE(sent.contains("b1"));
}

TEST_F(a_sender, says_silent_where_nobody_answers_and_failed_where_the_port_is_closed) {
    open({.patience = 1s});
    const Liar mute;
    sender->play("b1", tone(1), 1, {{"mute", mute.place(), 100}, {"closed", {kLoopback, free_pair()}, 100}});
    ASSERT_TRUE(has_receipt("mute"));
    ASSERT_TRUE(has_receipt("closed"));
    EXPECT_EQ(receipts["mute"].fate, Fate::silent);
    EXPECT_EQ(receipts["closed"].fate, Fate::failed);
}

TEST_F(a_sender, does_not_believe_a_terminal_that_lies) {
    open({.patience = 1s});
    const Liar boaster, stranger, honest;
    sender->play(
        "b1",
        tone(1),
        1,
        {{"boaster", boaster.place(), 100}, {"stranger", stranger.place(), 100}, {"honest", honest.place(), 100}}
    );
    const auto said = boaster.packet();
    boaster.report(sender->port(), said.source, said.sequence + 5'000U);
    stranger.report(sender->port(), stranger.packet().source + 1, 1'000'000);
    ASSERT_TRUE(becomes([&] { return sent.contains("b1"); }));
    const auto last = honest.packet();
    honest.report(sender->port(), last.source, last.sequence);
    ASSERT_TRUE(has_receipt("boaster"));
    ASSERT_TRUE(has_receipt("stranger"));
    EXPECT_EQ(receipts["boaster"].fate, Fate::silent);
    EXPECT_EQ(receipts["stranger"].fate, Fate::silent);
    EXPECT_EQ(receipts["honest"].fate, Fate::played) << receipts["honest"].note;
    EXPECT_FALSE(alive.contains("boaster"));
}

TEST_F(a_sender, hears_that_a_loudspeaker_is_there_when_it_asks) {
    open();
    Receiver receiver(sender->port());
    const RtpTarget target{"t1", {kLoopback, receiver.port}, 100};
    const Liar mute;
    sender->probe({target, {"mute", mute.place(), 100}});
    EXPECT_TRUE(becomes([&] { return alive.contains("t1"); }));
    EXPECT_FALSE(alive.contains("mute"));
    EXPECT_TRUE(receipts.empty());
}

TEST_F(a_sender, reaches_a_group_with_one_stream) {
    open({.patience = 3s});
    Receiver one(sender->port(), 300, "239.255.42.42");
    sender->play("b1", tone(2), 1, {{"g1", {0xEFFF2A2A, one.port}, 100}, {"g2", {0xEFFF2A2A, one.port}, 100}});
    one.next_source();
    ASSERT_TRUE(has_receipt("g1"));
    ASSERT_TRUE(has_receipt("g2"));
    EXPECT_EQ(receipts["g1"].fate, Fate::played) << receipts["g1"].note;
    EXPECT_NEAR(one.heard().seconds(), 2, 0.2);
}

TEST_F(a_sender, reaches_a_group_in_opus) {
    open({.patience = 3s});
    const std::string group = "239.255.42.43";
    Receiver one(sender->port(), 300, group, "OPUS");
    sender->play("b1", tone(2, 700, Coding::opus), 1, {{"g1", {0xEFFF2A2B, one.port}, 100, Coding::opus}});
    one.next_source();
    ASSERT_TRUE(has_receipt("g1"));
    EXPECT_EQ(receipts["g1"].fate, Fate::played) << receipts["g1"].note;
    const auto heard = one.heard_file();
    EXPECT_NEAR(sound::read_wav(heard).value().seconds(), 2, 0.2);
    EXPECT_NEAR(sound::test::hertz(heard, 0.8, 1.2), 700, 40);
}

}  // namespace
}  // namespace anlan::loudspeakers
