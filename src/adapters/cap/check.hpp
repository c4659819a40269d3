#pragma once

#include <string>

#include "warning/ports.hpp"

namespace anlan::cap {

/// The line `anlan cap check` prints for one file: {"file","valid","verdict","version","alerts","errors","notes"}, no
/// line end. `notes` are the rules of the standard's text that do not hold; they never make a file invalid.
std::string check_line(const std::string& file, const warning::AlertReading& reading);

/// 0 unless any file was refused.
int exit_code(bool any_refused);

}  // namespace anlan::cap
