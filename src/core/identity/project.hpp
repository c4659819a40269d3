#pragma once

#include "identity/events.hpp"
#include "store/rows.hpp"

namespace anlan::identity {

void project(store::Rows& rows, const journal::Entry& entry, const AccountOpened& opened);
void project(store::Rows& rows, const journal::Entry& entry, const AccountChanged& changed);
void project(store::Rows& rows, const journal::Entry& entry, const AccountClosed& closed);
void project(store::Rows& rows, const journal::Entry& entry, const PasswordChanged& changed);
void project(store::Rows& rows, const journal::Entry& entry, const TotpOffered& offered);
void project(store::Rows& rows, const journal::Entry& entry, const TotpConfirmed& confirmed);
void project(store::Rows& rows, const journal::Entry& entry, const TotpWithdrawn& withdrawn);
void project(store::Rows& rows, const journal::Entry& entry, const SessionOpened& opened);
void project(store::Rows& rows, const journal::Entry& entry, const SessionClosed& closed);
void project(store::Rows& rows, const journal::Entry& entry, const LoginFailed& failed);

}  // namespace anlan::identity
