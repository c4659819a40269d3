#include "sensors/commands.hpp"
#include "sensors/queries.hpp"

namespace anlan::sensors {

namespace {

constexpr std::int64_t kDaysMax = 366;

}  // namespace

Result<Decision> decide(const AskSeries& wish, const Desk& desk) {
    const auto sensor = find_sensor(desk.views, wish.sensor);
    if (!sensor) return refuse("sensor_unknown", "sensor", "没有这个监测设备", "there is no such sensor");
    if (sensor->node.text.empty())
        return refuse(
            "sensor_here", "sensor", "这是本站的设备，曲线就在本地", "it is this station's own; its series is here"
        );
    if (wish.days < 1 || wish.days > kDaysMax)
        return refuse("days_invalid", "days", "请填写 1 到 366 天", "1 to 366 days");
    const auto last = last_request(desk.views, sensor->id);
    if (last && !last->told_at) return Decision{{}, last->id, {}};
    auto asked =
        journal::event(desk.new_id(), SeriesAsked{sensor->id, desk.now - std::chrono::days{wish.days}, desk.now});
    asked.to = {sensor->node};
    return journal::decided(std::move(asked));
}

Result<Decision> decide(const TellSeries& wish, const Desk& desk) {
    const auto request = find_request(desk.views, wish.request);
    if (!request) return refuse("request_unknown", "request", "没有这个请求", "there is no such request");
    if (request->told_at) return Decision{{}, request->id, {}};
    return journal::decided(
        journal::event(request->id, SeriesTold{request->sensor, request->from_at, request->until_at, wish.points})
    );
}

}  // namespace anlan::sensors
