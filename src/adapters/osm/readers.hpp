#pragma once

#include <fstream>

#include "osm/gathered.hpp"

namespace anlan::osm {

/// Both throw std::runtime_error at what is damaged.
void read_xml(std::istream& in, Gathered& gathered);
void read_pbf(std::istream& in, Gathered& gathered);

}  // namespace anlan::osm
