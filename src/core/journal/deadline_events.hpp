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

/// The clock had been ahead and was set right: what was to happen a while after an entry of the wrong time happens that
/// long after now.
struct ClockSetBack {
    static constexpr EventKind kKind{"clock.set_back", 1};
    std::int64_t by_ms = 0;
};
BOOST_DESCRIBE_STRUCT(ClockSetBack, (), (by_ms))

void project(store::Rows& rows, const Entry& entry, const DeadlineLapsed& event);
void project(store::Rows& rows, const Entry& entry, const ClockSetBack& event);

/// Moves the deadlines that were set by a clock that was ahead. Changes nothing when there are none.
Wish heed_clock();

/// The journal's own room; always the first of a node.
Room make_room();

}  // namespace anlan::journal
