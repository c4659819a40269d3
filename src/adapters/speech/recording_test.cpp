#include "speech/recording.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "sound/siren.hpp"

namespace anlan::speech {
namespace {

namespace fs = std::filesystem;

struct a_recording : ::testing::Test {
    void SetUp() override { fs::create_directories(folder); }
    void TearDown() override { fs::remove_all(folder); }
    fs::path write(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder / name, std::ios::binary) << bytes;
        return folder / name;
    }
    fs::path folder = fs::temp_directory_path() / ("anlan-recording-" + std::to_string(getpid()));
};

std::string tone_of_44_kHz(double seconds) {
    return sound::to_wav(sound::siren({.low_hertz = 700, .high_hertz = 700, .seconds = seconds}, 44'100));
}

TEST_F(a_recording, as_wav_is_played_as_it_is) {
    const auto made = recording(write("a.wav", tone_of_44_kHz(2)));
    ASSERT_TRUE(made) << made.error().en;
    EXPECT_EQ(made.value().rate, 8'000);
    EXPECT_NEAR(made.value().seconds(), 2, 0.01);
    EXPECT_GT(sound::share_at(std::span(made.value().samples).subspan(4'000, 1'600), 8'000, 700), 0.9);
}

TEST_F(a_recording, as_a_browser_makes_it_is_played_too) {
    const auto wav = write("a.wav", tone_of_44_kHz(2));
    const auto webm = folder / "a.webm";
    ASSERT_EQ(
        std::system(("ffmpeg -nostdin -loglevel error -i " + wav.string() + " -c:a libopus " + webm.string()).c_str()),
        0
    );
    const auto made = recording(webm);
    ASSERT_TRUE(made) << made.error().en;
    EXPECT_NEAR(made.value().seconds(), 2, 0.1);
    EXPECT_GT(sound::share_at(std::span(made.value().samples).subspan(4'000, 1'600), 8'000, 700), 0.8);
}

TEST_F(a_recording, that_is_none_is_refused) {
    EXPECT_EQ(recording(folder / "nothing").error().code, "recording_missing");
    EXPECT_EQ(recording(write("b", "no sound")).error().code, "recording_unusable");
    EXPECT_EQ(
        recording(write("c.wav", sound::to_wav({8'000, std::vector<std::int16_t>(800, 0)}))).error().code,
        "recording_unusable"
    );
}

}  // namespace
}  // namespace anlan::speech
