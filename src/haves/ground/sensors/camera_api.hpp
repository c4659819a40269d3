#pragma once

#include "http/endpoint.hpp"
#include "sensors/room.hpp"

namespace anlan::sensors {

/// What a camera shows: a picture taken now, its live picture, and showing that in a meeting.
void add_camera_endpoints(http::Endpoints& table, const Ports& ports);

}  // namespace anlan::sensors
