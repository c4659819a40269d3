#include "sound/sound.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <numbers>

#include "sound/g711.hpp"
#include "sound/siren.hpp"

namespace anlan::sound {
namespace {

Sound tone(double hertz, int rate, double seconds = 1) {
    Sound made{rate, {}};
    for (int i = 0; i < static_cast<int>(seconds * rate); ++i)
        made.samples.push_back(static_cast<std::int16_t>(20'000 * std::sin(2 * std::numbers::pi * hertz * i / rate)));
    return made;
}

std::span<const std::int16_t> part(const Sound& sound, double from, double seconds) {
    return std::span(sound.samples)
        .subspan(static_cast<std::size_t>(from * sound.rate), static_cast<std::size_t>(seconds * sound.rate));
}

TEST(a_wav, comes_back_as_it_went) {
    const auto sound = tone(440, 22'050);
    const auto back = read_wav(to_wav(sound));
    ASSERT_TRUE(back) << back.error().en;
    EXPECT_EQ(back.value().rate, 22'050);
    EXPECT_EQ(back.value().samples, sound.samples);
}

TEST(a_wav, whose_header_promises_more_than_there_is_is_taken_at_what_there_is) {
    auto bytes = to_wav(tone(440, 8'000));
    for (const std::size_t at : {4U, 40U}) bytes.replace(at, 4, "\xFF\xFF\xFF\x7F");
    const auto back = read_wav(bytes);
    ASSERT_TRUE(back);
    EXPECT_EQ(back.value().samples.size(), 8'000U);
}

TEST(a_wav, cut_off_or_of_something_else_is_refused_and_never_read_past_its_end) {
    const auto bytes = to_wav(tone(440, 8'000, 0.01));
    for (std::size_t size = 0; size < 46; ++size) EXPECT_FALSE(read_wav(bytes.substr(0, size))) << size;
    EXPECT_EQ(read_wav("OggS and more").error().code, "wav_invalid");
    auto of_24_bits = bytes;
    of_24_bits[34] = 24;
    EXPECT_FALSE(read_wav(of_24_bits));
    auto without_rate = bytes;
    without_rate.replace(24, 4, 4, '\0');
    EXPECT_FALSE(read_wav(without_rate));
}

TEST(a_lower_rate, keeps_what_it_can_hold_and_drops_what_it_cannot) {
    const auto speech = at_rate(tone(1'000, 22'050), 8'000);
    EXPECT_EQ(speech.rate, 8'000);
    EXPECT_NEAR(speech.seconds(), 1, 0.001);
    EXPECT_GT(share_at(part(speech, 0.1, 0.8), 8'000, 1'000), 0.95);
    EXPECT_NEAR(loudness(part(speech, 0.1, 0.8)), loudness(tone(1'000, 22'050).samples), 0.02);
    const auto folded = at_rate(tone(6'000, 22'050), 8'000);  // would come back as 2,000 Hz
    EXPECT_LT(loudness(part(folded, 0.1, 0.8)), 0.01);
}

TEST(a_siren, rises_and_falls_between_its_two_tones) {
    const auto sound = siren({.low_hertz = 500, .high_hertz = 1'000, .round_seconds = 2, .seconds = 6});
    EXPECT_NEAR(sound.seconds(), 6, 0.001);
    EXPECT_GT(loudness(sound.samples), 0.4);
    const auto low = part(sound, 1.98, 0.04), middle = part(sound, 2.48, 0.04), high = part(sound, 2.98, 0.04);
    EXPECT_GT(share_at(low, 8'000, 505), 0.8);
    EXPECT_LT(share_at(low, 8'000, 1'000), 0.05);
    EXPECT_GT(share_at(middle, 8'000, 750), 0.8);
    EXPECT_GT(share_at(high, 8'000, 995), 0.8);
    EXPECT_LT(share_at(high, 8'000, 500), 0.05);
    EXPECT_TRUE(siren({.seconds = 0}).samples.empty());
    EXPECT_LE(siren({.seconds = 1e9}).seconds(), 120);
}

TEST(g711, has_the_codes_of_the_recommendation) {
    EXPECT_EQ(to_a_law(0), 0xD5);
    EXPECT_EQ(to_a_law(-1), 0x55);
    EXPECT_EQ(to_a_law(32'767), 0xAA);
    EXPECT_EQ(to_a_law(-32'768), 0x2A);
    EXPECT_EQ(to_mu_law(0), 0xFF);
    EXPECT_EQ(to_mu_law(32'767), 0x80);
    EXPECT_EQ(to_mu_law(-32'768), 0x00);
}

TEST(g711, of_every_sample_comes_back_within_its_step) {
    for (int sample = -32'768; sample <= 32'767; ++sample) {
        const auto in = static_cast<std::int16_t>(sample);
        const int allowed = std::max(16, std::abs(sample) / 24);
        EXPECT_LE(std::abs(from_a_law(to_a_law(in)) - sample), allowed) << sample;
        if (std::abs(sample) >= 32'636) continue;  // the µ-law ends there
        EXPECT_LE(std::abs(from_mu_law(to_mu_law(in)) - sample), allowed) << sample;
    }
}

TEST(half_the_volume, is_half_the_strength) {
    const auto sound = tone(1'000, 8'000);
    Sound quiet{8'000, {}};
    for (const char code : coded(sound.samples, Law::a, 0.5))
        quiet.samples.push_back(from_a_law(static_cast<std::uint8_t>(code)));
    EXPECT_NEAR(loudness(quiet.samples), loudness(sound.samples) / 2, 0.01);
}

TEST(levelling, brings_a_whisper_up_and_leaves_silence_alone) {
    Sound whisper{8'000, {100, -200, 50}};
    level(whisper, 0.9);
    EXPECT_EQ(whisper.samples[1], -29'490);
    Sound nothing{8'000, {0, 0}};
    level(nothing, 0.9);
    EXPECT_EQ(nothing.samples, (std::vector<std::int16_t>{0, 0}));
}

}  // namespace
}  // namespace anlan::sound
