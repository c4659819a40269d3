#pragma once

#include <filesystem>

#include "enforcement/outside_api.hpp"

namespace anlan::app {

/// What people without an account may send: pictures alone, no document and no sound. Refuses `photo_invalid`.
enforcement::KeepPicture keeper_of_pictures(const std::filesystem::path& folder);

}  // namespace anlan::app
