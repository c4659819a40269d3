#include "cameras/live_feed.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "cameras/rtsp_for_tests.hpp"

namespace anlan::cameras {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

/// Where the pictures go: a port of this machine.
class Ear {
  public:
    Ear() {
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof here;
        bind(socket_, reinterpret_cast<sockaddr*>(&here), size);
        getsockname(socket_, reinterpret_cast<sockaddr*>(&here), &size);
        port = ntohs(here.sin_port);
    }
    ~Ear() { close(socket_); }
    bool hears_h264(milliseconds most) {
        const auto end = steady_clock::now() + most;
        while (steady_clock::now() < end) {
            pollfd wait{socket_, POLLIN, 0};
            if (poll(&wait, 1, 50) <= 0) continue;
            unsigned char bytes[2048];
            const auto got = recv(socket_, bytes, sizeof bytes, 0);
            if (got > 12 && bytes[0] >> 6 == 2 && (bytes[1] & 0x7F) == kPayloadType) return true;
        }
        return false;
    }
    void forget() {
        unsigned char bytes[2048];
        while (recv(socket_, bytes, sizeof bytes, MSG_DONTWAIT) > 0) continue;
    }
    std::int64_t port = 0;

  private:
    int socket_ = socket(AF_INET, SOCK_DGRAM, 0);
};

/// How many processes carry something to that port.
int feeding(std::int64_t port) {
    int found = 0;
    const auto mark = "rtp://127.0.0.1:" + std::to_string(port) + "?";
    for (const auto& each : std::filesystem::directory_iterator("/proc")) {
        std::ifstream file(each.path() / "cmdline");
        std::string line{std::istreambuf_iterator<char>(file), {}};
        if (line.find(mark) != std::string::npos) ++found;
    }
    return found;
}

bool becomes(const LiveFeed& feed, const std::string& code, seconds most = seconds(15)) {
    const auto end = steady_clock::now() + most;
    while (steady_clock::now() < end) {
        const auto word = feed.word();
        if (word.code == code && word.state != sensors::CameraState::coming) return true;
        std::this_thread::sleep_for(milliseconds(20));
    }
    return false;
}

struct a_live_feed : ::testing::Test {
    void SetUp() override { ASSERT_TRUE(server.begun()) << "the RTSP server did not start"; }
    RtspServer server;
    Ear ear;
};

TEST_F(a_live_feed, carries_h264_and_ends_with_whoever_wanted_it) {
    {
        const LiveFeed feed(server.address("gate"), ear.port);
        EXPECT_TRUE(becomes(feed, "")) << feed.word().en;
        EXPECT_TRUE(ear.hears_h264(seconds(10)));
        EXPECT_EQ(feeding(ear.port), 1);
    }
    EXPECT_EQ(feeding(ear.port), 0);
    ear.forget();
    EXPECT_FALSE(ear.hears_h264(milliseconds(500)));
}

TEST_F(a_live_feed, keeps_the_password_out_of_the_list_of_processes) {
    const LiveFeed feed(server.address("locked", "viewer:secret@"), ear.port);
    ASSERT_TRUE(becomes(feed, "")) << feed.word().en;
    for (const auto& each : std::filesystem::directory_iterator("/proc")) {
        std::ifstream file(each.path() / "cmdline");
        const std::string line{std::istreambuf_iterator<char>(file), {}};
        EXPECT_EQ(line.find("viewer:secret"), std::string::npos);
    }
}

TEST_F(a_live_feed, says_what_is_wrong_with_the_camera) {
    const LiveFeed denied(server.address("locked", "viewer:guess@"), ear.port);
    const LiveFeed modern(server.address("modern"), ear.port);
    const LiveFeed lost(server.address("nothing"), ear.port);
    const LiveFeed pictures(server.address("yard"), ear.port);
    const LiveFeed missing(server.address("gate"), ear.port, {.program = "no-such-ffmpeg"});
    EXPECT_TRUE(becomes(denied, "camera_denied")) << denied.word().en;
    EXPECT_TRUE(becomes(modern, "camera_codec")) << modern.word().en;
    EXPECT_TRUE(becomes(lost, "camera_path")) << lost.word().en;
    EXPECT_TRUE(becomes(pictures, "camera_codec")) << pictures.word().en;
    EXPECT_TRUE(becomes(missing, "program_missing")) << missing.word().en;
    EXPECT_FALSE(ear.hears_h264(milliseconds(300))) << "nothing but H.264 goes on";
}

TEST_F(a_live_feed, notices_that_the_camera_is_gone_and_heals_when_it_is_back) {
    const LiveFeed feed(server.address("gate"), ear.port, {.pause = milliseconds(200)});
    ASSERT_TRUE(becomes(feed, "")) << feed.word().en;
    server.kill();
    EXPECT_TRUE(becomes(feed, "camera_away"));
    server.begin();
    EXPECT_TRUE(becomes(feed, ""));
    ear.forget();
    EXPECT_TRUE(ear.hears_h264(seconds(10)));
}

}  // namespace
}  // namespace anlan::cameras
