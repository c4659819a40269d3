#pragma once

#include "meetings/project.hpp"
#include "meetings/terminal_events.hpp"

namespace anlan::meetings {

void project(store::Rows& rows, const Entry& entry, const TerminalCalled& called);
void project(store::Rows& rows, const Entry& entry, const TerminalRang& rang);
void project(store::Rows& rows, const Entry& entry, const TerminalJoined& joined);
void project(store::Rows& rows, const Entry& entry, const TerminalMuted& muted);
void project(store::Rows& rows, const Entry& entry, const TerminalLeft& left);
/// The meeting is over.
void let_terminals_go(store::Rows& rows, const Entry& entry);

}  // namespace anlan::meetings
