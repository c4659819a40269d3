#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "http/endpoint.hpp"

namespace anlan::enforcement {

/// Keeps a picture and returns its name; refuses what is none.
using KeepPicture = std::function<Result<std::string>(std::string_view bytes)>;

/// The enterprise's side (by its link), the public's side (by a code), and the station's pages of both.
void add_outside_endpoints(http::Endpoints& table, KeepPicture keep);

}  // namespace anlan::enforcement
