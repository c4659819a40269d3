#pragma once

#include "broadcast/events.hpp"
#include "store/rows.hpp"

/// What is broadcast stands in the duty log, and in what is read of a storm afterwards.
namespace anlan::response {

using journal::Entry;

void tell(store::Rows& rows, const Entry& entry, const std::string& node, const broadcast::ReleasedToReal& released);
void tell(store::Rows& rows, const Entry& entry, const std::string& node, const broadcast::ReleasedToDrill& released);
void tell(store::Rows& rows, const Entry& entry, const std::string& node, const broadcast::TakenFromAbove& taken);
void tell(store::Rows& rows, const Entry& entry, const std::string& node, const broadcast::BroadcastStopped& stopped);
void tell(store::Rows& rows, const Entry& entry, const std::string& node, const broadcast::BroadcastFinished& finished);
void note(store::Rows& rows, const Entry& entry, const broadcast::BroadcastDrafted& drafted);
void note(store::Rows& rows, const Entry& entry, const broadcast::BroadcastRefused& refused);
void note(store::Rows& rows, const Entry& entry, const broadcast::FellSilent& fell);
void note(store::Rows& rows, const Entry& entry, const broadcast::TestDue& due);

}  // namespace anlan::response
