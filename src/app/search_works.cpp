#include "app/search_works.hpp"

#include "broadcast/queries.hpp"
#include "devices/queries.hpp"
#include "dispatch/queries.hpp"
#include "enforcement/case_events.hpp"
#include "enforcement/queries.hpp"
#include "evaluation/model_events.hpp"
#include "exercise/queries.hpp"
#include "programme/funds_events.hpp"
#include "rescue/callout_queries.hpp"
#include "rescue/training_queries.hpp"
#include "shelter/events.hpp"
#include "venue/queries.hpp"

namespace anlan::app {

namespace {

using journal::Entry;
using journal::Room;
using Findings = std::vector<search::Finding>;

constexpr const char* kTeams = "team.view";
constexpr const char* kStock = "stock.view";
constexpr const char* kEnforcement = "enforcement.view";
constexpr const char* kFunds = "funds.view";

Findings broadcasts_of(store::Rows& rows, const Entry& entry) {
    const auto found = broadcast::find_broadcast(rows, {entry.subject});
    if (!found) return {};
    const auto& text = found->words.empty() ? found->sheet.text : found->words;
    return {{"broadcast", found->id.text, found->sheet.title, text, {}, kDesk, to_text(found->state)}};
}

Findings callouts_of(store::Rows& rows, const Entry& entry) {
    const auto found = rescue::find_callout(rows, {entry.subject});
    if (!found) return {};
    const auto& errand = found->errand;
    const auto text = errand.place + "\n" + errand.danger + "\n" + found->reason;
    return {{"callout", found->id.text, errand.title, text, {}, kTeams, found->closed_at ? "ended" : "open"}};
}

Findings trainings_of(store::Rows& rows, const Entry& entry) {
    const auto found = rescue::find_training(rows, {entry.subject});
    if (!found) return {};
    const auto text = found->place + "\n" + found->goal + "\n" + found->summary;
    return {{"training", found->id.text, found->title, text, {}, kTeams, found->closed_at ? "ended" : "open"}};
}

Findings exercises_of(store::Rows& rows, const Entry& entry) {
    const auto found = exercise::find_exercise(rows, {entry.subject});
    if (!found) return {};
    const auto& sheet = found->sheet;
    auto text = sheet.scenario + "\n" + sheet.basis + "\n" + sheet.units + "\n" + found->summary;
    for (const auto& objective : sheet.objectives) text += "\n" + objective;
    return {{"exercise", found->id.text, sheet.title, text, {}, kTeams, found->held_at ? "ended" : "open"}};
}

Findings dispatches_of(store::Rows& rows, const Entry& entry) {
    const auto found = dispatch::dispatch_row(rows, {entry.subject});
    if (!found) return {};
    auto text = found->site + "\n" + found->reason + "\n" + found->lessons;
    for (const auto& sending : found->sendings) text += "\n" + sending.store_name;
    return {{"dispatch", found->id, found->title, text, {}, kStock, found->closed_at ? "ended" : "open"}};
}

/// Who is on the list stays out.
Findings transfers_of(store::Rows&, const Entry& entry) {
    const auto order = Room::body_of<shelter::TransferOrdered>(entry);
    return {{"transfer", entry.subject, order.title, order.reason, order.area, kDesk, ""}};
}

Findings activities_of(store::Rows& rows, const Entry& entry) {
    const auto found = venue::activity(rows, {entry.subject});
    if (!found) return {};
    const auto text = found->sheet.place + "\n" + found->note;
    return {{"activity", found->id.text, found->sheet.title, text, {}, kDesk, to_text(found->state)}};
}

Findings devices_of(store::Rows& rows, const Entry& entry) {
    const auto found = devices::find_device(rows, {entry.subject});
    if (!found) return {};
    const auto text = found->number + "\n" + found->place + "\n" + found->failure_note;
    return {{"device", found->id.text, found->name, text, found->area, kDesk, found->retired_at ? "retired" : ""}};
}

Findings inspections_of(store::Rows& rows, const Entry& entry) {
    const auto found = enforcement::find_inspection(rows, {entry.subject});
    if (!found) return {};
    auto text = found->party.address;
    if (found->record) text += "\n" + found->record->place + "\n" + found->record->summary;
    return {{"inspection", found->id.text, found->party.name, text, {}, kEnforcement, found->outcome}};
}

Findings hazards_of(store::Rows&, const Entry& entry) {
    const auto hazard = Room::body_of<enforcement::HazardFound>(entry);
    const auto text = hazard.party.name + "\n" + hazard.party.address + "\n" + hazard.basis;
    return {{"hazard", entry.subject, hazard.text, text, {}, kEnforcement, to_text(hazard.grade)}};
}

/// A person against whom a case is brought is not found by name.
Findings cases_of(store::Rows&, const Entry& entry) {
    const auto filed = Room::body_of<enforcement::CaseFiled>(entry);
    const bool unit = filed.party_kind == enforcement::PartyKind::organisation;
    const auto text = filed.authority.basis + (unit ? "\n" + filed.party.name + "\n" + filed.party.address : "");
    return {{"case", entry.subject, filed.authority.act, text, {}, kEnforcement, ""}};
}

Findings lessons_of(store::Rows&, const Entry& entry) {
    const auto told = Room::body_of<evaluation::LessonTold>(entry);
    return {{"lesson", told.lesson, told.title, told.text, {}, kDesk, ""}};
}

Findings contracts_of(store::Rows&, const Entry& entry) {
    const auto made = Room::body_of<programme::ContractSigned>(entry);
    const auto text = made.supplier + "\n" + made.number + "\n" + made.not_reused;
    return {{"contract", entry.subject, made.title, text, {}, kFunds, ""}};
}

}  // namespace

std::vector<search::Source> search_works() {
    return {
        {kinds<
             broadcast::BroadcastDrafted,
             broadcast::BroadcastRevised,
             broadcast::ReleasedToReal,
             broadcast::ReleasedToDrill,
             broadcast::BroadcastFinished>(),
         &broadcasts_of},
        {kinds<rescue::CalloutOrdered, rescue::CalloutClosed>(), &callouts_of},
        {kinds<rescue::TrainingPlanned, rescue::TrainingClosed>(), &trainings_of},
        {kinds<exercise::ExercisePlanned, exercise::ExerciseHeld>(), &exercises_of},
        {kinds<dispatch::SuppliesAsked, dispatch::DispatchDecided, dispatch::DispatchClosed>(), &dispatches_of},
        {kinds<shelter::TransferOrdered>(), &transfers_of},
        {kinds<venue::ActivityPlanned, venue::ActivityHeld, venue::ActivityCancelled>(), &activities_of},
        {kinds<devices::DeviceRegistered, devices::DeviceCorrected, devices::DeviceRetired>(), &devices_of},
        {kinds<enforcement::InspectionStarted, enforcement::InspectionRecorded, enforcement::InspectionClosed>(),
         &inspections_of},
        {kinds<enforcement::HazardFound>(), &hazards_of},
        {kinds<enforcement::CaseFiled>(), &cases_of},
        {kinds<evaluation::LessonTold>(), &lessons_of},
        {kinds<programme::ContractSigned>(), &contracts_of}};
}

}  // namespace anlan::app
