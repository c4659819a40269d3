#include <cmath>

#include "organisation/queries.hpp"
#include "policy/queries.hpp"
#include "sensors/commands.hpp"
#include "sensors/measures.hpp"
#include "sensors/queries.hpp"

namespace anlan::sensors {

namespace {

constexpr std::int64_t kIntervalMax_seconds = 7 * 86'400, kDurationMax_seconds = 86'400;
constexpr std::size_t kThresholdsMax = 8, kWordsMax_bytes = 120, kDeviceMax_bytes = 64;

/// Of the policy pack: 关注 and 处置; of what is only yes or no the two are one.
std::vector<Threshold> usual_thresholds(Measure measure, const Desk& desk) {
    const auto key = "sensor." + to_text(measure) + ".";
    const auto watch = policy::number(desk.views, key + "watch"), act = policy::number(desk.views, key + "act");
    const auto hysteresis = policy::number(desk.views, key + "hysteresis");
    const auto seconds = policy::seconds(desk.views, key + "lasting").count();
    std::vector<Threshold> made;
    if (watch < act) made.push_back({AlarmGrade::watch, Direction::above, watch, hysteresis, seconds});
    made.push_back({AlarmGrade::act, Direction::above, act, hysteresis, seconds});
    return made;
}

Result<void> judge_words(const RegisterSensor& wish) {
    if (wish.name.empty() || wish.name.size() > kWordsMax_bytes)
        return refuse("name_empty", "name", "请填写名称（40 字以内）", "give it a name of at most 40 characters");
    if (wish.device.empty() || wish.device.size() > kDeviceMax_bytes)
        return refuse(
            "device_empty", "device", "请填写设备编号（64 个字符以内）", "give the device's own name, at most 64 bytes"
        );
    if (wish.interval_seconds < 1 || wish.interval_seconds > kIntervalMax_seconds)
        return refuse(
            "interval_invalid",
            "interval_seconds",
            "上报间隔应为 1 秒到 7 天",
            "the interval goes from a second to seven days"
        );
    const bool address =
        wish.camera.starts_with("rtsp://") || wish.camera.starts_with("http://") || wish.camera.starts_with("https://");
    if (!wish.camera.empty() &&
        (!address || wish.camera.size() > 500 || wish.camera.find_first_of(" \t\r\n") != std::string::npos))
        return refuse(
            "camera_invalid",
            "camera",
            "画面地址应以 rtsp:// 或 http:// 开头",
            "the picture's address begins with rtsp:// or http://"
        );
    return done();
}

Result<void> judge_place(const RegisterSensor& wish, const Desk& desk) {
    if (!desk.node.area.contains(wish.area))
        return refuse("area_outside", "area", "请选择本辖区内的区划", "choose an area of this station");
    if (wish.lon.has_value() != wish.lat.has_value())
        return refuse("place_invalid", "lon", "经度和纬度要一起填写", "give longitude and latitude together");
    if (!wish.lon) return done();
    const bool on_globe =
        std::isfinite(*wish.lon) && std::isfinite(*wish.lat) && std::abs(*wish.lon) <= 180 && std::abs(*wish.lat) <= 90;
    if (!on_globe || (*wish.lon == 0 && *wish.lat == 0))
        return refuse("place_invalid", "lon", "经纬度不对，请核对", "this is no place; look at the figures again");
    return done();
}

Result<void> judge_threshold(const Threshold& threshold, const MeasureFacts& measure, std::size_t index) {
    const auto field = "thresholds[" + std::to_string(index) + "]";
    if (!std::isfinite(threshold.value) || threshold.value < measure.least || threshold.value > measure.most)
        return refuse(
            "threshold_invalid",
            field + ".value",
            "阈值应在可测范围内：" + worded(measure, measure.least) + " 到 " + worded(measure, measure.most),
            "the limit lies within what can be measured: " + worded(measure, measure.least, true) + " to " +
                worded(measure, measure.most, true)
        );
    if (!std::isfinite(threshold.hysteresis) || threshold.hysteresis < 0 ||
        threshold.hysteresis > measure.most - measure.least)
        return refuse("threshold_invalid", field + ".hysteresis", "回差不能为负", "the hysteresis is not negative");
    if (threshold.seconds < 0 || threshold.seconds > kDurationMax_seconds)
        return refuse(
            "threshold_invalid", field + ".seconds", "持续时间应为 0 秒到 24 小时", "the duration is 0 s to 24 hours"
        );
    return done();
}

/// What asks for hands asks for eyes first.
bool out_of_order(const std::vector<Threshold>& thresholds) {
    for (const auto& watch : thresholds)
        for (const auto& act : thresholds) {
            if (watch.grade != AlarmGrade::watch || act.grade != AlarmGrade::act) continue;
            if (watch.direction != act.direction) continue;
            if (watch.direction == Direction::above ? act.value < watch.value : act.value > watch.value) return true;
        }
    return false;
}

}  // namespace

Result<Decision> decide(const RegisterSensor& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(judge_words(wish));
    BOOST_OUTCOME_TRYV(judge_place(wish, desk));
    std::optional<SensorFacts> known;
    if (!wish.sensor.empty()) {
        BOOST_OUTCOME_TRY(known, own_sensor(desk.views, wish.sensor));
    }
    const auto taken = desk.views.value<std::string>(
        "SELECT id FROM sensor WHERE device = :d AND measure = :m AND node = '' AND retired_at IS NULL AND id <> :i",
        wish.device,
        wish.measure,
        wish.sensor
    );
    if (taken)
        return refuse(
            "device_taken",
            "device",
            "这台设备的这一项已登记过，请在列表中修改",
            "this measure of this device is registered already; change it in the list"
        );
    const auto id = known ? known->id.text : desk.new_id();
    const bool camera = !wish.camera.empty() || (known && known->camera);
    std::vector<journal::Secret> secrets;
    if (!wish.camera.empty()) secrets.push_back({id, "camera", wish.camera, journal::Retention::keep});
    Decision decision;
    decision.subject = id;
    decision.events.push_back(journal::event(
        id,
        SensorRegistered{
            wish.name,
            wish.device,
            wish.measure,
            wish.area,
            wish.lon,
            wish.lat,
            wish.interval_seconds,
            wish.hazard_point,
            camera},
        std::move(secrets)
    ));
    if (!known || known->measure != wish.measure)
        decision.events.push_back(journal::event(id, ThresholdsSet{usual_thresholds(wish.measure, desk)}));
    return decision;
}

Result<Decision> decide(const RetireSensor& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto sensor, own_sensor(desk.views, wish.sensor));
    if (wish.reason.empty()) return refuse("reason_missing", "reason", "请写明停用原因", "say why it is retired");
    Decision decision;
    decision.subject = sensor.id.text;
    for (const auto kind : {AlarmKind::threshold, AlarmKind::silence})
        if (const auto open = open_alarm(desk.views, sensor.id, kind))
            decision.events.push_back(journal::event(open->id.text, AlarmCleared{}));
    decision.events.push_back(journal::event(sensor.id.text, SensorRetired{wish.reason}));
    return decision;
}

