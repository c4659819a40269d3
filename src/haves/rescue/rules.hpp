#pragma once

#include "journal/desk.hpp"
#include "rescue/callout_queries.hpp"

/// Checks that several commands share.
namespace anlan::rescue {

/// Teams, papers and rotas are real: a drill may call a team out, but not change it.
Result<void> only_in_reality(const journal::Desk& desk);
Result<TeamFacts> known_team(const journal::Desk& desk, const TeamId& id);
Result<MemberFacts> known_member(const journal::Desk& desk, const PersonId& person);
/// A place on the globe, or none at all.
Result<void> check_place(const std::optional<double>& lon, const std::optional<double>& lat);
/// Whose post speaks in papers that leave the station.
std::string title_of(const journal::Desk& desk);
/// Whether who acts works the desk of this node: they may enter what they heard by telephone.
bool works_the_desk(const journal::Desk& desk);

}  // namespace anlan::rescue
