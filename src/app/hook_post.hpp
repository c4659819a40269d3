#pragma once

#include "base/result.hpp"
#include "hooks/courier.hpp"

namespace anlan::app {

/// Posts a letter to another system over HTTP and waits for it, ten seconds at most. Its status, or why there is none.
Result<int> post_letter(const hooks::Letter& letter);

}  // namespace anlan::app
