#pragma once

#include <optional>

#include "incident/commands.hpp"
#include "incident/forewarning_events.hpp"
#include "incident/queries.hpp"

namespace anlan::incident {

/// The town's word ahead of its own report; nothing once it has reported itself, or at another level.
std::optional<journal::Event> forewarning_of(
    const TakeFromBelow& wish, const std::optional<IncidentFacts>& known, const Desk& desk
);
/// What was told ahead has come to nothing; nothing if it was not told.
std::optional<journal::Event> forewarning_over(const IncidentFacts& incident, const std::string& why, const Desk& desk);

/// The program's own, at the county. Passed over once the incident is here under its own name.
struct NoteForewarning {
    IncidentId incident;
    AreaCode node;
    IncidentForewarned told;
};
BOOST_DESCRIBE_STRUCT(NoteForewarning, (), (incident, node, told))
Result<Decision> decide(const NoteForewarning& wish, const Desk& desk);

/// What towns have told ahead and not yet reported, the newest first.
struct Forewarning {
    IncidentId incident;
    AreaCode node;
    Instant at{};
    ForewarningNoted body;
};
BOOST_DESCRIBE_STRUCT(Forewarning, (), (incident, node, at, body))
std::vector<Forewarning> forewarnings(store::Rows& rows, const World& world, std::int64_t limit);

}  // namespace anlan::incident
