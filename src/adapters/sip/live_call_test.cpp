#include <gtest/gtest.h>

#include <atomic>
#include <mutex>

#include "sip/endpoint.hpp"
#include "sip/live_sound.hpp"
#include "sip/telephone_for_tests.hpp"
#include "sound/siren.hpp"

namespace anlan::sip {
namespace {

using namespace std::chrono_literals;
using test::Telephone;
using test::wait_until;

constexpr double kTone_hertz = 700;
constexpr std::uint32_t kSource = 1'000;

/// A place on this machine: counts what it is handed, and answers every packet with the next frame of a tone.
class Place {
  public:
    Place() : socket_(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
        struct sockaddr_in here {};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
        ::bind(socket_, reinterpret_cast<struct sockaddr*>(&here), sizeof here);
        socklen_t size = sizeof here;
        ::getsockname(socket_, reinterpret_cast<struct sockaddr*>(&here), &size);
        port = ::ntohs(here.sin_port);
        thread_ = std::thread([this] { run(); });
    }
    ~Place() {
        stopping_ = true;
        thread_.join();
        ::close(socket_);
    }
    Place(const Place&) = delete;

    std::uint16_t port = 0;
    std::atomic<int> packets = 0;
    std::atomic<std::uint32_t> source = 0;
    std::atomic<int> loudness = -1;  ///< -dBov, as each packet says

