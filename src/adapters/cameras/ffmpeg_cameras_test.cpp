#include "cameras/ffmpeg_cameras.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace anlan::cameras {
namespace {

/// A real RTSP server, ended by its own process id.
struct a_camera : ::testing::Test {
    void SetUp() override {
        int ends[2];
        ASSERT_EQ(pipe(ends), 0);
        pid = fork();
        if (pid == 0) {
            dup2(ends[1], STDOUT_FILENO);
            execl("/usr/bin/python3", "python3", ANLAN_RTSP_SERVER, nullptr);
            _exit(127);
        }
        close(ends[1]);
        auto* said = fdopen(ends[0], "r");
        char line[32] = {};
        ASSERT_NE(std::fgets(line, sizeof line, said), nullptr) << "the RTSP server did not start";
        address = "rtsp://127.0.0.1:" + std::to_string(std::atoi(line)) + "/";
        std::fclose(said);
    }
    void TearDown() override {
        if (pid > 0) kill(pid, SIGKILL);
    }
    pid_t pid = -1;
    std::string address;
};

TEST_F(a_camera, gives_a_picture_when_asked) {
    FfmpegCameras cameras;
    const auto picture = cameras.picture(address + "yard");
    ASSERT_TRUE(picture) << picture.error().en;
    EXPECT_GT(picture.value().size(), 1'000U);
    EXPECT_TRUE(picture.value().starts_with("\xFF\xD8"));
}

TEST_F(a_camera, that_has_no_such_picture_is_said_to_be_silent) {
    FfmpegCameras cameras;
    EXPECT_EQ(cameras.picture(address + "nothing").error().code, "camera_silent");
}

TEST_F(a_camera, that_does_not_answer_in_time_holds_nobody_up) {
    FfmpegCameras cameras({.program = "ffmpeg", .time = std::chrono::milliseconds{1}});
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(cameras.picture(address + "yard").error().code, "camera_silent");
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds{3});
}

TEST(cameras, say_when_the_program_is_missing) {
    FfmpegCameras cameras({.program = "no-such-ffmpeg"});
    EXPECT_EQ(cameras.picture("rtsp://127.0.0.1:1/x").error().code, "camera_silent");
}

}  // namespace
}  // namespace anlan::cameras
