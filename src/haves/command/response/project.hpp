#pragma once

#include "calls/events.hpp"
#include "dispatch/events.hpp"
#include "orders/events.hpp"
#include "response/events.hpp"
#include "store/rows.hpp"
#include "tasks/events.hpp"
#include "warehouse/events.hpp"
#include "warning/events.hpp"

/// Events → tables. The responses themselves in project.cpp, the lines of the timeline in timeline_*.cpp.
namespace anlan::response {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const ResponseProposed& proposed);
void project(store::Rows& rows, const Entry& entry, const ConfirmEscalated& escalated);
void project(store::Rows& rows, const Entry& entry, const ResponseActivated& activated);
void project(store::Rows& rows, const Entry& entry, const ResponseDeclined& declined);
void project(store::Rows& rows, const Entry& entry, const LevelSuggested& suggested);
void project(store::Rows& rows, const Entry& entry, const LevelChanged& changed);
void project(store::Rows& rows, const Entry& entry, const StepRepeated& repeated);
void project(store::Rows& rows, const Entry& entry, const ResponseClosed& closed);

/// Lines that the rooms below write into our timeline.
void note(store::Rows& rows, const Entry& entry, const calls::CallPlaced& placed);
void note(store::Rows& rows, const Entry& entry, const calls::CallEscalated& escalated);
void note(store::Rows& rows, const Entry& entry, const calls::CallAnswered& answered);
void note(store::Rows& rows, const Entry& entry, const calls::DoorKnockRequested& requested);
void note(store::Rows& rows, const Entry& entry, const calls::DoorKnocked& knocked);
void note(store::Rows& rows, const Entry& entry, const calls::CallUnreachable& unreachable);
void note(store::Rows& rows, const Entry& entry, const calls::CallExhausted& exhausted);
void note(store::Rows& rows, const Entry& entry, const calls::CallClosed& closed);

void note(store::Rows& rows, const Entry& entry, const tasks::TaskAssigned& assigned);
void note(store::Rows& rows, const Entry& entry, const tasks::TaskConfirmed& confirmed);
void note(store::Rows& rows, const Entry& entry, const tasks::TaskProgressed& progressed);
void note(store::Rows& rows, const Entry& entry, const tasks::TaskOverdue& overdue);
void note(store::Rows& rows, const Entry& entry, const tasks::TaskReassigned& reassigned);
void note(store::Rows& rows, const Entry& entry, const tasks::TaskCancelled& cancelled);

void note(store::Rows& rows, const Entry& entry, const warning::WarningReceived& received);
void note(store::Rows& rows, const Entry& entry, const warning::WarningExpired& expired);
void note(store::Rows& rows, const Entry& entry, const warning::DrillStarted& started);
void note(store::Rows& rows, const Entry& entry, const warning::DrillEnded& ended);

void note(store::Rows& rows, const Entry& entry, const orders::OrderOverdue& overdue);
/// Of this node (`node` empty) and of others.
void tell(store::Rows& rows, const Entry& entry, const std::string& node, const orders::OrderIssued& issued);
void tell(store::Rows& rows, const Entry& entry, const std::string& node, const orders::OrderReminded& reminded);
void tell(store::Rows& rows, const Entry& entry, const std::string& node, const orders::OrderWithdrawn& withdrawn);
void tell(store::Rows& rows, const Entry& entry, const std::string& node, const orders::OrderReceipted& receipted);
void tell(store::Rows& rows, const Entry& entry, const std::string& node, const orders::OrderAnswered& answered);
void tell(store::Rows& rows, const Entry& entry, const std::string& node, const dispatch::SuppliesAsked& asked);
void tell(store::Rows& rows, const Entry& entry, const std::string& node, const dispatch::DispatchDecided& decided);
void tell(store::Rows& rows, const Entry& entry, const std::string& node, const dispatch::SuppliesHandedOver& over);
void tell(store::Rows& rows, const Entry& entry, const std::string& node, const dispatch::SuppliesReceipted& receipted);
void tell(store::Rows& rows, const Entry& entry, const std::string& node, const warehouse::FellBelowMinimum& fell);

/// Responses of nodes below and above, apart from our own.
void mirror(store::Rows& rows, const Entry& entry, const ResponseProposed& proposed, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const ResponseActivated& activated, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const ResponseDeclined& declined, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const LevelChanged& changed, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const ResponseClosed& closed, const AreaCode& from);

}  // namespace anlan::response
