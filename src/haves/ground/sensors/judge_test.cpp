#include "sensors/judge.hpp"

#include <gtest/gtest.h>

#include "calls/room.hpp"
#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "policy/room.hpp"
#include "sensors/commands.hpp"
#include "sensors/room.hpp"
#include "trial/trial.hpp"

namespace anlan::sensors {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

const AreaCode kYongning{"350581106000"};

struct readings : ::testing::Test {
    readings() : trial({policy::make_room(), organisation::make_room(), calls::make_room(), make_room()}) {
        trial.when(organisation::AdoptAreas{{{kYongning, "永宁镇", AreaCode{"350581000000"}, 118.7, 24.7}}}).value();
    }
    SensorId enrol(const std::string& device, Measure measure = Measure::smoke) {
        return {trial.when(RegisterSensor{{}, "测试" + device, device, measure, kYongning, {}, {}, 60, "", ""})
                    .value()
                    .subject};
    }
    /// What came, at the trial's clock; its wishes are granted at once.
    std::size_t hear(const std::string& device, double value, std::optional<Instant> at = std::nullopt) {
        Judged judged;
        judge.hear({device, Measure::smoke, value, at, "sample"}, trial.now(), judged);
        return settle(judged);
    }
    std::size_t miss() {
        Judged judged;
        judge.miss(trial.now(), judged);
        return settle(judged);
    }
    std::size_t settle(Judged& judged) {
        samples += judged.samples.size();
        for (auto& wish : judged.wishes) trial.run(std::move(wish)).value();
        judge.learn(trial.rows());
        return judged.wishes.size();
    }
    trial::Trial trial;
    Judge judge{{}};
    std::size_t samples = 0;
};

TEST_F(readings, of_a_device_nobody_registered_are_counted_and_named_but_bounded) {
    judge.learn(trial.rows());
    for (int i = 0; i < 1'000; ++i) hear("X" + std::to_string(i), 1);
    EXPECT_EQ(samples, 0U);
    EXPECT_EQ(judge.strangers().size(), 200U);
    EXPECT_EQ(judge.refused(), 1'000);
}

TEST_F(readings, that_flood_are_held_back_and_said_once) {
    const auto id = enrol("A");
    judge.learn(trial.rows());
    Judged judged;
    for (int i = 0; i < 5'000; ++i) judge.hear({"A", Measure::smoke, 0, std::nullopt, "0"}, trial.now(), judged);
    EXPECT_EQ(judged.wishes.size(), 1U);
    EXPECT_EQ(judged.samples.size(), 240U);
    settle(judged);
    EXPECT_EQ(faults_of(trial.rows(), id).at(0).fault, Fault::flood);
}

TEST_F(readings, raise_and_clear_an_alarm_and_silence_raises_another) {
    const auto id = enrol("A");
    judge.learn(trial.rows());
    hear("A", 0);
    trial.advance(seconds{60});
    EXPECT_EQ(hear("A", 1), 1U);
    EXPECT_TRUE(open_alarm(trial.rows(), id, AlarmKind::threshold));
    trial.advance(seconds{60});
    EXPECT_EQ(hear("A", 0), 1U);
    EXPECT_FALSE(open_alarm(trial.rows(), id, AlarmKind::threshold));
    trial.advance(seconds{179});
    EXPECT_EQ(miss(), 0U);
    trial.advance(seconds{2});
    EXPECT_EQ(miss(), 1U);
    trial.advance(seconds{2});
    EXPECT_EQ(miss(), 0U);
    ASSERT_TRUE(open_alarm(trial.rows(), id, AlarmKind::silence));
    EXPECT_EQ(hear("A", 0), 1U);
    EXPECT_FALSE(open_alarm(trial.rows(), id, AlarmKind::silence));
}

TEST_F(readings, that_come_late_are_kept_but_alarm_nobody) {
    const auto id = enrol("A");
    judge.learn(trial.rows());
    EXPECT_EQ(hear("A", 1, trial.now() - minutes{30}), 0U);
    EXPECT_EQ(samples, 1U);
    EXPECT_FALSE(open_alarm(trial.rows(), id, AlarmKind::threshold));
    EXPECT_EQ(hear("A", 1, trial.now() - minutes{1}), 1U);
}

TEST_F(readings, sent_twice_are_judged_once) {
    enrol("A");
    judge.learn(trial.rows());
    const auto at = trial.now() - seconds{5};
    EXPECT_EQ(hear("A", 1, at), 1U);
    EXPECT_EQ(hear("A", 0, at), 0U);
}

TEST_F(readings, missed_by_a_station_that_was_off_are_no_silence_of_its_sensors) {
    for (int i = 0; i < 10; ++i) enrol("A" + std::to_string(i));
    trial.advance(std::chrono::hours{5});
    judge.learn(trial.rows());
    EXPECT_EQ(miss(), 0U);
    trial.advance(seconds{100});
    for (int i = 0; i < 9; ++i) hear("A" + std::to_string(i), 0);
    trial.advance(seconds{100});
    EXPECT_EQ(miss(), 1U);
}

TEST_F(readings, go_on_where_they_stood_after_a_restart) {
    const auto id = enrol("A");
    judge.learn(trial.rows());
    hear("A", 1);
    Judge again({{id, {trial.now(), 1}}});
    again.learn(trial.rows());
    trial.advance(seconds{60});
    Judged judged;
    again.hear({"A", Measure::smoke, 1, std::nullopt, ""}, trial.now(), judged);
    EXPECT_TRUE(judged.wishes.empty());
    again.hear({"A", Measure::smoke, 0, trial.now() + seconds{1}, ""}, trial.now(), judged);
    EXPECT_EQ(judged.wishes.size(), 1U);
}

}  // namespace
}  // namespace anlan::sensors
