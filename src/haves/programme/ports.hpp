#pragma once

#include <functional>
#include <optional>
#include <string>

namespace anlan::programme {

/// The bytes kept under this name (SHA-256 of what they were), as they are now; none: not kept here.
using ReadAttachment = std::function<std::optional<std::string>(const std::string& id)>;

}  // namespace anlan::programme
