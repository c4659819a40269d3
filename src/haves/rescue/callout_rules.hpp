#pragma once

#include "journal/desk.hpp"
#include "rescue/callout_queries.hpp"

namespace anlan::rescue {

Refusal callout_over();
/// Refuses `callout_unknown`, `callout_over`.
Result<CalloutFacts> open_callout(const journal::Desk& desk, const CalloutId& id);
/// Calls everybody of a team who can come. Refuses `team_unknown`, `nobody_can_come`.
Result<journal::Event> calling(const journal::Desk& desk, const std::string& callout, const TeamId& team);
/// The order and the calls, of a new call-out; refuses as OrderCallout does.
Result<journal::Events> ordering(const journal::Desk& desk, const Errand& errand, const std::vector<TeamId>& teams);

}  // namespace anlan::rescue
