#pragma once

#include <string>

namespace anlan::bench {

/// A valid CAP 1.2 typhoon warning sent now, in force for six hours. Severity "Extreme" is red.
std::string cap_text(const std::string& identifier, const std::string& severity, const std::string& area);

}  // namespace anlan::bench
