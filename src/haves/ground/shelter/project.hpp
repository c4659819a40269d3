#pragma once

#include "shelter/events.hpp"
#include "store/rows.hpp"

namespace anlan::shelter {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const ShelterOpened& opened);
void project(store::Rows& rows, const Entry& entry, const ShelterClosed& closed);
void project(store::Rows& rows, const Entry& entry, const SignedIn& in);
void project(store::Rows& rows, const Entry& entry, const SignedOut& out);
void project(store::Rows& rows, const Entry& entry, const TransferOrdered& ordered);
void project(store::Rows& rows, const Entry& entry, const HouseholdMarked& marked);
void project(store::Rows& rows, const Entry& entry, const TransferLifted& lifted);
void project(store::Rows& rows, const Entry& entry, const TransferClosed& closed);
void project(store::Rows& rows, const Entry& entry, const HeadsCounted& counted);
void mirror(store::Rows& rows, const Entry& entry, const HeadsCounted& counted, const AreaCode& from);

}  // namespace anlan::shelter
