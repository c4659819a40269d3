#pragma once

#include <string>
#include <vector>

#include "journal/event.hpp"
#include "store/rows.hpp"

namespace anlan::journal {

/// What a reader of the journal asks for. Empty: whatever it is.
struct Look {
    std::int64_t after = 0;  ///< entries behind this one
    std::int64_t limit = 100;
    std::string kind;     ///< how it begins: "call." or "order.issued"
    std::string subject;  ///< one thing
};

/// Entries in their order, found by index whichever way they are asked for.
std::vector<Entry> look(store::Rows& rows, const Look& wanted);

}  // namespace anlan::journal
