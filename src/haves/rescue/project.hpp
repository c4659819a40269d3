#pragma once

#include "rescue/callout_events.hpp"
#include "rescue/training_events.hpp"
#include "store/rows.hpp"

namespace anlan::rescue {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const MemberJoined& joined);
void project(store::Rows& rows, const Entry& entry, const MemberLeft& left);
void project(store::Rows& rows, const Entry& entry, const PaperFiled& filed);
void project(store::Rows& rows, const Entry& entry, const PaperExpiring& expiring);
void project(store::Rows& rows, const Entry& entry, const GearIssued& issued);
void project(store::Rows& rows, const Entry& entry, const GearReturned& returned);
void project(store::Rows& rows, const Entry& entry, const StandbySet& set);

void project(store::Rows& rows, const Entry& entry, const CalloutOrdered& ordered);
void project(store::Rows& rows, const Entry& entry, const TeamCalled& called);
void project(store::Rows& rows, const Entry& entry, const MemberAnswered& answered);
void project(store::Rows& rows, const Entry& entry, const MemberSetOut& out);
void project(store::Rows& rows, const Entry& entry, const MemberArrived& arrived);
void project(store::Rows& rows, const Entry& entry, const TeamTurnedOut& out);
void project(store::Rows& rows, const Entry& entry, const CalloutShort& lacking);
void project(store::Rows& rows, const Entry& entry, const CalloutClosed& closed);
void mirror(store::Rows& rows, const Entry& entry, const CalloutOrdered& ordered, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const MemberAnswered& answered, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const MemberArrived& arrived, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const TeamTurnedOut& out, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const CalloutClosed& closed, const AreaCode& from);

void project(store::Rows& rows, const Entry& entry, const AidAsked& asked);
void project(store::Rows& rows, const Entry& entry, const AidPassed& passed);
void project(store::Rows& rows, const Entry& entry, const AidAnswered& answered);
void project(store::Rows& rows, const Entry& entry, const AidTold& told);
void project(store::Rows& rows, const Entry& entry, const AidHeard& heard);
void mirror(store::Rows& rows, const Entry& entry, const AidAsked& asked, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const AidPassed& passed, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const AidAnswered& answered, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const AidTold& told, const AreaCode& from);

void project(store::Rows& rows, const Entry& entry, const TrainingPlanned& planned);
void project(store::Rows& rows, const Entry& entry, const TrainingSignedIn& in);
void project(store::Rows& rows, const Entry& entry, const TrainingClosed& closed);

}  // namespace anlan::rescue
