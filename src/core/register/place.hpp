#pragma once

#include "geo/datum.hpp"
#include "registers/description.hpp"
#include "registers/ports.hpp"

namespace anlan::registers {

/// The table with its longitudes and latitudes as the house keeps them: turned here, once, from the ground the file was
/// drawn on. To the seventh decimal, a centimetre, so that the same file brought twice is the same place. What is no
/// number stays, so that its fault can be shown.
Table brought_home(Table table, const Register& description, geo::Datum datum);

}  // namespace anlan::registers
