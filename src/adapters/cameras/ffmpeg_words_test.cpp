#include "cameras/ffmpeg_words.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace anlan::cameras {
namespace {

std::string code_of(const std::string& said, int exit_code = 1) {
    Complaints complaints;
    for (const auto& each : said) complaints.hear(std::string(1, each));
    return complaints.word(exit_code).code;
}

TEST(the_address_of_a_camera, stands_on_no_command_line) {
    for (const auto& words : {words_for_picture("ffmpeg"), words_for_stream("ffmpeg", 5000, Look::quick)})
        EXPECT_TRUE(std::ranges::none_of(words, [](const auto& each) { return each.find("rtsp://") == 0; }));
    EXPECT_NE(script_for("rtsp://a:b@c/d", Look::quick).find("file 'rtsp://a:b@c/d'\n"), std::string::npos);
}

TEST(the_address_of_a_camera, cannot_say_more_than_an_address) {
    EXPECT_NE(script_for("rtsp://a/'x", Look::quick).find("file 'rtsp://a/'\\''x'\n"), std::string::npos);
}

TEST(what_ffmpeg_says, is_told_apart) {
    EXPECT_EQ(code_of("[rtsp @ 0x1] method DESCRIBE failed: 401 Unauthorized\n"), "camera_denied");
    EXPECT_EQ(code_of("[rtsp @ 0x1] method DESCRIBE failed: 404 Not Found\n"), "camera_path");
    EXPECT_EQ(code_of("  Stream #0:0: Video: hevc (Main), yuv420p(tv), 640x360, 15 fps\n"), "camera_codec");
    EXPECT_EQ(code_of("Connection to tcp://127.0.0.1:1 failed: Connection refused\n"), "camera_away");
    EXPECT_EQ(code_of("", 127), "program_missing");
}

TEST(what_ffmpeg_says, tells_when_a_picture_goes_out) {
    Complaints said;
    said.hear("Input #0, concat, from 'pipe:0':\n  Stream #0:0: Video: h264 (High), yuv420p, 640x360\n");
    EXPECT_FALSE(said.carries());
    said.hear("Output #0, rtp, to 'rtp://127.0.0.1:5000':\n");
    EXPECT_TRUE(said.carries());
    EXPECT_FALSE(said.wrong_codec());
}

TEST(a_wrong_password, is_not_tried_again_by_itself) {
    Complaints said;
    said.hear("401 Unauthorized\n");
    EXPECT_TRUE(is_final(said.word(1)));
    EXPECT_FALSE(is_final(Complaints().word(1)));
}

}  // namespace
}  // namespace anlan::cameras
