#pragma once

#include "meetings/commands.hpp"
#include "meetings/terminal_events.hpp"

namespace anlan::meetings {

/// 呼叫会议终端. All here refuse `meeting_unknown` and, once it is over, `already_closed`. This one refuses
/// `terminal_unknown`, `address_invalid`, `terminal_busy` (in a meeting already), `drill_rings_no_terminal`.
struct CallTerminal {
    MeetingId meeting;
    DeviceId terminal;
};
BOOST_DESCRIBE_STRUCT(CallTerminal, (), (meeting, terminal))
Result<Decision> decide(const CallTerminal& wish, const Desk& desk);
std::optional<World> world_of(const CallTerminal& wish, store::Rows& rows);

/// 静音, 取消静音. Refuses `terminal_absent`.
struct MuteTerminal {
    MeetingId meeting;
    DeviceId terminal;
    bool muted = true;
};
BOOST_DESCRIBE_STRUCT(MuteTerminal, (), (meeting, terminal, muted))
Result<Decision> decide(const MuteTerminal& wish, const Desk& desk);
std::optional<World> world_of(const MuteTerminal& wish, store::Rows& rows);

/// 移出, or calling no longer. Refuses `terminal_absent`.
struct RemoveTerminal {
    MeetingId meeting;
    DeviceId terminal;
};
BOOST_DESCRIBE_STRUCT(RemoveTerminal, (), (meeting, terminal))
Result<Decision> decide(const RemoveTerminal& wish, const Desk& desk);
std::optional<World> world_of(const RemoveTerminal& wish, store::Rows& rows);

/// 响铃, 入会, 离开.
BOOST_DEFINE_ENUM_CLASS(TerminalNews, rang, joined, left)

/// The program's own, of what the line tells. Told already, or no longer in it: passed over. Refuses
/// `terminal_unknown`, `terminal_busy` (one that dials in while it is in a meeting).
struct NoteTerminal {
    MeetingId meeting;
    DeviceId terminal;
    TerminalNews news = TerminalNews::rang;
    TerminalEnd how = TerminalEnd::hung_up;  ///< of `left`
};
BOOST_DESCRIBE_STRUCT(NoteTerminal, (), (meeting, terminal, news, how))
Result<Decision> decide(const NoteTerminal& wish, const Desk& desk);
std::optional<World> world_of(const NoteTerminal& wish, store::Rows& rows);

}  // namespace anlan::meetings
