#pragma once

#include <map>
#include <vector>

#include "app/county.hpp"

namespace anlan::app {

/// One sensor of the demonstration and how its values go: a base, a swing over the day, a storm, one shower at the
/// start, or a silence that began so long ago.
struct DemoSensor {
    std::string name, device, measure;
    AreaCode area;
    double lon = 0, lat = 0;
    std::int64_t minutes = 1;
    double base = 0, swing = 0, storm = 0, shower = 0;
    std::int64_t quiet_minutes = 0;
    std::string hazard_point;
};
BOOST_DESCRIBE_STRUCT(
    DemoSensor,
    (),
    (name, device, measure, area, lon, lat, minutes, base, swing, storm, shower, quiet_minutes, hazard_point)
)

/// The sensors of the demonstration. Their readings come in by the same door as any other's.
class DemoSensors {
  public:
    /// Before the county opens: registers them and hands in the last day; who is on duty takes what that raised.
    explicit DemoSensors(County& county);
    /// Hands in what is due since the last time. While a drill plays, the officers take what is raised.
    void tick(bool officers_take_alarms);

  private:
    struct Feed {
        Node* node = nullptr;
        std::vector<DemoSensor> sensors;
        Instant started{}, fed{};
    };
    void hand_in(Feed& feed, Instant from, Instant until);

    std::vector<Feed> feeds_;
};

}  // namespace anlan::app
