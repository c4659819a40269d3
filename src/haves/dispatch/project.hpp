#pragma once

#include "dispatch/events.hpp"
#include "store/rows.hpp"

namespace anlan::dispatch {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const SuppliesAsked& asked);
void project(store::Rows& rows, const Entry& entry, const DispatchDecided& decided);
void project(store::Rows& rows, const Entry& entry, const SuppliesHandedOver& over);
void project(store::Rows& rows, const Entry& entry, const SuppliesReceipted& receipted);
void project(store::Rows& rows, const Entry& entry, const DispatchRelayed& relayed);
void project(store::Rows& rows, const Entry& entry, const DispatchClosed& closed);

void mirror(store::Rows& rows, const Entry& entry, const SuppliesAsked& asked, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const DispatchDecided& decided, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const SuppliesHandedOver& over, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const SuppliesReceipted& receipted, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const DispatchRelayed& relayed, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const DispatchClosed& closed, const AreaCode& from);

}  // namespace anlan::dispatch
