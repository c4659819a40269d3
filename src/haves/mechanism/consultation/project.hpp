#pragma once

#include "consultation/events.hpp"
#include "orders/events.hpp"
#include "store/rows.hpp"

namespace anlan::consultation {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const ConsultationCalled& called);
void project(store::Rows& rows, const Entry& entry, const AgendaSet& set);
void project(store::Rows& rows, const Entry& entry, const PeopleInvited& invited);
void project(store::Rows& rows, const Entry& entry, const PersonAttended& attended);
void project(store::Rows& rows, const Entry& entry, const WordSaid& said);
void project(store::Rows& rows, const Entry& entry, const MeetingJoined& joined);
void project(store::Rows& rows, const Entry& entry, const ConsultationConcluded& concluded);
void project(store::Rows& rows, const Entry& entry, const ResolutionMade& made);
void project(store::Rows& rows, const Entry& entry, const ResolutionReminded& reminded);
void project(store::Rows& rows, const Entry& entry, const ResolutionClosed& closed);

/// From below.
void mirror(store::Rows& rows, const Entry& entry, const ConsultationConcluded& concluded, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const ResolutionClosed& closed, const AreaCode& from);

/// The order that a resolution became: it was caused by the resolution's own entry.
void note(store::Rows& rows, const Entry& entry, const orders::OrderIssued& issued);

}  // namespace anlan::consultation
