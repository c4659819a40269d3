#include "medialine/media_line.hpp"

#include <gtest/gtest.h>
#include <netinet/in.h>

#include <thread>

#include "medialine/sealed.hpp"

namespace anlan::medialine {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

const AreaCode kPrefecture{"350500000000"}, kCounty{"350581000000"}, kTown{"350581106000"}, kOther{"350581107000"};
const Stream kVoice = stream_of("350581106000/4/77");

std::string key_of(const AreaCode& one, const AreaCode& other) {
    return std::min(one.text, other.text) + std::max(one.text, other.text) + "12345678";
}

/// What a Janus is to the line: two ports on loopback.
struct Beside {
    udp::UdpSocket media = *udp::UdpSocket::open(INADDR_LOOPBACK, 0, 1);
    udp::UdpSocket reports = *udp::UdpSocket::open(INADDR_LOOPBACK, 0, 1);
    udp::Place asked_by{};
    Ports ports() const { return {media.port(), reports.port()}; }
    static void give(const udp::UdpSocket& by, std::uint16_t to, std::string_view what) {
        by.send({{{INADDR_LOOPBACK, to}, what.data(), what.size(), {}}}, [](const udp::Place&) {});
    }
    static std::string next(
        const udp::UdpSocket& at, udp::Place* from = nullptr, std::chrono::milliseconds limit = 3s
    ) {
        std::string got;
        const auto end = steady_clock::now() + limit;
        while (got.empty() && steady_clock::now() < end) {
            at.receive([&](const udp::Place& place, std::string_view bytes) {
                got = bytes;
                if (from != nullptr) *from = place;
            });
            std::this_thread::sleep_for(1ms);
        }
        return got;
    }
};

struct Station {
    explicit Station(const AreaCode& here) : area(here) { start(); }
    void start() {
        static int starts = 0;
        line.reset();
        line = MediaLine::open(area, 0, "session of start " + std::to_string(++starts)).value();
    }
    Neighbour as_seen_from(const AreaCode& other, bool above) const {
        std::optional<udp::Place> at;
        if (above) at = udp::Place{INADDR_LOOPBACK, line->port()};
        return {area, key_of(area, other), line->session(), at};
    }
    AreaCode area;
    std::unique_ptr<MediaLine> line;
    Beside janus;
};

/// A prefecture, its county, two of its towns. A person of one town speaks.
struct four_stations : ::testing::Test {
    void SetUp() override { join(); }
    void join() {
        prefecture.line->meet({county.as_seen_from(kPrefecture, false)});
        county.line->meet(
            {prefecture.as_seen_from(kCounty, true),
             town.as_seen_from(kCounty, false),
             other.as_seen_from(kCounty, false)}
        );
        town.line->meet({county.as_seen_from(kTown, true)});
        other.line->meet({county.as_seen_from(kOther, true)});
        town.line->lead({{kVoice, {{}, {kCounty}, {}}}});
        county.line->lead({{kVoice, {kTown, {kPrefecture, kOther}, county.janus.ports()}}});
        prefecture.line->lead({{kVoice, {kCounty, {}, prefecture.janus.ports()}}});
        other.line->lead({{kVoice, {kCounty, {}, other.janus.ports()}}});
    }
    void speak(const std::string& words) { Beside::give(town.janus.media, town.line->doors(kVoice).media, words); }
    /// Lines find each other with their first hello; until then nothing comes.
    bool heard_everywhere(const std::string& words) {
        const auto end = steady_clock::now() + 5s;
        for (const auto* each : {&county, &prefecture, &other}) {
            std::string got;
            while (got != words && steady_clock::now() < end) {
                speak(words);
                got = Beside::next(each->janus.media, nullptr, 100ms);
            }
            if (got != words) return false;
        }
        for (const auto* each : {&county, &prefecture, &other})
            while (!Beside::next(each->janus.media, nullptr, 50ms).empty()) {
            }
        return true;
    }
    Station prefecture{kPrefecture}, county{kCounty}, town{kTown}, other{kOther};
};

TEST_F(four_stations, hear_one_who_speaks_at_one_of_them) {
    EXPECT_TRUE(heard_everywhere("good evening"));
}

TEST_F(four_stations, ask_the_first_one_for_a_whole_picture) {
    ASSERT_TRUE(heard_everywhere("good evening"));
    Beside::give(town.janus.reports, town.line->doors(kVoice).reports, "report of the sender");
    for (auto* each : {&county, &prefecture, &other}) {
        udp::Place from;
        ASSERT_FALSE(Beside::next(each->janus.reports, &from).empty()) << "each Janus learns where to ask";
        Beside::give(each->janus.reports, from.port, "please, " + each->area.text);
        EXPECT_EQ(Beside::next(town.janus.reports), "please, " + each->area.text);
    }
}

TEST_F(four_stations, go_on_when_the_one_in_between_begins_anew) {
    ASSERT_TRUE(heard_everywhere("good evening"));
    county.start();
    join();
    EXPECT_TRUE(heard_everywhere("good morning"));
}

TEST_F(four_stations, know_who_is_silent) {
    ASSERT_TRUE(heard_everywhere("good evening"));
    EXPECT_FALSE(county.line->silent(kTown));
    town.line.reset();
    const auto from = steady_clock::now();
    while (!county.line->silent(kTown) && steady_clock::now() - from < 10s) std::this_thread::sleep_for(10ms);
    EXPECT_TRUE(county.line->silent(kTown));
    EXPECT_LT(steady_clock::now() - from, MediaLine::kSilent + 1s);
    EXPECT_FALSE(county.line->silent(kOther));
    EXPECT_FALSE(county.line->silent(AreaCode{"350582000000"})) << "nobody is expected there";
}

TEST_F(four_stations, take_a_voice_only_from_whence_it_is_said_to_come) {
    ASSERT_TRUE(heard_everywhere("good evening"));
    Sealer liar({key_of(kOther, kCounty), kOther, kCounty, other.line->session()});
    for (int i = 0; i < 5'000; ++i) liar.seal({});  // newer than anything it has sent
    const auto lie = liar.seal({Kind::media, kVoice, "run away"});
    Beside::give(other.janus.media, county.line->port(), lie);
    Beside::give(other.janus.media, county.line->port(), "run away");
    speak("stay");
    EXPECT_EQ(Beside::next(county.janus.media), "stay");
    EXPECT_EQ(Beside::next(county.janus.media, nullptr, 200ms), "");
}

TEST_F(four_stations, forget_who_has_stopped) {
    ASSERT_TRUE(heard_everywhere("good evening"));
    const auto door = town.line->doors(kVoice).media;
    town.line->lead({});
    EXPECT_EQ(town.line->doors(kVoice).media, 0);
    Beside::give(town.janus.media, door, "still there?");
    EXPECT_EQ(Beside::next(county.janus.media, nullptr, 200ms), "");
}

TEST(a_port, is_had_by_one) {
    const auto one = MediaLine::open(kTown, 0, "x");
    const auto two = MediaLine::open(kTown, one.value()->port(), "x");
    ASSERT_FALSE(two);
    EXPECT_EQ(two.error().code, "port_taken");
}

}  // namespace
}  // namespace anlan::medialine
