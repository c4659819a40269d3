#pragma once

#include "journal/event.hpp"
#include "platforms/events.hpp"
#include "store/rows.hpp"

namespace anlan::platforms {

void project(store::Rows& rows, const journal::Entry& entry, const MessageTaken& taken);
void project(store::Rows& rows, const journal::Entry& entry, const MessageSent& sent);
void project(store::Rows& rows, const journal::Entry& entry, const PlatformReached& reached);
void project(store::Rows& rows, const journal::Entry& entry, const PackageRefused& refused);

}  // namespace anlan::platforms
