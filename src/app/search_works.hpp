#pragma once

#include <vector>

#include "search/room.hpp"

namespace anlan::app {

inline constexpr const char* kDesk = "desk.view";

template <class... E>
std::vector<std::string> kinds() {
    return {E::kKind.text()...};
}

/// What of the station's works can be found: broadcasts, teams, exercises, stores, shelters, venue, devices,
/// enforcement, building.
std::vector<search::Source> search_works();

}  // namespace anlan::app
