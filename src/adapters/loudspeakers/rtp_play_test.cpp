#include "loudspeakers/rtp_play.hpp"

#include <gtest/gtest.h>

#include "sound/siren.hpp"

namespace anlan::loudspeakers {
namespace {

TEST(a_sound_for_a_thousand, is_encoded_once_for_each_coding_and_volume) {
    std::vector<RtpTarget> targets;
    for (std::uint32_t i = 0; i < 1'000; ++i)
        targets.push_back({"t" + std::to_string(i), {0x7F010001 + i, 5'004}, i % 2 == 0 ? 100 : 60, Coding::opus});
    targets.push_back({"old", {0x7F020001, 5'004}, 100, Coding::g711});
    seal::SystemDice dice;
    auto play = make_play("b1", sound::siren({.seconds = 1}), 1, targets, {}, dice);
    EXPECT_EQ(play.streams.size(), 1'001U);
    EXPECT_EQ(play.voices.size(), 3U);
    EXPECT_EQ(play.frames, 50U);
    std::vector<Packet> packets;
    play.frame_into(packets);
    ASSERT_EQ(packets.size(), 1'001U);
    EXPECT_EQ(packets[0].body.data(), packets[2].body.data()) << "the very same bytes";
    EXPECT_EQ(packets.back().body.size(), kFrameBytes);
}

TEST(a_sound, has_the_same_length_in_every_coding) {
    const sound::Sound odd{16'000, std::vector<std::int16_t>(16'001)};
    EXPECT_EQ(frames_in(odd), 51U);
    const auto telephone = make_voice(sound::at_rate(odd, 8'000), Coding::g711, 100, {});
    const auto opus = make_voice(odd, Coding::opus, 100, {});
    for (std::size_t i = 0; i < 51; ++i) {
        EXPECT_EQ(telephone->frame(i).size(), kFrameBytes);
        EXPECT_FALSE(opus->frame(i).empty());
    }
    EXPECT_EQ(telephone->ticks(), 160U);
    EXPECT_EQ(opus->ticks(), 960U);
}

}  // namespace
}  // namespace anlan::loudspeakers
