#pragma once

#include "meetings/ports.hpp"
#include "meetings/terminal_queries.hpp"

/// What the endpoints answer about conference sets.
namespace anlan::meetings {

struct TerminalRow {
    DeviceId terminal;
    std::string name, place;
    TerminalState state = TerminalState::calling;
    bool muted = false;
    std::optional<Instant> called_at, first_joined, left_at;
    std::int64_t seconds = 0;  ///< in it until now
    std::string zh, en;  ///< how it left, or why it never came, and the way out; empty: still here, or nothing to say
};
BOOST_DESCRIBE_STRUCT(
    TerminalRow, (), (terminal, name, place, state, muted, called_at, first_joined, left_at, seconds, zh, en)
)

/// A conference set of the register.
struct CallableTerminal {
    DeviceId terminal;
    std::string name, place;
    bool has_address = false;  ///< what stands as its number can be dialled
    bool on_the_line = false;  ///< in a meeting, or being called
};
BOOST_DESCRIBE_STRUCT(CallableTerminal, (), (terminal, name, place, has_address, on_the_line))

struct TerminalLineAnswer {
    TerminalLine line = TerminalLine::missing;
    std::string zh, en;   ///< what that means, and how to mend it
    std::string address;  ///< "10.1.2.2:5070", where terminals dial; empty: there is no line
    std::vector<CallableTerminal> terminals;
};
BOOST_DESCRIBE_STRUCT(TerminalLineAnswer, (), (line, zh, en, address, terminals))

std::vector<TerminalRow> terminal_rows(store::Rows& rows, const MeetingFacts& meeting, Instant now);
TerminalLineAnswer terminal_line_of(store::Rows& rows, const Hall* hall);

}  // namespace anlan::meetings
