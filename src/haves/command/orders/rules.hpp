#pragma once

#include "journal/desk.hpp"
#include "orders/queries.hpp"

/// What several decisions of this room share.
namespace anlan::orders {

inline constexpr std::size_t kLongestTitle = 300;   ///< bytes: 100 Chinese characters
inline constexpr std::size_t kLongestText = 12000;  ///< bytes

Refusal order_unknown();
Refusal already_withdrawn();

/// Title of a post of who acts; 值班室 for somebody without one. Names stay home.
std::string title_of(const journal::Desk& desk);

/// An order this node has issued. Refuses `order_unknown`, `order_not_yours`.
Result<OrderFacts> own_order(const journal::Desk& desk, const OrderId& id);

}  // namespace anlan::orders
