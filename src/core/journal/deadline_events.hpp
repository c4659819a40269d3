#pragma once

#include "journal/deadline.hpp"
#include "journal/event.hpp"
#include "journal/room.hpp"

namespace anlan::journal {

/// A deadline whose command had nothing left to do; keeps the deadline table a pure view of the journal.
struct DeadlineLapsed {
    static constexpr EventKind kKind{"deadline.lapsed", 1};
    std::string key;
};
BOOST_DESCRIBE_STRUCT(DeadlineLapsed, (), (key))

void project(store::Rows& rows, const Entry& entry, const DeadlineLapsed& event);

/// The journal's own room; always the first of a node.
Room make_room();

}  // namespace anlan::journal
