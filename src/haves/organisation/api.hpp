#pragma once

#include "http/endpoint.hpp"
#include "registers/ports.hpp"

namespace anlan::organisation {

/// `sheets` may be null: then people and posts are imported from CSV alone. It must outlive the table.
void add_endpoints(http::Endpoints& table, const registers::SheetReader* sheets = nullptr);
void add_import_endpoints(http::Endpoints& table, const registers::SheetReader* sheets);

}  // namespace anlan::organisation
