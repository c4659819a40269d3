#pragma once

#include "store/rows.hpp"
#include "warehouse/events.hpp"

namespace anlan::warehouse {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const StockReceived& received);
void project(store::Rows& rows, const Entry& entry, const StockIssued& issued);
void project(store::Rows& rows, const Entry& entry, const StockReturned& returned);
void project(store::Rows& rows, const Entry& entry, const StockTransferred& transferred);
void project(store::Rows& rows, const Entry& entry, const ScrapAsked& asked);
void project(store::Rows& rows, const Entry& entry, const ScrapDecided& decided);
void project(store::Rows& rows, const Entry& entry, const CountBegun& begun);
void project(store::Rows& rows, const Entry& entry, const BatchCounted& counted);
void project(store::Rows& rows, const Entry& entry, const CountEnded& ended);
void project(store::Rows& rows, const Entry& entry, const CountApproved& approved);
void project(store::Rows& rows, const Entry& entry, const MinimumSet& set);
void project(store::Rows& rows, const Entry& entry, const FellBelowMinimum& fell);
void project(store::Rows& rows, const Entry& entry, const MinimumMet& met);
void project(store::Rows& rows, const Entry& entry, const BatchExpiring& expiring);
void project(store::Rows& rows, const Entry& entry, const LoanOverdue& overdue);
void project(store::Rows& rows, const Entry& entry, const StockLookedOver& over);
void project(store::Rows& rows, const Entry& entry, const ItemNamed& named);

/// The county keeps its towns' books as they keep them.
void mirror(store::Rows& rows, const Entry& entry, const StockReceived& received, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const StockIssued& issued, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const StockReturned& returned, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const StockTransferred& transferred, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const ScrapAsked& asked, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const ScrapDecided& decided, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const CountApproved& approved, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const MinimumSet& set, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const FellBelowMinimum& fell, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const MinimumMet& met, const AreaCode& from);

}  // namespace anlan::warehouse
