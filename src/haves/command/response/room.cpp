#include "response/room.hpp"

#include "response/commands.hpp"
#include "response/project.hpp"
#include "response/reactions.hpp"
#include "response/retention.hpp"
#include "response/timeline_broadcast.hpp"
#include "response/totals.hpp"
#include "warning/queries.hpp"

namespace anlan::response {

std::string_view views_sql();

namespace {

/// `note()` beside each event of a room below writes our timeline.
template <journal::EventBody... E>
void heed(journal::Room& room) {
    (room.projections.emplace(
         E::kKind.text(),
         [](store::Rows& rows, const Entry& entry) { note(rows, entry, journal::Room::body_of<E>(entry)); }
     ),
     ...);
}

/// `tell()` beside an event of a room below writes it for this node and as told by others.
template <journal::EventBody... E>
void heed_everywhere(journal::Room& room) {
    (room.projections.emplace(
         E::kKind.text(),
         [](store::Rows& rows, const Entry& entry) { tell(rows, entry, {}, journal::Room::body_of<E>(entry)); }
     ),
     ...);
    (room.mirror_projections.emplace(
         E::kKind.text(),
         [](store::Rows& rows, const Entry& entry, const AreaCode& from) {
             tell(rows, entry, from.text, journal::Room::body_of<E>(entry));
         }
     ),
     ...);
}

/// Whatever is done here or below may change the totals.
template <journal::EventBody... E>
void stir_totals(journal::Room& room) {
    (room.reactions.emplace(E::kKind.text(), &stir), ...);
}

}  // namespace

journal::Room make_room() {
    journal::Room room("response", views_sql());
    room.projects<
            ResponseProposed,
            ConfirmEscalated,
            ResponseActivated,
            ResponseDeclined,
            LevelSuggested,
            LevelChanged>()
        .projects<StepRepeated, ResponseClosed, RetentionDestroyed, TotalsStirred, TotalsTold>()
        .mirrors<TotalsTold>()
        .mirrors<ResponseProposed, ResponseActivated, ResponseDeclined, LevelChanged, ResponseClosed>()
        .reacts<warning::WarningReceived>(&on_warning_received)
        .reacts<warning::WarningExpired>(&on_warning_expired)
        .reacts<warning::DrillEnded>(&on_drill_ended)
        .reacts<sensors::AlarmRaised>(&on_alarm_raised)
        .reacts<sensors::AlarmWorsened>(&on_alarm_worsened)
        .reacts<ResponseActivated>(&on_activated_above)
        .reacts<ResponseActivated>(&put_to_work)
        .reacts<LevelChanged>(&on_level_changed_above)
        .reacts<LevelChanged>(&change_work)
        .reacts<ResponseClosed>(&on_closed_above)
        .reacts<ResponseClosed>(&on_closed)
        .reacts<ConfirmEscalated>(&on_confirm_escalated)
        .reacts<ResponseDeclined>(&on_declined)
        .reacts<StepRepeated>(&on_step_repeated)
        .recalls<EscalateConfirm>("response.escalate_confirm")
        .recalls<RepeatStep>("response.repeat_step")
        .recalls<DestroyRunOut>("response.destroy_run_out")
        .recalls<TellTotals>("response.tell_totals");
    stir_totals<calls::CallPlaced, calls::CallEscalated, calls::CallAnswered, calls::CallExhausted, calls::CallClosed>(
        room
    );
    stir_totals<tasks::TaskAssigned, tasks::TaskConfirmed, tasks::TaskOverdue, tasks::TaskCancelled>(room);
    stir_totals<ResponseActivated, LevelChanged, ResponseClosed, TotalsTold>(room);
    heed<calls::CallPlaced, calls::CallEscalated, calls::CallAnswered, calls::CallUnreachable, calls::CallExhausted>(
        room
    );
    heed<calls::CallClosed, calls::DoorKnockRequested, calls::DoorKnocked>(room);
    heed<tasks::TaskAssigned, tasks::TaskConfirmed, tasks::TaskProgressed, tasks::TaskOverdue>(room);
    heed<tasks::TaskReassigned, tasks::TaskCancelled>(room);
    heed<warning::WarningReceived, warning::WarningExpired, warning::DrillStarted, warning::DrillEnded>(room);
    heed<orders::OrderOverdue>(room);
    heed<broadcast::BroadcastDrafted, broadcast::BroadcastRefused, broadcast::FellSilent, broadcast::TestDue>(room);
    heed_everywhere<
        broadcast::ReleasedToReal,
        broadcast::ReleasedToDrill,
        broadcast::TakenFromAbove,
        broadcast::BroadcastStopped,
        broadcast::BroadcastFinished>(room);
    heed_everywhere<
        orders::OrderIssued,
        orders::OrderReminded,
        orders::OrderWithdrawn,
        orders::OrderReceipted,
        orders::OrderAnswered>(room);
    heed_everywhere<
        dispatch::SuppliesAsked,
        dispatch::DispatchDecided,
        dispatch::SuppliesHandedOver,
        dispatch::SuppliesReceipted,
        warehouse::FellBelowMinimum>(room);
    return room;
}

}  // namespace anlan::response
