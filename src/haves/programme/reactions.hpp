#pragma once

#include "journal/desk.hpp"
#include "practice/events.hpp"
#include "programme/acceptance_events.hpp"
#include "programme/building_events.hpp"
#include "programme/events.hpp"

namespace anlan::programme {

/// Hears of whatever measures look at. A drill counts for nothing but that it was held.
journal::Wishes stir_readiness(const journal::Cause& cause);

/// The prefecture's receipt for an acceptance goes on to the station it is about.
journal::Wishes pass_receipt_on(const journal::Cause& cause, const AcceptanceFiled& filed);

/// 督办提醒: what of the building plan is due within a week, or was within a month, is a task of its owner, once.
journal::Wishes remind_of_building(const journal::Cause& cause, const ReadinessTold& told);
/// What is reported done is nobody's task any more.
journal::Wishes forget_reminder(const journal::Cause& cause, const BuildTaskReported& reported);

/// A practice played to its end stands in the list of trainings. It counts for no measure: anybody could play ten.
journal::Wishes enter_training(const journal::Cause& cause, const practice::PracticeFinished& finished);

}  // namespace anlan::programme
