#pragma once

#include "orders/events.hpp"
#include "store/rows.hpp"

namespace anlan::orders {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const OrderIssued& issued);
void project(store::Rows& rows, const Entry& entry, const OrderReminded& reminded);
void project(store::Rows& rows, const Entry& entry, const OrderWithdrawn& withdrawn);
void project(store::Rows& rows, const Entry& entry, const OrderReceipted& receipted);
void project(store::Rows& rows, const Entry& entry, const OrderAnswered& answered);
void project(store::Rows& rows, const Entry& entry, const OrderOverdue& overdue);
void project(store::Rows& rows, const Entry& entry, const OrderArrived& arrived);
void project(store::Rows& rows, const Entry& entry, const OrderHeard& heard);

/// From above; only the issuer of an order can remind of it or withdraw it.
void mirror(store::Rows& rows, const Entry& entry, const OrderIssued& issued, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const OrderReminded& reminded, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const OrderWithdrawn& withdrawn, const AreaCode& from);
/// From below; a node speaks only for itself.
void mirror(store::Rows& rows, const Entry& entry, const OrderReceipted& receipted, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const OrderAnswered& answered, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const OrderArrived& arrived, const AreaCode& from);

}  // namespace anlan::orders
