#pragma once

#include "programme/events.hpp"
#include "programme/score.hpp"  // acceptances and how they are ranked, for the evaluation above

namespace anlan::programme {

inline constexpr const char* kReadiness = "readiness";  ///< subject, and key of the deadline

/// Only a town's or subdistrict's station is accepted by the sheet.
bool is_station(const journal::NodeFacts& node);
/// Whether a change is already being gathered.
bool gathering(store::Rows& rows, Instant now);

struct Told {
    AreaCode node;  ///< empty: this one
    Instant at{};
    std::int64_t to_do = 0;
    Readiness readiness;
};
std::vector<Told> all_told(store::Rows& rows);  ///< by node, without the findings
std::optional<Told> told_of(store::Rows& rows, const AreaCode& node);

struct DayScore {
    std::string day;
    double points = 0, out_of = 0;
};
BOOST_DESCRIBE_STRUCT(DayScore, (), (day, points, out_of))
/// The last 60 days on which it was told, oldest first.
std::vector<DayScore> trend_of(store::Rows& rows, const AreaCode& node);

}  // namespace anlan::programme
