#pragma once

#include "journal/desk.hpp"
#include "warning/events.hpp"

/// The wishes of the warning room. Two of them need the outside world (the shape of areas, the writing of XML), which
/// is handed to `receive()` and `issue()`; the rest are plain.
namespace anlan::warning {

using journal::Decision;
using journal::Desk;

/// Takes in messages, oldest first. The same sender, identifier and sending time again is the same warning: nothing is
/// written and the answer names it. Answers {"ids","notes","verdict"}. Refuses `alert_missing`, `identifier_missing`,
/// `world_mixed` (exercise and real in one go, or a real one sent into a drill), `drill_unknown`, `already_ended`.
///
/// World: only status Exercise goes to a drill — the one named, else the one running, else the one its references live
/// in, else a new one named after the identifier. Everything else is reality.
struct ReceiveWarnings {
    std::vector<Alert> alerts;
    std::string source = "http";
    std::string via;
    std::string drill;    ///< empty: found as above
    std::string verdict;  ///< repeated in the answer
};
BOOST_DESCRIBE_STRUCT(ReceiveWarnings, (), (alerts, source, via, drill, verdict))
Result<Decision> decide(const ReceiveWarnings& wish, const Desk& desk, const AreaMatcher& matcher);
std::optional<World> world_of(const ReceiveWarnings& wish, store::Rows& rows);

/// The wish for the writer. The matcher must outlive the writer.
journal::Wish receive(const AreaMatcher& matcher, std::string actor, ReceiveWarnings wish);

/// Issues a warning of our own area: county and above (POLICY §5.1, art. 64: kind, level, start, reach, what to heed,
/// what to do, who, when). Refuses `not_at_this_level`, `…_missing` per field, `area_outside`, `expires_past`,
/// `references_missing`, `warning_unknown`, and whatever the writer of XML refuses.
struct IssueWarning {
    std::string hazard;
    Colour colour = Colour::none;
    std::string headline, description, instruction;
    std::vector<AreaCode> codes;
    std::optional<Instant> effective, expires;
    std::string action;                   ///< issue, continue, raise, lower, lift
    std::vector<std::string> references;  ///< our ids of the warnings it replaces or lifts
};
BOOST_DESCRIBE_STRUCT(
    IssueWarning,
    (),
    (hazard, colour, headline, description, instruction, codes, effective, expires, action, references)
)
Result<Decision> decide(
    const IssueWarning& wish, const Desk& desk, const AreaMatcher& matcher, const AlertWriter& writer
);
journal::Wish issue(
    const AreaMatcher& matcher, const AlertWriter& writer, World world, std::string actor, IssueWarning wish
);

/// How the last look at a feed ended. Writes nothing when that is known already.
struct NoteFeed {
    std::string feed;
    bool up = false;
    std::string zh, en;
};
BOOST_DESCRIBE_STRUCT(NoteFeed, (), (feed, up, zh, en))
Result<Decision> decide(const NoteFeed& wish, const Desk& desk);

/// Called by the deadline `warning/<id>`. Refuses `warning_unknown`; one that is over already stays as it is.
struct ExpireWarning {
    WarningId warning;
};
BOOST_DESCRIBE_STRUCT(ExpireWarning, (), (warning))
Result<Decision> decide(const ExpireWarning& wish, const Desk& desk);
std::optional<World> world_of(const ExpireWarning& wish, store::Rows& rows);

/// Refuses `number_missing`, `place_invalid`, `radii_invalid` (four quadrants for force 7, 10 or 12).
struct PositionTyphoon {
    std::string number, name, name_en;
    std::optional<Instant> at;
    double lon = 0, lat = 0, wind_ms = 0, pressure_hpa = 0;
    std::string grade, agency;
    std::map<std::string, std::vector<double>> radii_km;
    std::vector<ForecastPoint> forecast;
    std::optional<Instant> landfall_expected;
};
BOOST_DESCRIBE_STRUCT(
    PositionTyphoon,
    (),
    (number, name, name_en, at, lon, lat, wind_ms, pressure_hpa, grade, agency, radii_km, forecast, landfall_expected)
)
Result<Decision> decide(const PositionTyphoon& wish, const Desk& desk);

/// Refuses `drill_missing`, `name_missing`, `already_started`.
struct StartDrill {
    DrillId drill;  ///< chosen by the caller: new_drill_id()
    std::string name, scenario;
};
BOOST_DESCRIBE_STRUCT(StartDrill, (), (drill, name, scenario))
Result<Decision> decide(const StartDrill& wish, const Desk& desk);
std::optional<World> world_of(const StartDrill& wish, store::Rows& rows);

/// Refuses `drill_unknown`, `already_ended`, `not_yours` for a drill that another node runs.
struct EndDrill {
    DrillId drill;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(EndDrill, (), (drill, reason))
Result<Decision> decide(const EndDrill& wish, const Desk& desk);
std::optional<World> world_of(const EndDrill& wish, store::Rows& rows);

/// Ends what is left of the warnings of a drill; the answer to DrillEnded, own or from above.
struct ExpireDrillWarnings {
    DrillId drill;
};
BOOST_DESCRIBE_STRUCT(ExpireDrillWarnings, (), (drill))
Result<Decision> decide(const ExpireDrillWarnings& wish, const Desk& desk);

/// "D20230728-083700123-350581": readable, and nobody else's.
DrillId new_drill_id(const journal::NodeFacts& node, Instant now);

}  // namespace anlan::warning
