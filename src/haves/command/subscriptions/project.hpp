#pragma once

#include "journal/event.hpp"
#include "store/rows.hpp"
#include "subscriptions/events.hpp"

namespace anlan::subscriptions {

void project(store::Rows& rows, const journal::Entry& entry, const Subscribed& subscribed);
void project(store::Rows& rows, const journal::Entry& entry, const Unsubscribed& unsubscribed);

}  // namespace anlan::subscriptions
