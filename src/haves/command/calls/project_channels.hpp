#pragma once

#include "calls/channel_events.hpp"
#include "calls/project.hpp"

namespace anlan::calls {

void project(store::Rows& rows, const Entry& entry, const ChannelsPlanned& planned);
void project(store::Rows& rows, const Entry& entry, const CallCarried& carried);
void project(store::Rows& rows, const Entry& entry, const ChannelPassed& passed);
void project(store::Rows& rows, const Entry& entry, const CarriageTold& told);
void project(store::Rows& rows, const Entry& entry, const ReplyHeard& heard);
void project(store::Rows& rows, const Entry& entry, const ChannelTold& told);
void project(store::Rows& rows, const Entry& entry, const ChannelsOrdered& ordered);

/// The call is over: what no carrier has taken need not go out any more.
void drop_carries(store::Rows& rows, const std::string& call);

}  // namespace anlan::calls
