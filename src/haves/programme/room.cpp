#include "programme/room.hpp"

#include "broadcast/events.hpp"
#include "organisation/events.hpp"
#include "plan/events.hpp"
#include "practice/events.hpp"
#include "programme/commands.hpp"
#include "programme/means.hpp"
#include "programme/project.hpp"
#include "programme/project_acceptance.hpp"
#include "programme/project_building.hpp"
#include "programme/project_funds.hpp"
#include "programme/reactions.hpp"
#include "registers/events.hpp"
#include "response/events.hpp"
#include "warehouse/events.hpp"
#include "warning/events.hpp"

namespace anlan::programme {

std::string_view views_sql();

namespace {

/// What measures look at changes by these.
template <journal::EventBody... E>
void stirs(journal::Room& room) {
    (room.reactions.emplace(E::kKind.text(), &stir_readiness), ...);
}

}  // namespace

journal::Room make_room() {
    journal::Room room("programme", views_sql());
    room.projects<ReadinessStirred, ReadinessTold>().mirrors<ReadinessTold>().recalls<TellReadiness>(
        "programme.tell_readiness"
    );
    room.projects<AcceptanceApplied, ItemReviewed, RectificationOrdered, RectificationReported>()
        .projects<RectificationAccepted, AcceptanceConcluded, AcceptanceSubmitted, AcceptanceFiled, ReceiptPassedOn>()
        .mirrors<AcceptanceApplied, RectificationOrdered, RectificationReported, RectificationAccepted>()
        .mirrors<AcceptanceConcluded, AcceptanceSubmitted, AcceptanceFiled, ReceiptPassedOn>();
    room.projects<BudgetSet, ContractSigned, PaymentMade, PaymentReversed>()
        .mirrors<BudgetSet, ContractSigned, PaymentMade, PaymentReversed>();
    room.projects<BuildPlanAdopted, BuildTaskReported>().mirrors<BuildPlanAdopted, BuildTaskReported>();
    stirs<registers::RegisterPut, registers::RegisterRetired, warning::DrillEnded>(room);
    stirs<organisation::PostFilled, organisation::PostVacated, organisation::LineStaffed>(room);
    stirs<plan::PlanApproved, plan::PlanFiled, response::ResponseActivated, response::ResponseDeclined>(room);
    stirs<warehouse::StockReceived, warehouse::FellBelowMinimum, warehouse::MinimumMet>(room);
    stirs<broadcast::BroadcastFinished, broadcast::TerminalRegistered, broadcast::TerminalRetired>(room);
    stirs<warehouse::CountApproved, warehouse::StockLookedOver>(room);
    room.projects<MeansStirred, MeansTold>().mirrors<MeansTold>().recalls<TellMeans>("programme.tell_means");
    for (const auto& kind :
         {registers::RegisterPut::kKind,
          registers::RegisterRetired::kKind,
          MeansTold::kKind,
          warehouse::StockReceived::kKind,
          warehouse::StockIssued::kKind,
          warehouse::StockReturned::kKind,
          warehouse::ScrapAsked::kKind,
          warehouse::ScrapDecided::kKind,
          warehouse::CountApproved::kKind})
        room.reactions.emplace(kind.text(), &stir_means);
    room.reacts<practice::PracticeFinished>(&enter_training);
    room.reacts<AcceptanceFiled>(&pass_receipt_on);
    room.reacts<ReadinessTold>(&remind_of_building).reacts<BuildTaskReported>(&forget_reminder);
    return room;
}

}  // namespace anlan::programme