  private:
    void run() {
        const auto tone = sound::siren({.low_hertz = kTone_hertz, .high_hertz = kTone_hertz, .seconds = 20});
        std::size_t at = 0;
        while (!stopping_) {
            struct pollfd ready {
                socket_, POLLIN, 0
            };
            if (::poll(&ready, 1, 50) <= 0) continue;
            unsigned char bytes[2'048];
            struct sockaddr_in from {};
            socklen_t size = sizeof from;
            const auto got =
                ::recvfrom(socket_, bytes, sizeof bytes, 0, reinterpret_cast<struct sockaddr*>(&from), &size);
            if (got < 12) continue;
            source = static_cast<std::uint32_t>(bytes[8]) << 24 | static_cast<std::uint32_t>(bytes[9]) << 16 |
                     static_cast<std::uint32_t>(bytes[10]) << 8 | bytes[11];
            if (got > 20 && bytes[12] == 0xBE && bytes[13] == 0xDE && bytes[16] >> 4 == kLoudnessNumber)
                loudness = bytes[17];
            ++packets;
            bytes[0] = 0x80;  // no extension in what it says
            if (at + 160 > tone.samples.size()) continue;
            auto answer = std::string(reinterpret_cast<const char*>(bytes), 12) +
                          sound::coded(std::span(tone.samples).subspan(at, 160), sound::Law::a);
            at += 160;
            ::sendto(socket_, answer.data(), answer.size(), 0, reinterpret_cast<struct sockaddr*>(&from), size);
        }
    }

    int socket_;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

struct Ends {
    TalkNews news(Endpoint& line, const Place& place) {
        TalkNews made;
        made.picked_up = [&line, &place, this](const PickedUp& how) {
            law = how.law;
            line.lead(talk, {{"127.0.0.1", place.port, kSource}});
        };
        made.ended = [this](const TalkEnd& end) {
            std::lock_guard lock(mutex);
            last = end;
        };
        return made;
    }
    bool ends(std::chrono::milliseconds most) {
        return wait_until(
            [this] {
                std::lock_guard lock(mutex);
                return last.has_value();
            },
            most
        );
    }
    std::atomic<std::uint64_t> talk = 1;
    std::atomic<sound::Law> law = sound::Law::mu;
    std::mutex mutex;
    std::optional<TalkEnd> last;
};

struct a_live_call : ::testing::Test {
    a_live_call() : line(Endpoint::open({.local = "127.0.0.1"}).value()) {}
    ~a_live_call() override { line.reset(); }
    static TalkOrder order(const std::string& to) {
        TalkOrder made;
        made.parties = {to, "sip:anlan@127.0.0.1", "anlan", "", ""};
        made.live = true;
        made.silence = 1s;
        return made;
    }
    static double seconds_of_tone(const sound::Sound& sound) {
        int heard = 0;
        for (std::size_t at = 0; at + 160 <= sound.samples.size(); at += 160) {
            const std::span<const std::int16_t> part(sound.samples.data() + at, 160);
            if (sound::loudness(part) > 0.02 && sound::share_at(part, sound.rate, kTone_hertz) > 0.5) ++heard;
        }
        return heard / 50.0;
    }
    Place place;
    Ends told;
    std::unique_ptr<Endpoint> line;  ///< ends first
};

TEST_F(a_live_call, hands_on_what_it_hears_and_says_what_comes_back) {
    Telephone phone;
    told.talk = line->talk(order("sip:13900000001@" + phone.gateway()), told.news(*line, place));
    ASSERT_TRUE(wait_until([&] { return place.packets > 150; })) << phone.log();
    EXPECT_EQ(place.source, kSource);
    EXPECT_EQ(told.law, sound::Law::a);
    EXPECT_GT(place.loudness, 60) << "it says nothing, and each packet tells so";
    line->mute(told.talk, true);
    std::this_thread::sleep_for(100ms);  // those on their way
    const int muted = place.packets;
    std::this_thread::sleep_for(300ms);  // long enough for fifteen more
    EXPECT_EQ(place.packets, muted);
    line->mute(told.talk, false);
    ASSERT_TRUE(wait_until([&] { return place.packets > muted + 5; }));
    line->call_off(told.talk);
    ASSERT_TRUE(told.ends(10s));
    EXPECT_EQ(told.last->how, End::called_off);
    ASSERT_TRUE(phone.told("CALL_CLOSED"));
    EXPECT_TRUE(wait_until([&] { return seconds_of_tone(phone.earpiece()) > 2.5; }, 5s))
        << seconds_of_tone(phone.earpiece());
}

TEST(loudness_of_a_packet, is_counted_down_from_as_loud_as_can_be) {
    const auto of = [](double strength) {
        std::vector<std::int16_t> samples(160);
        for (std::size_t i = 0; i < samples.size(); ++i)
            samples[i] = static_cast<std::int16_t>((i % 2 == 0 ? 1 : -1) * 32'000 * strength);
        const auto bytes = sound::coded(samples, sound::Law::a);
        return loudness({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, sound::Law::a);
    };
    EXPECT_LE(of(1), 1);
    EXPECT_NEAR(of(0.1), 20, 1);
    EXPECT_GT(of(0), 60);
    EXPECT_EQ(loudness({}, sound::Law::mu), 127);
}

TEST_F(a_live_call, is_lost_when_nothing_comes_and_nobody_answers) {
    auto phone = std::make_unique<Telephone>();
    told.talk = line->talk(order("sip:13900000001@" + phone->gateway()), told.news(*line, place));
    ASSERT_TRUE(wait_until([&] { return place.packets > 20; })) << phone->log();
    phone.reset();  // killed
    ASSERT_TRUE(told.ends(15s));
    EXPECT_EQ(told.last->how, End::lost);
}

TEST_F(a_live_call, from_outside_is_taken_from_whom_it_is_admitted_and_from_nobody_else) {
    Telephone phone;
    line->admit([&](const Caller& caller) -> std::optional<Admitted> {
        if (caller.dialled != "123456" || caller.user != "13900000001" || caller.address != "127.0.0.1")
            return std::nullopt;
        return Admitted{
            order("sip:13900000001@" + phone.gateway()), told.news(*line, place), [this](std::uint64_t talk) {
                told.talk = talk;
            }};
    });
    const auto at = "@127.0.0.1:" + std::to_string(line->port());
    phone.call("sip:654321" + at);
    ASSERT_TRUE(phone.told("CALL_CLOSED")) << phone.log();
    EXPECT_NE(phone.heard().find("403"), std::string::npos);
    phone.forget();
    phone.call("sip:123456" + at);
    ASSERT_TRUE(phone.told("CALL_ESTABLISHED")) << phone.log();
    ASSERT_TRUE(wait_until([&] { return place.packets > 100; })) << phone.log();
    phone.hang_up();
    ASSERT_TRUE(told.ends(10s));
    EXPECT_EQ(told.last->how, End::hung_up);
    EXPECT_TRUE(wait_until([&] { return seconds_of_tone(phone.earpiece()) > 1; }, 5s));
}

}  // namespace
}  // namespace anlan::sip
