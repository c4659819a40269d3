#pragma once

#include "journal/checkpoint.hpp"
#include "journal/event.hpp"

namespace anlan::links {

/// A link to a neighbour came up or went down.
struct LinkChanged {
    static constexpr journal::EventKind kKind{"link.changed", 1};
    AreaCode neighbour;
    std::string name;
    bool up = false;
};
BOOST_DESCRIBE_STRUCT(LinkChanged, (), (neighbour, name, up))

/// Something was refused or healed on a link: a forged frame, an unknown station, a clock, an old copy. The audit list.
struct LinkFaulted {
    static constexpr journal::EventKind kKind{"link.faulted", 1};
    AreaCode neighbour;
    std::string name;
    std::string code;    ///< "frame_forged", "same_key_twice", "rolled_back", …
    std::string zh, en;  ///< in plain words
};
BOOST_DESCRIBE_STRUCT(LinkFaulted, (), (neighbour, name, code, zh, en))

}  // namespace anlan::links