Result<Decision> decide(const SetThresholds& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto sensor, own_sensor(desk.views, wish.sensor));
    if (wish.thresholds.size() > kThresholdsMax)
        return refuse("too_many_thresholds", "thresholds", "最多 8 条阈值", "at most eight thresholds");
    const auto& measure = facts_of(sensor.measure);
    for (std::size_t i = 0; i < wish.thresholds.size(); ++i) {
        BOOST_OUTCOME_TRYV(judge_threshold(wish.thresholds[i], measure, i));
    }
    if (out_of_order(wish.thresholds))
        return refuse(
            "threshold_invalid",
            "thresholds",
            "“处置”值不能先于“关注”值达到，请核对",
            "what calls for action is not reached before what calls for attention"
        );
    if (wish.thresholds == sensor.thresholds) return Decision{{}, sensor.id.text, {}};
    return journal::decided(journal::event(sensor.id.text, ThresholdsSet{wish.thresholds}));
}

Result<Decision> decide(const NoteLook& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto sensor, own_sensor(desk.views, wish.sensor));
    return journal::decided(journal::event(sensor.id.text, CameraLookedAt{wish.meeting, wish.live}));
}

Result<Decision> decide(const NoteFault& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto sensor, own_sensor(desk.views, wish.sensor));
    const auto day = [](Instant at) { return std::chrono::floor<std::chrono::days>(at + kBeijing); };
    for (const auto& known : faults_of(desk.views, sensor.id))
        if (known.fault == wish.fault && day(known.at) == day(desk.now)) return Decision{{}, sensor.id.text, {}};
    return journal::decided(journal::event(sensor.id.text, FaultNoted{wish.fault, wish.sample}));
}

}  // namespace anlan::sensors
