#include <gtest/gtest.h>

#include "calls/room.hpp"
#include "http/asking_for_tests.hpp"
#include "journal/look.hpp"
#include "meetings/commands.hpp"
#include "meetings/queries.hpp"
#include "meetings/room.hpp"
#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "policy/room.hpp"
#include "sensors/commands.hpp"
#include "sensors/room.hpp"
#include "trial/trial.hpp"

namespace anlan::sensors {
namespace {

using http::Method;

const AreaCode kCameraTown{"350581106000"}, kCameraCounty{"350581000000"};
constexpr const char* kAddress = "rtsp://viewer:secret@192.0.2.1/gate";

/// Remembers what it was told: what the room lets through to the media service.
struct OpenLens final : LiveCameras {
    Result<std::string> begin(const SensorId&, const std::string& address, const PersonId&) override {
        begun.push_back(address);
        return std::string("viewing");
    }
    Result<ViewingAnswer> signal(const SensorId&, const PersonId&, const std::string&, const ViewingSignal& signal)
        override {
        heard.push_back(signal.act);
        return ViewingAnswer{};
    }
    std::vector<std::string> begun;
    std::vector<ViewingAct> heard;
};

struct a_live_camera : ::testing::Test {
    a_live_camera() : asking(trial, with_endpoints()) {
        trial.when(organisation::AdoptAreas{{{kCameraTown, "永宁镇", kCameraCounty, 118.7, 24.7}}}).value();
        for (const auto* name : {"测试甲", "测试乙"})
            people.push_back(
                {trial.when(organisation::AddPerson{name, "13900001234", kCameraTown, false, {}}).value().subject}
            );
        gate = registered("南门", kAddress);
    }
    const http::Endpoints& with_endpoints() {
        Ports ports;
        ports.live = &lens;
        ports.note_look = [this](const SensorId& camera, const PersonId& person, const std::string& in, bool live) {
            return noted(camera, person, in, live);
        };
        add_endpoints(table, ports);
        return table;
    }
    Result<void> noted(const SensorId& camera, const PersonId& person, const std::string& in, bool live) {
        BOOST_OUTCOME_TRYV(trial.when(NoteLook{camera, in, live}, person.text));
        return done();
    }
    SensorId registered(const std::string& name, const std::string& address) {
        return {trial.when(RegisterSensor{{}, name, name, Measure::camera, kCameraTown, 118.69, 24.68, 60, "", address})
                    .value()
                    .subject};
    }
    http::Caller as(std::size_t which, std::set<std::string> may = {}) const {
        auto caller = http::caller_with(std::move(may), kCameraTown);
        caller.person = people.at(which);
        return caller;
    }
    std::string at(const std::string& rest) const { return "/api/v1/sensors/" + gate.text + rest; }
    std::string watch(const http::Caller& caller, const std::string& meeting = "") {
        return asking.said(caller, Method::post, at("/viewings"), R"({"meeting":")" + meeting + "\"}");
    }
    std::string say(const http::Caller& caller, const std::string& act, const std::string& meeting = "") {
        return asking.said(
            caller,
            Method::post,
            at("/viewings/viewing/signals"),
            R"({"act":")" + act + R"(","meeting":")" + meeting + "\"}"
        );
    }
    std::vector<journal::Entry> looks() {
        return journal::look(
            trial.rows(), {.after = 0, .limit = 100, .kind = "sensor.camera_looked_at", .subject = {}}
        );
    }
    meetings::MeetingId meeting_of(const std::vector<PersonId>& guests) {
        meetings::OpenMeeting wish;
        wish.title = "会商";
        wish.guests = guests;
        meetings::MeetingId made{trial.when(std::move(wish)).value().subject};
        for (const auto& each : guests) trial.when(meetings::NoteJoined{made, each}, "system:meetings").value();
        return made;
    }

    trial::Trial trial{
        {policy::make_room(), organisation::make_room(), calls::make_room(), meetings::make_room(), make_room()}};
    OpenLens lens;
    http::Endpoints table;
    http::Asking<trial::Trial> asking;
    std::vector<PersonId> people;
    SensorId gate;
};

TEST_F(a_live_camera, is_watched_from_the_desk_and_who_looked_is_written) {
    EXPECT_EQ(watch(as(0)), "403 sensor");
    EXPECT_TRUE(looks().empty());
    EXPECT_EQ(watch(as(0, {"desk.view"})), "201");
    EXPECT_EQ(lens.begun, std::vector<std::string>{kAddress});
    ASSERT_EQ(looks().size(), 1U);
    EXPECT_EQ(looks()[0].actor, people[0].text);
    EXPECT_EQ(looks()[0].subject, gate.text);
    EXPECT_EQ(looks()[0].body.find("secret"), std::string::npos);
}

TEST_F(a_live_camera, tells_nobody_its_address) {
    const auto list = asking.ask(as(0, {"desk.view"}), Method::get, "/api/v1/sensors");
    EXPECT_EQ(list.status, 200);
    EXPECT_EQ(list.body.find("rtsp"), std::string::npos);
    for (const auto& entry : journal::look(trial.rows(), {.after = 0, .limit = 1000, .kind = {}, .subject = {}}))
        EXPECT_EQ(entry.body.find("192.0.2.1"), std::string::npos);
}

TEST_F(a_live_camera, is_shown_in_a_meeting_to_those_inside_for_as_long_as_it_is_shared) {
    const auto meeting = meeting_of({people[0]});
    const auto body = R"({"meeting":")" + meeting.text + "\"}";
    EXPECT_EQ(watch(as(0), meeting.text), "403 sensor") << "not shown yet";
    EXPECT_EQ(asking.said(as(0), Method::post, at("/share"), body), "403 not_permitted") << "has no desk";
    EXPECT_EQ(asking.said(as(1, {"desk.view"}), Method::post, at("/share"), body), "422 meeting") << "not inside";
    EXPECT_EQ(asking.said(as(0, {"desk.view"}), Method::post, at("/share"), body), "200");
    EXPECT_EQ(meetings::cameras_of(trial.rows(), meeting).at(0).name, "南门");
    EXPECT_EQ(watch(as(0), meeting.text), "201");
    EXPECT_EQ(watch(as(1), meeting.text), "403 sensor") << "not inside";
    EXPECT_NE(looks().at(0).body.find(meeting.text), std::string::npos);
    EXPECT_EQ(say(as(0), "keepalive", meeting.text), "200");
    trial.when(meetings::StopCamera{meeting, gate.text}, people[0].text).value();
    EXPECT_EQ(say(as(0), "keepalive", meeting.text), "403 sensor");
    EXPECT_EQ(say(as(0), "leave", meeting.text), "200") << "whoever goes may always say so";
}

TEST_F(a_live_camera, wants_an_rtsp_address_and_a_video_service) {
    gate = registered("大厅", "http://192.0.2.1/still.jpg");
    EXPECT_EQ(watch(as(0, {"desk.view"})), "422 sensor");
    gate = registered("雨量", "");
    EXPECT_EQ(watch(as(0, {"desk.view"})), "404 sensor");
    http::Endpoints bare;
    add_endpoints(bare, {});
    http::Asking<trial::Trial> without(trial, bare);
    gate = registered("北门", kAddress);
    EXPECT_EQ(without.said(as(0, {"desk.view"}), Method::post, at("/viewings"), "{}"), "422 media_missing");
    EXPECT_TRUE(lens.begun.empty());
}

}  // namespace
}  // namespace anlan::sensors
