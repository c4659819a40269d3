#include "janus/camera_hall.hpp"

#include <gtest/gtest.h>

#include <atomic>

#include "janus/camera_words.hpp"
#include "janus/real_janus_for_tests.hpp"
#include "janus/viewings.hpp"

namespace anlan::janus {
namespace {

using sensors::SensorId;
using sensors::ViewingAct;
using std::chrono::seconds;
using test::comes_true;
using test::RealJanus;

const PersonId kWatcher{"测试甲"}, kSecondWatcher{"测试乙"};
const SensorId kGate{"gate"}, kYard{"yard"}, kHall{"hall"};

/// Counts those that are on their way; what they send is tried where cameras are.
struct Counted final : sensors::Feed {
    explicit Counted(std::atomic<int>& all) : running(all) { ++running; }
    ~Counted() override { --running; }
    sensors::CameraWord word() const override { return {sensors::CameraState::live, "", "", ""}; }
    void again() override {}
    std::atomic<int>& running;
};

struct a_camera_hall : ::testing::Test {
    CameraHall make(int most = 2) {
        return {
            JanusSettings{.socket = janus.socket(), .secret = "", .recordings = "", .cameras = most},
            [this](const std::string&, std::int64_t port) -> std::unique_ptr<sensors::Feed> {
                ports.push_back(port);
                return std::make_unique<Counted>(feeds);
            },
            dice};
    }
    /// Once Janus is there.
    std::string begin(CameraHall& hall, const SensorId& camera, const PersonId& person = kWatcher) {
        std::string viewing;
        const auto begun = comes_true([&] {
            auto given = hall.begin(camera, "rtsp://192.0.2.1/" + camera.text, person);
            if (given) viewing = given.value();
            return given || given.error().code != "media_down";
        });
        EXPECT_TRUE(begun && !viewing.empty());
        return viewing;
    }
    static sensors::ViewingSignal act(ViewingAct what) {
        sensors::ViewingSignal signal;
        signal.act = what;
        return signal;
    }

    RealJanus janus;
    seal::SystemDice dice;
    std::atomic<int> feeds{0};
    std::vector<std::int64_t> ports;
};

TEST_F(a_camera_hall, offers_h264_on_a_port_of_its_own_and_takes_it_away_when_nobody_watches) {
    auto hall = make();
    const auto viewing = begin(hall, kGate);
    ASSERT_EQ(ports.size(), 1U);
    EXPECT_GT(ports[0], 0);
    EXPECT_EQ(feeds, 1);
    const auto offered = hall.signal(kGate, kWatcher, viewing, act(ViewingAct::subscribe));
    ASSERT_TRUE(offered) << offered.error().en;
    EXPECT_NE(offered.value().sdp.find("H264/90000"), std::string::npos);
    EXPECT_EQ(offered.value().camera.state, sensors::CameraState::live);
    begin(hall, kGate, kSecondWatcher);
    EXPECT_EQ(feeds, 1) << "a second person watches the same feed";
    ASSERT_TRUE(hall.signal(kGate, kWatcher, viewing, act(ViewingAct::leave)));
    EXPECT_EQ(hall.signal(kGate, kWatcher, viewing, act(ViewingAct::keepalive)).error().code, "viewing_unknown");
    EXPECT_TRUE(comes_true([&] { return feeds == 0; }, Viewings::kSilence + CameraHall::kLinger + seconds(5)))
        << "the second says nothing more and is given up";
}

TEST_F(a_camera_hall, lets_nobody_speak_for_another_viewing) {
    auto hall = make();
    const auto viewing = begin(hall, kGate);
    EXPECT_EQ(hall.signal(kGate, kSecondWatcher, viewing, act(ViewingAct::subscribe)).error().code, "viewing_unknown");
    EXPECT_EQ(hall.signal(kYard, kWatcher, viewing, act(ViewingAct::subscribe)).error().code, "viewing_unknown");
    EXPECT_EQ(hall.signal(kGate, kWatcher, "guessed", act(ViewingAct::subscribe)).error().code, "viewing_unknown");
    auto huge = act(ViewingAct::start);
    huge.sdp = std::string(70'000, 'a');
    EXPECT_EQ(hall.signal(kGate, kWatcher, viewing, huge).error().code, "too_long");
}

TEST_F(a_camera_hall, carries_so_many_cameras_and_no_more_until_one_is_left) {
    auto hall = make(2);
    begin(hall, kGate);
    const auto yard = begin(hall, kYard);
    const auto third = hall.begin(kHall, "rtsp://192.0.2.1/hall", kWatcher);
    ASSERT_FALSE(third);
    EXPECT_EQ(third.error().code, "too_many_cameras");
    ASSERT_TRUE(hall.signal(kYard, kWatcher, yard, act(ViewingAct::leave)));
    EXPECT_TRUE(hall.begin(kHall, "rtsp://192.0.2.1/hall", kWatcher)) << "one that nobody watches gives way at once";
    EXPECT_TRUE(comes_true([&] { return feeds == 2; })) << "its feed ends a moment later";
}

TEST_F(a_camera_hall, begins_anew_with_janus) {
    auto hall = make();
    const auto before = begin(hall, kGate);
    janus.kill();
    EXPECT_TRUE(comes_true([&] { return feeds == 0; }));
    EXPECT_EQ(hall.signal(kGate, kWatcher, before, act(ViewingAct::keepalive)).error().code, "viewing_unknown");
    EXPECT_EQ(hall.begin(kGate, "rtsp://192.0.2.1/gate", kWatcher).error().code, "media_down");
    janus.begin();
    const auto after = begin(hall, kGate);
    EXPECT_TRUE(hall.signal(kGate, kWatcher, after, act(ViewingAct::subscribe)));
}

TEST(a_viewing, is_given_up_when_nothing_is_heard_of_it) {
    Viewings viewings;
    const Viewing::Time start{seconds(1000)};
    for (const auto* secret : {"silent", "speaks"}) {
        Viewing made;
        made.camera = kGate;
        made.person = kWatcher;
        made.heard = start;
        viewings.begin(secret, made).value();
    }
    viewings.find("speaks", kGate, kWatcher, start + Viewings::kSilence).value();
    EXPECT_EQ(viewings.expire(start + Viewings::kSilence).size(), 1U);
    EXPECT_TRUE(viewings.watched(kGate));
    viewings.end("speaks");
    EXPECT_FALSE(viewings.watched(kGate));
}

}  // namespace
}  // namespace anlan::janus
