#include "speech/espeak.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "sound/sound.hpp"

namespace anlan::speech {
namespace {

using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

constexpr const char* kTwentySeconds =
    "各位村民请注意，台风将在今晚20:00前后登陆我镇沿海，风力12级。住在低洼处和危房里的居民，请立即带好证件和药品，"
    "前往镇中心小学避灾点。不要观潮，不要出海。";

/// A program that does what the test says, in place of the voice.
struct a_program_that_misbehaves : ::testing::Test {
    std::string script(const std::string& lines) const {
        std::ofstream(file) << "#!/bin/sh\n" << lines << "\n";
        chmod(file.c_str(), 0700);
        return file;
    }
    void TearDown() override { fs::remove(file); }
    fs::path file = fs::temp_directory_path() / ("anlan-voice-" + std::to_string(getpid()));
};

TEST(speech, of_twenty_seconds_is_made_in_under_three_and_is_not_silent) {
    const Espeak voice;
    const auto began = Clock::now();
    const auto wav = voice.wav(kTwentySeconds);
    const auto took = std::chrono::duration<double>(Clock::now() - began).count();
    ASSERT_TRUE(wav) << wav.error().en;
    const auto heard = sound::read_wav(wav.value());
    ASSERT_TRUE(heard);
    const double loud = sound::loudness(heard.value().samples);
    std::cout << "speech of " << heard.value().seconds() << " s made in " << took << " s, loudness " << loud << "\n";
    EXPECT_EQ(heard.value().rate, 8'000);
    EXPECT_GT(heard.value().seconds(), 18);
    EXPECT_LT(heard.value().seconds(), 60);
    EXPECT_GT(loud, 0.03);
    EXPECT_LT(took, 3);
}

TEST(speech, made_once_is_there_at_once) {
    const Espeak voice;
    ASSERT_TRUE(voice.wav(kTwentySeconds));
    const auto began = Clock::now();
    ASSERT_TRUE(voice.wav(kTwentySeconds));
    EXPECT_LT(Clock::now() - began, std::chrono::milliseconds{20});
}

TEST(speech, of_emoji_and_rare_characters_says_the_rest) {
    const Espeak voice;
    EXPECT_TRUE(voice.wav("😀台风来了𠮷䃥"));
    const auto nothing = voice.wav("😀🌀★");
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().code, "speech_failed");
}

TEST(speech, of_ten_thousand_characters_is_refused_with_the_way_out) {
    const Espeak voice;
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += "水";
    const auto answer = voice.wav(text);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "speech_failed");
    EXPECT_NE(answer.error().en.find("10000"), std::string::npos);
}

TEST(speech, without_the_program_names_the_package) {
    const Espeak voice({.program = "no-such-espeak"});
    const auto answer = voice.wav("请注意");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "speech_missing");
    EXPECT_NE(answer.error().zh.find("espeak-ng"), std::string::npos);
}

TEST_F(a_program_that_misbehaves, by_hanging_is_ended_in_time) {
    const Espeak voice({.program = script("exec sleep 600"), .time = std::chrono::milliseconds{200}});
    const auto began = Clock::now();
    EXPECT_EQ(voice.wav("请注意").error().code, "speech_failed");
    EXPECT_LT(Clock::now() - began, std::chrono::seconds{3});
}

TEST_F(a_program_that_misbehaves, by_talking_without_end_is_ended_too) {
    const Espeak voice({.program = script("exec cat /dev/zero")});
    EXPECT_EQ(voice.wav("请注意").error().code, "speech_failed");
}

TEST_F(a_program_that_misbehaves, by_giving_up_or_saying_no_sound_is_said_to_have_failed) {
    EXPECT_EQ(Espeak({.program = script("exit 1")}).wav("请注意").error().code, "speech_failed");
    EXPECT_EQ(Espeak({.program = script("echo hello")}).wav("请注意").error().code, "speech_failed");
}

}  // namespace
}  // namespace anlan::speech
