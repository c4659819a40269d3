#pragma once

#include "policy/commands.hpp"

namespace anlan::policy {

/// The pack this program was built with (data/policy/default.json).
const AdoptPack& shipped_pack();
const PolicyRow* shipped_row(const std::string& key);

}  // namespace anlan::policy
