#pragma once

#include "journal/room.hpp"
#include "venue/events.hpp"

namespace anlan::venue {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const VenueDescribed& described);
void project(store::Rows& rows, const Entry& entry, const BookingMade& made);
void project(store::Rows& rows, const Entry& entry, const BookingCancelled& cancelled);
void project(store::Rows& rows, const Entry& entry, const VenueVisited& visited);
void project(store::Rows& rows, const Entry& entry, const VisitRated& rated);
void project(store::Rows& rows, const Entry& entry, const ExhibitPut& put);
void project(store::Rows& rows, const Entry& entry, const ExhibitChecked& checked);
void project(store::Rows& rows, const Entry& entry, const ExhibitFaulted& faulted);
void project(store::Rows& rows, const Entry& entry, const ExhibitRepaired& repaired);
void project(store::Rows& rows, const Entry& entry, const ExhibitRetired& retired);
void project(store::Rows& rows, const Entry& entry, const ActivityPlanned& planned);
void project(store::Rows& rows, const Entry& entry, const ActivityHeld& held);
void project(store::Rows& rows, const Entry& entry, const ActivityCancelled& cancelled);
void project(store::Rows& rows, const Entry& entry, const QuizTaken& taken);

void mirror(store::Rows& rows, const Entry& entry, const VenueDescribed& described, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const VenueVisited& visited, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const ActivityHeld& held, const AreaCode& from);

}  // namespace anlan::venue
