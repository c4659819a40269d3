#pragma once

#include "duty/events.hpp"
#include "store/rows.hpp"

namespace anlan::duty {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const PatternSet& set);
void project(store::Rows& rows, const Entry& entry, const HolidaysSet& set);
void project(store::Rows& rows, const Entry& entry, const MemberSet& set);
void project(store::Rows& rows, const Entry& entry, const LeaveFiled& filed);
void project(store::Rows& rows, const Entry& entry, const LeaveEnded& ended);
void project(store::Rows& rows, const Entry& entry, const RotaSaved& saved);
void project(store::Rows& rows, const Entry& entry, const RotaPublished& published);
void project(store::Rows& rows, const Entry& entry, const SwapAsked& asked);
void project(store::Rows& rows, const Entry& entry, const SwapAgreed& agreed);
void project(store::Rows& rows, const Entry& entry, const SwapApproved& approved);
void project(store::Rows& rows, const Entry& entry, const SwapDeclined& declined);
void project(store::Rows& rows, const Entry& entry, const CalendarOpened& opened);
void project(store::Rows& rows, const Entry& entry, const CalendarClosed& closed);
void project(store::Rows& rows, const Entry& entry, const RotaReinforced& reinforced);
void project(store::Rows& rows, const Entry& entry, const ReinforcementEnded& ended);

}  // namespace anlan::duty
