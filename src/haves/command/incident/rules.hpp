#pragma once

#include "incident/queries.hpp"
#include "journal/desk.hpp"

/// What several decisions of this room share.
namespace anlan::incident {

inline constexpr std::size_t kLongestTitle = 300;  ///< bytes: 100 Chinese characters
inline constexpr std::size_t kLongestText = 6000;  ///< bytes

Refusal incident_unknown();
/// Refuses `incident_unknown`, `already_ended`.
Result<IncidentFacts> open_incident(const journal::Desk& desk, const IncidentId& id);

/// Limits of reporting upward from a node of this level: `report.town.*` or `report.county.*` of the policy pack, by
/// grade; a sensitive one has the shorter ones. None is longer than `report.level_up.max`.
Limits limits_for(const journal::Desk& desk, Grade grade, bool sensitive, Instant known_at);
/// Until when the next follow-up is due after a report at `now`.
Instant followup_after(const journal::Desk& desk, Grade grade, Instant now);

/// Whom a report of this node goes to, as the policy pack names them.
std::vector<std::string> usual_recipients(store::Rows& rows, Level level);

/// Whether the words name a village below this node, or one around it.
bool names_an_area(store::Rows& rows, const AreaCode& node, const std::string& words);

/// Finds the area of a place: as given, else by the name in its words, else the nearest on the map. Refuses
/// `place_missing`, `place_invalid`, `area_unknown`.
Result<Place> place_of(
    const journal::Desk& desk,
    const AreaCode& area,
    const std::string& words,
    std::optional<double> lon,
    std::optional<double> lat
);

Result<void> check_account(const Account& account);

/// Title of a post of who acts; 值班室 for somebody without one. Names stay home.
std::string title_of(const journal::Desk& desk);

}  // namespace anlan::incident
