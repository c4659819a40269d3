#pragma once

#include <vector>

#include "broadcast/ports.hpp"
#include "calls/channel_api.hpp"
#include "documents/archive.hpp"
#include "geo/roads.hpp"
#include "http/endpoint.hpp"
#include "journal/room.hpp"
#include "meetings/ports.hpp"
#include "narrow/answers.hpp"
#include "plan/ports.hpp"
#include "platforms/ports.hpp"
#include "programme/ports.hpp"
#include "response/ports.hpp"
#include "sensors/ports.hpp"
#include "subscriptions/ports.hpp"
#include "warning/ports.hpp"

namespace anlan::app {

/// The outside world as the rooms know it.
struct Ports {
    const warning::AlertReader& alert_reader;
    const warning::AlertWriter& alert_writer;
    const warning::AreaMatcher& area_matcher;
    const plan::PlanText& plan_text;
    const documents::ArchiveWriter& archive_writer;
    response::LinkUp link_up;
    std::function<narrow::DeviceAnswer()> short_messages{};  ///< empty: no device
    sensors::Readings* readings = nullptr;
    const broadcast::Speech* speech = nullptr;          ///< none: nothing here can speak
    const broadcast::Heartbeats* heartbeats = nullptr;  ///< of loudspeakers
    const platforms::Packages* platforms = nullptr;     ///< none: no broadcasting platform is configured
    programme::ReadAttachment attachment{};
    meetings::Hall* hall = nullptr;                ///< none: no meetings by video
    const meetings::Relay* relay = nullptr;        ///< none: browsers in meetings connect directly
    sensors::LiveCameras* live_cameras = nullptr;  ///< none: no live pictures
    sensors::NoteWhoLooks note_look{};
    const geo::Roads* roads = nullptr;  ///< none: the station has no extract of the roads
    calls::AskHealth channel_health{};  ///< empty: no channel but the page on the telephone
    subscriptions::PushService push{};  ///< empty: no notices on devices
};

/// Every room of a node, ground floor first.
std::vector<journal::Room> all_rooms(const Ports& ports);

/// The same rooms for replaying alone; their ports are never asked.
std::vector<journal::Room> all_rooms_for_replay();

/// Every room's endpoints.
void add_room_endpoints(http::Endpoints& table, const Ports& ports);

}  // namespace anlan::app
