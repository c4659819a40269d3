#pragma once

#include <functional>
#include <string>
#include <vector>

#include "journal/room.hpp"

namespace anlan::search {

/// One thing to be found.
struct Finding {
    std::string kind;     ///< group on the page: "order", "warning", "task", "log"
    std::string subject;  ///< id, for the link; the same kind and subject again replace what was known before
    std::string title, text;
    AreaCode area;           ///< seen by those whose area contains it; empty: by all of the station
    std::string permission;  ///< needed to see it; empty: none
    std::string state;       ///< a word for the list; may be empty
};

/// What an entry makes findable. Looks at rows and the entry alone, as a projection does; it runs after those of the
/// rooms before it.
struct Source {
    std::vector<std::string> kinds;  ///< of events, with their version: OrderIssued::kKind.text()
    std::function<std::vector<Finding>(store::Rows& rows, const journal::Entry& entry)> findings;
};

/// The room's last: every source's rooms stand before it.
journal::Room make_room(const std::vector<Source>& sources);

/// For projections and measuring.
void keep(store::Rows& rows, const journal::Entry& entry, const Finding& finding);

}  // namespace anlan::search
