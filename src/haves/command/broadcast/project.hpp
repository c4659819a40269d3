#pragma once

#include "broadcast/events.hpp"
#include "store/rows.hpp"

namespace anlan::broadcast {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const TerminalRegistered& registered);
void project(store::Rows& rows, const Entry& entry, const TerminalRetired& retired);
void project(store::Rows& rows, const Entry& entry, const VolumeSet& set);
void project(store::Rows& rows, const Entry& entry, const FellSilent& fell);
void project(store::Rows& rows, const Entry& entry, const HeardAgain& heard);
void project(store::Rows& rows, const Entry& entry, const TestDue& due);
void mirror(store::Rows& rows, const Entry& entry, const TerminalRegistered& registered, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const TerminalRetired& retired, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const FellSilent& fell, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const HeardAgain& heard, const AreaCode& from);

void project(store::Rows& rows, const Entry& entry, const BroadcastDrafted& drafted);
void project(store::Rows& rows, const Entry& entry, const BroadcastRevised& revised);
void project(store::Rows& rows, const Entry& entry, const ReleasedToReal& released);
void project(store::Rows& rows, const Entry& entry, const ReleasedToDrill& released);
void project(store::Rows& rows, const Entry& entry, const TakenFromAbove& taken);
void project(store::Rows& rows, const Entry& entry, const BroadcastRefused& refused);
void project(store::Rows& rows, const Entry& entry, const BroadcastBegun& begun);
void project(store::Rows& rows, const Entry& entry, const BroadcastInterrupted& interrupted);
void project(store::Rows& rows, const Entry& entry, const BroadcastResumed& resumed);
void project(store::Rows& rows, const Entry& entry, const BroadcastStopped& stopped);
void project(store::Rows& rows, const Entry& entry, const ReceiptTaken& receipt);
void project(store::Rows& rows, const Entry& entry, const BroadcastFinished& finished);
void project(store::Rows& rows, const Entry& entry, const AuthorityGiven& given);
void project(store::Rows& rows, const Entry& entry, const AuthorityEnded& ended);
void mirror(store::Rows& rows, const Entry& entry, const ReleasedToReal& released, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const ReleasedToDrill& released, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const TakenFromAbove& taken, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const BroadcastBegun& begun, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const BroadcastStopped& stopped, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const BroadcastFinished& finished, const AreaCode& from);

}  // namespace anlan::broadcast
