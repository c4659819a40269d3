#pragma once

#include "documents/ports.hpp"
#include "http/endpoint.hpp"
#include "journal/room.hpp"

namespace anlan::exercise {

journal::Room make_room();
/// `writer` makes the report as DOCX and PDF; it outlives the table.
void add_endpoints(http::Endpoints& table, const documents::Writer* writer = nullptr);

}  // namespace anlan::exercise
