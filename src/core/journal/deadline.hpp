#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/event.hpp"
#include "store/rows.hpp"

/// Durable deadlines: rows with a due time, written by projections and so rebuilt by a replay. When one is due the node
/// turns it into a command. They survive a restart and a clock that jumps.
namespace anlan::journal {

struct Deadline {
    std::string key;  ///< one of this name at a time: "call/<id>"
    Instant due{};
    std::string command;  ///< as given to Room::recalls
    std::string body;     ///< the command as JSON text
    std::string drill;
};
BOOST_DESCRIBE_STRUCT(Deadline, (), (key, due, command, body, drill))

/// When a deadline is due: at a time of day that holds whatever the clock said (an Instant converts), or a while after
/// the entry being projected, which is moved when the clock turns out to have been ahead.
struct Due {
    Instant at{};
    Instant set_at{};  ///< zero: a time of day
    Due(Instant when) : at(when) {}
    Due(Instant when, Instant set) : at(when), set_at(set) {}
};

inline Due after(const Entry& entry, Milliseconds span) {
    return {entry.at + span, entry.at};
}

/// Sets or moves the deadline of this key, in the world of the entry being projected.
void set_deadline(
    store::Rows& rows,
    const Entry& entry,
    const std::string& key,
    const Due& due,
    const std::string& command,
    const json::value& body
);

template <class C>
void set_deadline(
    store::Rows& rows,
    const Entry& entry,
    const std::string& key,
    const Due& due,
    const std::string& command,
    const C& body
) {
    set_deadline(rows, entry, key, due, command, to_json(body));
}

void clear_deadline(store::Rows& rows, const std::string& key);

std::vector<Deadline> due_deadlines(store::Rows& rows, Instant now, int limit);
std::optional<Instant> next_deadline(store::Rows& rows);

/// Whether deadlines were set at a time that is yet to come: the clock was ahead by more than a minute and is so no
/// more.
bool clock_went_back(store::Rows& rows, Instant now);

}  // namespace anlan::journal
