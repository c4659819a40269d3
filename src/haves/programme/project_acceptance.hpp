#pragma once

#include "programme/acceptance_events.hpp"
#include "store/rows.hpp"

namespace anlan::programme {

void project(store::Rows& rows, const journal::Entry& entry, const AcceptanceApplied& applied);
void project(store::Rows& rows, const journal::Entry& entry, const ItemReviewed& reviewed);
void project(store::Rows& rows, const journal::Entry& entry, const RectificationOrdered& ordered);
void project(store::Rows& rows, const journal::Entry& entry, const RectificationReported& reported);
void project(store::Rows& rows, const journal::Entry& entry, const RectificationAccepted& accepted);
void project(store::Rows& rows, const journal::Entry& entry, const AcceptanceConcluded& concluded);
void project(store::Rows& rows, const journal::Entry& entry, const AcceptanceSubmitted& submitted);
void project(store::Rows& rows, const journal::Entry& entry, const AcceptanceFiled& filed);
void project(store::Rows& rows, const journal::Entry& entry, const ReceiptPassedOn& passed);

void mirror(store::Rows& rows, const journal::Entry& entry, const AcceptanceApplied& applied, const AreaCode& from);
void mirror(store::Rows& rows, const journal::Entry& entry, const RectificationOrdered& ordered, const AreaCode& from);
void mirror(
    store::Rows& rows, const journal::Entry& entry, const RectificationReported& reported, const AreaCode& from
);
void mirror(
    store::Rows& rows, const journal::Entry& entry, const RectificationAccepted& accepted, const AreaCode& from
);
void mirror(store::Rows& rows, const journal::Entry& entry, const AcceptanceConcluded& concluded, const AreaCode& from);
void mirror(store::Rows& rows, const journal::Entry& entry, const AcceptanceSubmitted& submitted, const AreaCode& from);
void mirror(store::Rows& rows, const journal::Entry& entry, const AcceptanceFiled& filed, const AreaCode& from);
void mirror(store::Rows& rows, const journal::Entry& entry, const ReceiptPassedOn& passed, const AreaCode& from);

}  // namespace anlan::programme
