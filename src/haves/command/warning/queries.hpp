#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/world.hpp"
#include "store/rows.hpp"
#include "warning/events.hpp"
#include "warning/hazards.hpp"
#include "warning/ladder.hpp"
#include "warning/typhoons.hpp"

/// What other rooms may ask of warnings; with the names of hazards, the reading of ladders, and typhoons.
namespace anlan::warning {

struct WarningFacts {
    WarningId id;
    std::string drill;
    std::int64_t seq = 0;
    std::string identifier, sender, sender_name, standard, source, via, status, msg_type, action, hazard;
    Colour colour = Colour::none;
    std::int64_t weather_level = 0;
    std::string event, headline, description, instruction;
    Instant sent{}, received_at{};
    std::optional<Instant> effective, onset, expires;
    WarningState state = WarningState::active;
    std::optional<WarningId> replaced_by;
    std::vector<WarningId> replaces;
    bool covers_us = false;
    std::vector<AlertArea> areas;
    std::vector<std::string> notes;
};
BOOST_DESCRIBE_STRUCT(
    WarningFacts,
    (),
    (id,
     drill,
     seq,
     identifier,
     sender,
     sender_name,
     standard,
     source,
     via,
     status,
     msg_type,
     action,
     hazard,
     colour,
     weather_level,
     event,
     headline,
     description,
     instruction,
     sent,
     received_at,
     effective,
     onset,
     expires,
     state,
     replaced_by,
     replaces,
     covers_us,
     areas,
     notes)
)

struct WarningFilter {
    World world = World::real();
    bool all = false;         ///< false: in force only
    std::string hazard;       ///< empty: any
    std::int64_t before = 0;  ///< seq of the last one seen; 0: from the newest
    std::int64_t limit = 100;
};

std::optional<WarningFacts> find_warning(store::Rows& rows, const WarningId& id);
std::vector<WarningFacts> find_warnings(store::Rows& rows, const WarningFilter& filter);

/// The message as it came.
std::string original_of(store::Rows& rows, const WarningId& id);
std::vector<AlertInfo> infos_of(store::Rows& rows, const WarningId& id);

/// The whole chain it belongs to (issue, continue, raise, lower, lift), oldest first, itself included.
std::vector<WarningFacts> history_of(store::Rows& rows, const WarningFacts& warning);

/// What is in force here for a hazard on the two weather ladders: the strongest signal and the strongest level, of
/// those that cover us and call for action. The newest wins between equals.
struct InForce {
    std::string hazard;
    std::optional<WarningFacts> signal, weather;
};
std::vector<InForce> in_force(store::Rows& rows, const World& world);

/// Which responses a warning led to. Only the room above knows, so it is handed in.
struct LedTo {
    std::vector<std::string> responses;
    std::optional<Instant> first_at;  ///< when the first of them was activated
};
using ResponsesOf = std::function<LedTo(store::Rows&, const WarningId&)>;

struct DrillFacts {
    DrillId id;
    std::string name, scenario;
    Instant started_at{};
    std::optional<Instant> ended_at;
    bool ours = true;  ///< false: run by a node above
};
BOOST_DESCRIBE_STRUCT(DrillFacts, (), (id, name, scenario, started_at, ended_at, ours))
std::vector<DrillFacts> drills(store::Rows& rows);  ///< the newest first
std::optional<DrillFacts> find_drill(store::Rows& rows, const DrillId& id);

}  // namespace anlan::warning
