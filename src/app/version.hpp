#pragma once

namespace anlan::app {

inline constexpr const char* kVersion = "0.1.0";

}  // namespace anlan::app
