#pragma once

#include "journal/desk.hpp"
#include "tokens/events.hpp"

namespace anlan::tokens {

void project(store::Rows& rows, const journal::Entry& entry, const TokenMade& made);
void project(store::Rows& rows, const journal::Entry& entry, const TokenRevoked& revoked);

}  // namespace anlan::tokens
