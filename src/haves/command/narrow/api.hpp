#pragma once

#include <functional>

#include "http/endpoint.hpp"
#include "narrow/answers.hpp"

namespace anlan::narrow {

/// `device`: how the device is; empty: there is none.
void add_endpoints(http::Endpoints& table, std::function<DeviceAnswer()> device);

}  // namespace anlan::narrow
