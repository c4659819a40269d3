#include "cameras/ffmpeg_cameras.hpp"

#include "cameras/rtsp_for_tests.hpp"

namespace anlan::cameras {
namespace {

struct a_camera : ::testing::Test {
    void SetUp() override { ASSERT_TRUE(server.begun()) << "the RTSP server did not start"; }
    RtspServer server;
};

TEST_F(a_camera, gives_a_picture_when_asked) {
    FfmpegCameras cameras;
    for (const auto* path : {"yard", "gate"}) {
        const auto picture = cameras.picture(server.address(path));
        ASSERT_TRUE(picture) << path << ": " << picture.error().en;
        EXPECT_GT(picture.value().size(), 1'000U);
        EXPECT_TRUE(picture.value().starts_with("\xFF\xD8"));
    }
}

TEST_F(a_camera, gives_one_to_who_knows_its_password_alone) {
    FfmpegCameras cameras;
    EXPECT_TRUE(cameras.picture(server.address("locked", "viewer:secret@")));
    EXPECT_EQ(cameras.picture(server.address("locked", "viewer:guess@")).error().code, "camera_silent");
}

TEST_F(a_camera, that_has_no_such_picture_is_said_to_be_silent) {
    FfmpegCameras cameras;
    EXPECT_EQ(cameras.picture(server.address("nothing")).error().code, "camera_silent");
}

TEST_F(a_camera, that_does_not_answer_in_time_holds_nobody_up) {
    FfmpegCameras cameras({.program = "ffmpeg", .time = std::chrono::milliseconds{1}});
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(cameras.picture(server.address("yard")).error().code, "camera_silent");
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds{3});
}

TEST(cameras, say_when_the_program_is_missing) {
    FfmpegCameras cameras({.program = "no-such-ffmpeg"});
    EXPECT_EQ(cameras.picture("rtsp://127.0.0.1:1/x").error().code, "camera_silent");
}

}  // namespace
}  // namespace anlan::cameras
