#pragma once

#include "documents/labels.hpp"
#include "documents/ports.hpp"
#include "http/endpoint.hpp"

namespace anlan::warehouse {

void add_endpoints(http::Endpoints& table, const documents::Writer* writer, const documents::LabelWriter* label_writer);

}  // namespace anlan::warehouse
