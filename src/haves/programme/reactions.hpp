#pragma once

#include "journal/desk.hpp"
#include "practice/events.hpp"
#include "programme/acceptance_events.hpp"

namespace anlan::programme {

/// Hears of whatever measures look at. A drill counts for nothing but that it was held.
journal::Wishes stir_readiness(const journal::Cause& cause);

/// The prefecture's receipt for an acceptance goes on to the station it is about.
journal::Wishes pass_receipt_on(const journal::Cause& cause, const AcceptanceFiled& filed);

/// A practice played to its end stands in the list of trainings. It counts for no measure: anybody could play ten.
journal::Wishes enter_training(const journal::Cause& cause, const practice::PracticeFinished& finished);

}  // namespace anlan::programme
