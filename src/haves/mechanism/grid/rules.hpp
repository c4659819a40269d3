#pragma once

#include "grid/queries.hpp"
#include "journal/desk.hpp"

/// What several decisions of this room share.
namespace anlan::grid {

inline constexpr std::size_t kLongestTitle = 300;  ///< bytes: 100 Chinese characters
inline constexpr std::size_t kLongestText = 3000;  ///< bytes

Refusal grid_unknown();
Refusal patrol_unknown();
Refusal report_unknown();

/// Grids and their people are real; a drill uses them and does not change them. Refuses `grid_is_real`.
Result<void> only_in_reality(const journal::Desk& desk);
Result<GridFacts> own_grid(const journal::Desk& desk, const GridId& id);
/// Refuses `report_unknown`, `already_answered`.
Result<ReportFacts> open_report(const journal::Desk& desk, const ReportId& id);

/// Refuses `<code>` when empty, `too_long` when it is.
Result<void> check_text(
    const std::string& text, const char* code, const char* field, const char* zh, const char* en, std::size_t most
);
/// Refuses `place_invalid`: one of the two alone, no number, off the globe, or the 0/0 of a telephone without a fix.
Result<void> check_place(const std::optional<double>& lon, const std::optional<double>& lat);
/// Of the areas of this node the nearest within about ten kilometres; nothing: it is not our ground.
std::optional<AreaCode> nearest_area(const journal::Desk& desk, double lon, double lat);
/// Refuses `time_invalid`: ahead, or longer ago than a telephone keeps things.
Result<Instant> moment_of(const journal::Desk& desk, std::int64_t seconds_ago);

/// At least three corners that make an outline which does not cross itself. Refuses as DrawGrid does.
Result<void> check_outline(const journal::Desk& desk, const std::vector<Corner>& outline);

}  // namespace anlan::grid
