#pragma once

#include "http/endpoint.hpp"
#include "journal/room.hpp"
#include "sensors/ports.hpp"
#include "sensors/reactions.hpp"

namespace anlan::sensors {

journal::Room make_room(OnDuty on_duty = nullptr);

struct Ports {
    Readings* readings = nullptr;  ///< none: a replay or the description of the API
    Cameras* cameras = nullptr;
    LiveCameras* live = nullptr;  ///< none: this station has no video service
    NoteWhoLooks note_look{};     ///< none: nothing is shown
};
void add_endpoints(http::Endpoints& table, Ports ports);

}  // namespace anlan::sensors
