#pragma once

#include "journal/desk.hpp"
#include "orders/events.hpp"

/// What came from other nodes is noted here, so that the desk hears of it at once.
namespace anlan::orders {

journal::Wishes on_issued(const journal::Cause& cause, const OrderIssued& issued);
journal::Wishes on_reminded(const journal::Cause& cause, const OrderReminded& reminded);
journal::Wishes on_withdrawn(const journal::Cause& cause, const OrderWithdrawn& withdrawn);
journal::Wishes on_receipted(const journal::Cause& cause, const OrderReceipted& receipted);
journal::Wishes on_answered(const journal::Cause& cause, const OrderAnswered& answered);

}  // namespace anlan::orders
