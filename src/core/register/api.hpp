#pragma once

#include "http/endpoint.hpp"
#include "registers/import.hpp"

namespace anlan::registers {

/// The generic endpoints of all lists on the shelf. `sheets` may be null: then only CSV is imported; else it must
/// outlive the table.
void add_endpoints(http::Endpoints& table, Shelf shelf, Lookups lookups, const SheetReader* sheets);

}  // namespace anlan::registers
