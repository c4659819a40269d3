#pragma once

#include "incident/queries.hpp"

/// What lists and statistics ask for, beside single incidents.
namespace anlan::incident {

/// What this person has told, newest first.
std::vector<IncidentFacts> find_told(store::Rows& rows, const World& world, const PersonId& by, std::int64_t limit);

/// Written first reports that were due in this time, for counting; what was untrue or merged owed none.
struct DueReport {
    Instant written_by{};
    std::optional<Instant> written_at;
};
BOOST_DESCRIBE_STRUCT(DueReport, (), (written_by, written_at))
std::vector<DueReport> reports_due_between(store::Rows& rows, const World& world, Instant from, Instant until);

}  // namespace anlan::incident
