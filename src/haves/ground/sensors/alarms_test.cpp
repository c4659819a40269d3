#include <gtest/gtest.h>

#include "calls/commands.hpp"
#include "calls/queries.hpp"
#include "calls/room.hpp"
#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "policy/room.hpp"
#include "sensors/commands.hpp"
#include "sensors/queries.hpp"
#include "sensors/room.hpp"
#include "trial/trial.hpp"

namespace anlan::sensors {
namespace {

using std::chrono::seconds;

const AreaCode kTown{"350581106000"}, kCounty{"350581000000"};

struct a_sensor : ::testing::Test {
    a_sensor() : trial({policy::make_room(), organisation::make_room(), calls::make_room(), make_room()}) {
        trial.when(organisation::AdoptAreas{{{kTown, "永宁镇", kCounty, 118.7, 24.7}}}).value();
        officer = person("测试甲");
        other = person("测试乙");
        post("duty_officer", officer, other);
        post("duty_leader", person("测试丙"), {});
        rain = {trial.when(gauge()).value().subject};
    }
    PersonId person(const std::string& name) {
        return {trial.when(organisation::AddPerson{name, "13900001234", kTown, false, {}}).value().subject};
    }
    void post(const std::string& code, const PersonId& holder, const PersonId& deputy) {
        const PostId made{
            trial.when(organisation::CreatePost{code, code, kTown, "", false, false, "", 0}).value().subject};
        trial.when(organisation::Appoint{made, holder, deputy, ""}).value();
    }
    static RegisterSensor gauge() {
        return {{}, "测试雨量站", "YN-1", Measure::rain_gauge, kTown, 118.69, 24.68, 60, "", ""};
    }
    AlarmId raise(AlarmGrade grade = AlarmGrade::watch, double value = 33) {
        return {trial.when(RaiseAlarm{rain, AlarmKind::threshold, grade, value, 30, trial.now()}, "system:sensing")
                    .value()
                    .subject};
    }
    std::string code(const auto& wish) { return trial.when(wish).error().code; }
    std::vector<calls::CallBrief> called(const AlarmId& alarm, const std::string& more = "") {
        return calls::calls_of(trial.rows(), alarm.text + more);
    }

