#pragma once

#include "base/area.hpp"
#include "journal/event.hpp"

namespace anlan::registers {

/// A row was entered or changed; subject: the row's id. Personal fields are not in `values` but sealed beside it.
struct RegisterPut {
    static constexpr journal::EventKind kKind{"register.put", 1, journal::Share::up};
    std::string list;
    AreaCode area;  ///< of the row's first area field, else the node's
    json::object values;
};
BOOST_DESCRIBE_STRUCT(RegisterPut, (), (list, area, values))

/// The row is no longer kept; its personal fields are destroyed.
struct RegisterRetired {
    static constexpr journal::EventKind kKind{"register.retired", 1, journal::Share::up};
    std::string list, reason;
};
BOOST_DESCRIBE_STRUCT(RegisterRetired, (), (list, reason))

}  // namespace anlan::registers
