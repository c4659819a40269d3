#pragma once

#include "journal/desk.hpp"
#include "programme/acceptance_queries.hpp"
#include "programme/sheet.hpp"

/// What several rules of acceptance ask at the desk.
namespace anlan::programme {

/// The post of whoever acts; empty for the program itself.
std::string title_of(const journal::Desk& desk);
Refusal unknown_acceptance();
/// Refuses `item_unknown`.
Result<const Item*> item_named(const std::string& id);
/// Reviewing is for the level above the station, while the acceptance is open. Refuses `acceptance_unknown`,
/// `not_at_this_level`, `already_concluded`.
Result<AcceptanceFacts> under_review(const journal::Desk& desk, const AcceptanceId& id);

}  // namespace anlan::programme
