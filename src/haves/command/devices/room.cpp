#include "devices/room.hpp"

#include "devices/commands.hpp"
#include "devices/project.hpp"

namespace anlan::devices {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("devices", views_sql());
    room.projects<DeviceRegistered, DeviceCorrected, DeviceHandedOver, DeviceReported>()
        .projects<DeviceChecked, DeviceRepaired, DeviceRetired>()
        .projects<DailyRoundSet, RoundOpened, RoundClosed>()
        .mirrors<RoundClosed>()
        .recalls<OpenDailyRound>("devices.open_daily_round")
        .recalls<EndRound>("devices.end_round");
    return room;
}

}  // namespace anlan::devices
