#pragma once

#include "programme/funds_events.hpp"
#include "store/rows.hpp"

namespace anlan::programme {

void project(store::Rows& rows, const journal::Entry& entry, const BudgetSet& set);
void project(store::Rows& rows, const journal::Entry& entry, const ContractSigned& contract);
void project(store::Rows& rows, const journal::Entry& entry, const PaymentMade& payment);
void project(store::Rows& rows, const journal::Entry& entry, const PaymentReversed& reversed);
void mirror(store::Rows& rows, const journal::Entry& entry, const BudgetSet& set, const AreaCode& from);
void mirror(store::Rows& rows, const journal::Entry& entry, const ContractSigned& contract, const AreaCode& from);
void mirror(store::Rows& rows, const journal::Entry& entry, const PaymentMade& payment, const AreaCode& from);
void mirror(store::Rows& rows, const journal::Entry& entry, const PaymentReversed& reversed, const AreaCode& from);

}  // namespace anlan::programme
