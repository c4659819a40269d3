#pragma once

#include "meetings/queries.hpp"
#include "meetings/terminal_events.hpp"

/// What is known of conference sets in meetings.
namespace anlan::meetings {

/// 呼叫中, 振铃, 在会, 已离开.
BOOST_DEFINE_ENUM_CLASS(TerminalState, calling, ringing, joined, left)

struct TerminalFacts {
    MeetingId meeting;
    DeviceId terminal;
    std::string name, place;
    TerminalState state = TerminalState::calling;
    bool muted = false;
    std::optional<Instant> called_at, first_joined;
    std::optional<Instant> joined_at;  ///< in it since; empty: not in it now
    std::optional<Instant> left_at;
    std::int64_t millis = 0;         ///< in it before `joined_at`
    std::optional<TerminalEnd> how;  ///< how it left, or why it never came
};
BOOST_DESCRIBE_STRUCT(
    TerminalFacts,
    (),
    (meeting, terminal, name, place, state, muted, called_at, first_joined, joined_at, left_at, millis, how)
)

/// In the order they were called or came.
std::vector<TerminalFacts> terminals_of(store::Rows& rows, const MeetingId& meeting);
std::optional<TerminalFacts> terminal_of(store::Rows& rows, const MeetingId& meeting, const DeviceId& terminal);
/// Being called or in a meeting that is open.
std::vector<TerminalFacts> terminals_on_the_line(store::Rows& rows);

/// Whether a device's number leads a call: an extension of the site's exchange ("801"), one at a host ("801@10.1.2.3"),
/// or a host ("10.1.2.3"), the latter two with or without a port.
bool is_dialled(const std::string& address);

/// What a terminal dials to come into an open meeting: six figures made of its id, the same for as long as it is open.
std::string dial_number(const MeetingId& meeting);
std::vector<MeetingFacts> open_meetings(store::Rows& rows);

}  // namespace anlan::meetings
