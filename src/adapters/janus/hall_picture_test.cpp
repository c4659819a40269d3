#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>

#include "janus/real_janus_for_tests.hpp"
#include "janus/video_hall.hpp"

namespace anlan::janus {
namespace {

using namespace std::chrono_literals;
using test::comes_true;
using test::RealJanus;

/// A socket of UDP on 127.0.0.1.
class Wire {
  public:
    Wire() : socket_(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
        auto here = place(0);
        ::bind(socket_, reinterpret_cast<struct sockaddr*>(&here), sizeof here);
        socklen_t size = sizeof here;
        ::getsockname(socket_, reinterpret_cast<struct sockaddr*>(&here), &size);
        port = ::ntohs(here.sin_port);
    }
    ~Wire() { ::close(socket_); }
    Wire(const Wire&) = delete;
    void send(std::int64_t to, const std::string& bytes) const {
        auto there = place(static_cast<std::uint16_t>(to));
        ::sendto(socket_, bytes.data(), bytes.size(), 0, reinterpret_cast<struct sockaddr*>(&there), sizeof there);
    }
    /// What has come by now, of which this holds.
    bool heard(const std::function<bool(const std::string&)>& wanted) {
        struct pollfd ready {
            socket_, POLLIN, 0
        };
        char bytes[2'048];
        while (::poll(&ready, 1, 0) > 0)
            if (const auto size = ::recv(socket_, bytes, sizeof bytes, 0);
                size > 0 && wanted(std::string(bytes, static_cast<std::size_t>(size))))
                return true;
        return false;
    }
    std::uint16_t port = 0;

  private:
    static struct sockaddr_in place(std::uint16_t port) {
        struct sockaddr_in made {};
        made.sin_family = AF_INET;
        made.sin_port = ::htons(port);
        made.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
        return made;
    }
    int socket_;
};

std::string word(std::uint32_t number) {
    std::string bytes;
    for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(number >> shift);
    return bytes;
}
/// `loudness`: in the extension of this number, -dBov.
std::string rtp(std::uint32_t source, std::uint32_t number, const std::string& payload, int loudness = -1) {
    std::string bytes = word(0x8000'0000U | (loudness >= 0 ? 0x1000'0000U : 0U) | (number & 0xFFFFU));
    bytes += word(number * 160) + word(source);
    if (loudness >= 0) bytes += word(0xBEDE'0001U) + word(0x1000'0000U | static_cast<std::uint32_t>(loudness) << 16);
    return bytes + payload;
}
bool is_request(const std::string& bytes) {
    return bytes.size() >= 12 && bytes[0] == '\x81' && static_cast<unsigned char>(bytes[1]) == 206;
}

/// Somebody of another station or on a conference set, with voice and picture.
struct somebody_from_elsewhere : ::testing::Test {
    somebody_from_elsewhere()
        : hall(
              {.janus = {.socket = janus.socket(), .secret = "", .recordings = ""}, .station_secret = "s"},
              {.arrived = [](auto&, auto&) {},
               .left = [](auto&, auto&, auto) {},
               .changed = [](auto&, auto&) {},
               .recorded = [](auto&) { return false; }},
              dice
          ) {
        const std::string streams = R"([{"type":"audio","mindex":0,"mid":"0","codec":"pcma","audiolevel_ext_id":1},)"
                                    R"({"type":"video","mindex":1,"mid":"1","codec":"h264"}])";
        comes_true([&] {
            const auto given = hall.expect(meeting, "测试丙", streams);
            if (given) place = given.value();
            return bool(given);
        });
    }
    RealJanus janus;
    seal::SystemDice dice;
    const meetings::MeetingId meeting{"m"};
    VideoHall hall;
    RemotePlace place;
    Wire wire;
};

TEST_F(somebody_from_elsewhere, is_known_to_speak_by_how_loud_they_are) {
    ASSERT_NE(place.feed, 0);
    ASSERT_TRUE(hall.open_mix(meeting)) << "somebody listens";
    std::uint32_t number = 0;
    const auto says = [&](int loudness) {
        wire.send(place.port, rtp(kFirstRemoteSource, ++number, std::string(160, '\xD5'), loudness));
    };
    EXPECT_FALSE(hall.talks_since(place.feed));
    EXPECT_TRUE(comes_true([&] { return says(20), hall.talks_since(place.feed).has_value(); }));
    EXPECT_TRUE(comes_true([&] { return says(100), !hall.talks_since(place.feed); }));
    hall.close_mix(meeting);
}

TEST_F(somebody_from_elsewhere, is_shown_elsewhere_and_asked_for_whole_pictures) {
    ASSERT_NE(place.feed, 0);
    Wire screen, reports;
    const auto shown = hall.picture_into(meeting, place.feed, "1", screen.port, 77);
    ASSERT_TRUE(shown) << shown.error().en;
    ASSERT_NE(shown.value().reports_port, 0);
    std::uint32_t number = 0;
    const auto sends = [&] { wire.send(place.port, rtp(kSecondRemoteSource, ++number, "\x67\x42\xE0\x1F")); };
    const auto comes = [&] {
        return screen.heard([](const std::string& one) {
            return one.size() == 16 && one.substr(8, 4) == word(77) && one.substr(12, 1) == "\x67";
        });
    };
    EXPECT_TRUE(comes_true([&] { return sends(), comes(); }));
    // The sender says where it takes requests; the viewer makes one.
    EXPECT_TRUE(comes_true([&] {
        reports.send(place.rtcp_port, word(0x80C9'0001) + word(1'010));
        screen.send(shown.value().reports_port, word(0x81CE'0002) + word(1) + word(77));
        return sends(), reports.heard(is_request);
    }));
    hall.out_of(meeting, place.feed, shown.value().stream);
    while (screen.heard([](auto&) { return true; })) {
    }
    EXPECT_FALSE(comes_true([&] { return sends(), comes(); }, 1s));
    EXPECT_FALSE(hall.picture_into(meeting, place.feed, "7", screen.port, 78)) << "there is no such picture";
}

}  // namespace
}  // namespace anlan::janus
