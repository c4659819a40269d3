#include "broadcast/room.hpp"

#include "broadcast/commands.hpp"
#include "broadcast/project.hpp"
#include "broadcast/reactions.hpp"

namespace anlan::broadcast {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("broadcast", views_sql());
    room.projects<TerminalRegistered, TerminalRetired, VolumeSet, FellSilent, HeardAgain, TestDue>()
        .projects<BroadcastDrafted, BroadcastRevised, BroadcastRefused>()
        .projects<ReleasedToReal, ReleasedToDrill, TakenFromAbove>()
        .projects<BroadcastBegun, BroadcastInterrupted, BroadcastResumed, BroadcastStopped>()
        .projects<ReceiptTaken, BroadcastFinished, AuthorityGiven, AuthorityEnded>()
        .mirrors<TerminalRegistered, TerminalRetired, FellSilent, HeardAgain>()
        .mirrors<ReleasedToReal, ReleasedToDrill, TakenFromAbove>()
        .mirrors<BroadcastBegun, BroadcastStopped, BroadcastFinished>()
        .reacts<ReleasedToReal>(&on_released)
        .reacts<BroadcastStopped>(&on_stopped)
        .recalls<FinishBroadcast>("broadcast.finish")
        .recalls<CheckTest>("broadcast.test");
    return room;
}

}  // namespace anlan::broadcast
