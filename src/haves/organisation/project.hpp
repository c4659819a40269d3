#pragma once

#include "organisation/events.hpp"
#include "store/rows.hpp"

namespace anlan::organisation {

void project(store::Rows& rows, const journal::Entry& entry, const AreasAdopted& adopted);
void project(store::Rows& rows, const journal::Entry& entry, const PersonAdded& added);
void project(store::Rows& rows, const journal::Entry& entry, const PersonChanged& changed);
void project(store::Rows& rows, const journal::Entry& entry, const PhoneTested& tested);
void project(store::Rows& rows, const journal::Entry& entry, const PersonErased& erased);
void project(store::Rows& rows, const journal::Entry& entry, const PostCreated& created);
void project(store::Rows& rows, const journal::Entry& entry, const PostChanged& changed);
void project(store::Rows& rows, const journal::Entry& entry, const PostFilled& filled);
void project(store::Rows& rows, const journal::Entry& entry, const PostVacated& vacated);
void project(store::Rows& rows, const journal::Entry& entry, const LineStaffed& staffed);
void project(store::Rows& rows, const journal::Entry& entry, const ChainSet& chain);
void project(store::Rows& rows, const journal::Entry& entry, const LeaderTookDuty& took);
void project(store::Rows& rows, const journal::Entry& entry, const DutyListed& listed);
void project(store::Rows& rows, const journal::Entry& entry, const DutyAcknowledged& acknowledged);

}  // namespace anlan::organisation