    trial::Trial trial;
    PersonId officer, other;
    SensorId rain;
};

TEST_F(a_sensor, is_refused_without_name_device_place_and_interval_that_can_be) {
    auto wish = gauge();
    wish.device = "YN-2";
    const auto with = [&](auto change) {
        auto changed = wish;
        change(changed);
        return code(changed);
    };
    EXPECT_EQ(with([](auto& w) { w.name = ""; }), "name_empty");
    EXPECT_EQ(with([](auto& w) { w.device = ""; }), "device_empty");
    EXPECT_EQ(with([](auto& w) { w.device = "YN-1"; }), "device_taken");
    EXPECT_EQ(with([](auto& w) { w.interval_seconds = 0; }), "interval_invalid");
    EXPECT_EQ(with([](auto& w) { w.area = AreaCode{"350582000000"}; }), "area_outside");
    EXPECT_EQ(with([](auto& w) { w.lon = 0, w.lat = 0; }), "place_invalid");
    EXPECT_EQ(with([](auto& w) { w.lat.reset(); }), "place_invalid");
    EXPECT_EQ(with([](auto& w) { w.camera = "file:///etc/passwd"; }), "camera_invalid");
    EXPECT_EQ(with([](auto& w) { w.sensor = {"nobody"}; }), "sensor_unknown");
    EXPECT_TRUE(trial.when(wish));
}

TEST_F(a_sensor, begins_with_the_thresholds_of_the_policy_pack) {
    const auto facts = *find_sensor(trial.rows(), rain);
    ASSERT_EQ(facts.thresholds.size(), 2U);
    EXPECT_EQ(facts.thresholds[1].grade, AlarmGrade::act);
    EXPECT_EQ(facts.thresholds[1].value, 50);
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_sensor, refuses_thresholds_that_make_no_sense) {
    const auto set = [&](std::vector<Threshold> thresholds) {
        return code(SetThresholds{rain, std::move(thresholds)});
    };
    EXPECT_EQ(set({{AlarmGrade::act, Direction::above, 5'000, 1, 0}}), "threshold_invalid");
    EXPECT_EQ(set({{AlarmGrade::act, Direction::above, 50, -1, 0}}), "threshold_invalid");
    EXPECT_EQ(set({{AlarmGrade::act, Direction::above, 50, 1, -1}}), "threshold_invalid");
    EXPECT_EQ(
        set({{AlarmGrade::watch, Direction::above, 60, 1, 0}, {AlarmGrade::act, Direction::above, 50, 1, 0}}),
        "threshold_invalid"
    );
    EXPECT_EQ(set(std::vector<Threshold>(9, {AlarmGrade::act, Direction::above, 50, 1, 0})), "too_many_thresholds");
}

TEST_F(a_sensor, that_passes_its_limit_calls_the_officer_on_duty) {
    const auto alarm = raise();
    const auto calls = called(alarm);
    ASSERT_EQ(calls.size(), 1U);
    EXPECT_EQ(calls[0].person, officer);
    EXPECT_EQ(calls[0].first_due - calls[0].placed_at, seconds{180});
    const auto text = find_alarm(trial.rows(), alarm)->text;
    EXPECT_EQ(text, "测试雨量站 1小时雨量 33.0 mm，达到关注值 30.0 mm");
    EXPECT_EQ(text.find("预警"), std::string::npos);
    EXPECT_EQ(raise(), alarm);
    EXPECT_EQ(called(alarm).size(), 1U);
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_sensor, whose_call_is_answered_has_been_attended_by_who_answered_in_so_many_seconds) {
    const auto alarm = raise();
    trial.advance(seconds{42});
    ASSERT_TRUE(trial.when(calls::AnswerCall{{called(alarm)[0].id}, "看到了"}, officer.text));
    const auto facts = *find_alarm(trial.rows(), alarm);
    EXPECT_EQ(facts.attended_by, officer);
    EXPECT_EQ(facts.seconds, 42);
    EXPECT_EQ(trial.when(AttendAlarm{alarm, ""}, other.text).error().code, "already_attended");
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_sensor, whose_alarm_is_taken_on_the_desk_calls_nobody_any_more) {
    const auto alarm = raise();
    EXPECT_EQ(trial.when(AttendAlarm{alarm, ""}, "system:sensing").error().code, "not_a_person");
    EXPECT_EQ(trial.when(AttendAlarm{{"nobody"}, ""}, other.text).error().code, "alarm_unknown");
    ASSERT_TRUE(trial.when(AttendAlarm{alarm, "去看"}, other.text));
    EXPECT_EQ(called(alarm)[0].state, "closed");
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_sensor, that_nobody_attends_climbs_the_ladder_like_any_call) {
    const auto alarm = raise();
    trial.advance(seconds{3'600});
    EXPECT_GE(called(alarm)[0].escalations, 2);
    EXPECT_FALSE(find_alarm(trial.rows(), alarm)->attended_at);
}

TEST_F(a_sensor, that_gets_worse_asks_anew_also_who_has_answered) {
    const auto alarm = raise();
    ASSERT_TRUE(trial.when(AttendAlarm{alarm, ""}, officer.text));
    EXPECT_EQ(raise(AlarmGrade::act, 55), alarm);
    EXPECT_FALSE(find_alarm(trial.rows(), alarm)->attended_at);
    const auto again = called(alarm, "/worse");
    ASSERT_EQ(again.size(), 1U);
    ASSERT_TRUE(trial.when(calls::AnswerCall{{again[0].id}, ""}, officer.text));
    EXPECT_EQ(find_alarm(trial.rows(), alarm)->attended_by, officer);
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_sensor, stays_on_the_desk_until_its_alarm_is_over_and_somebody_took_it) {
    const auto alarm = raise();
    ASSERT_TRUE(trial.when(ClearAlarm{rain, AlarmKind::threshold, 3}, "system:sensing"));
    EXPECT_EQ(live_alarms(trial.rows()).size(), 1U);
    ASSERT_TRUE(trial.when(AttendAlarm{alarm, ""}, officer.text));
    EXPECT_TRUE(live_alarms(trial.rows()).empty());
    EXPECT_NE(raise(), alarm);
}

TEST_F(a_sensor, is_blamed_once_for_a_fault_and_a_day) {
    const auto blame = [&] { return trial.when(NoteFault{rain, Fault::clock, "1970"}, "system:sensing").value(); };
    EXPECT_NE(blame().first_seq, 0);
    EXPECT_EQ(blame().first_seq, 0);
    trial.advance(std::chrono::hours{24});
    EXPECT_NE(blame().first_seq, 0);
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_sensor, keeps_the_address_of_its_camera_in_the_vault) {
    auto wish = gauge();
    wish.sensor = rain;
    wish.camera = "rtsp://viewer:secret@127.0.0.1/1";
    ASSERT_TRUE(trial.when(wish));
    for (const auto& entry : trial.written()) EXPECT_EQ(entry.body.find("secret"), std::string::npos);
    EXPECT_TRUE(find_sensor(trial.rows(), rain)->camera);
}

TEST_F(a_sensor, and_its_alarms_are_seen_at_the_county_at_once) {
    trial::Trial county(
        {policy::make_room(), organisation::make_room(), calls::make_room(), make_room()}, kCounty, "石狮市"
    );
    const auto alarm = raise();
    ASSERT_TRUE(trial.when(AttendAlarm{alarm, ""}, officer.text));
    county.hear(trial);
    const auto seen = find_alarm(county.rows(), alarm);
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->node, kTown);
    EXPECT_TRUE(seen->attended_at);
    EXPECT_EQ(county.when(AttendAlarm{alarm, ""}, officer.text).error().code, "alarm_unknown");
    EXPECT_TRUE(county.prove().ok);
}

TEST_F(a_sensor, tells_its_course_above_only_when_asked) {
    trial::Trial county(
        {policy::make_room(), organisation::make_room(), calls::make_room(), make_room()}, kCounty, "石狮市"
    );
    county.hear(trial);
    EXPECT_EQ(trial.when(AskSeries{rain, 7}).error().code, "sensor_here");
    EXPECT_EQ(county.when(AskSeries{{"nobody"}, 7}).error().code, "sensor_unknown");
    EXPECT_EQ(county.when(AskSeries{rain, 0}).error().code, "days_invalid");
    const auto request = county.when(AskSeries{rain, 7}).value().subject;
    EXPECT_EQ(county.when(AskSeries{rain, 7}).value().subject, request);
    trial.hear(county);
    ASSERT_EQ(questions_from_above(trial.rows()).size(), 1U);
    ASSERT_TRUE(trial.when(TellSeries{request, {{trial.now(), 2, 1, 3, 60}}}, "system:sensing"));
    EXPECT_TRUE(questions_from_above(trial.rows()).empty());
    county.hear(trial);
    EXPECT_EQ(last_request(county.rows(), rain)->points.at(0).high, 3);
    EXPECT_TRUE(county.prove().ok);
    EXPECT_TRUE(trial.prove().ok);
}

}  // namespace
}  // namespace anlan::sensors
