#pragma once

#include "cap/dialect.hpp"
#include "cap/element.hpp"
#include "cap/finding.hpp"

namespace anlan::cap {

/// Judges one alert element by the schema of CAP 1.0, 1.1 or 1.2 (the .xsd files of this folder). Nothing found means
/// that it holds. Code "xsd", at most 50 findings. Compiled once per thread.
Findings judge_by_schema(Dialect dialect, const Element& alert);

}  // namespace anlan::cap
