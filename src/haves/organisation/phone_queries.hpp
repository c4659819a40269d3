#pragma once

#include <string>

#include "base/strong.hpp"
#include "store/rows.hpp"

namespace anlan::organisation {

/// The full number, for calling the person; never for a page. Empty if none.
std::string phone(store::Rows& rows, const PersonId& person);

}  // namespace anlan::organisation
