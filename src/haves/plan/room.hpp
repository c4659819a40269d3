#pragma once

#include "http/endpoint.hpp"
#include "journal/room.hpp"
#include "plan/ports.hpp"

namespace anlan::plan {

journal::Room make_room();
/// `text` must outlive the table.
void add_endpoints(http::Endpoints& table, const PlanText& text);

}  // namespace anlan::plan
