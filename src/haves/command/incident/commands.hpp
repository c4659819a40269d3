#pragma once

#include "incident/report_events.hpp"
#include "journal/desk.hpp"

namespace anlan::incident {

using journal::Decision;
using journal::Desk;

/// Who told it. Goes to the vault and never leaves the node.
struct Teller {
    std::string name, phone, unit;
};
BOOST_DESCRIBE_STRUCT(Teller, (), (name, phone, unit))

/// 接报. The place by area, by map (lon, lat) or by a name in `place`; outside the own area it is taken all the same.
/// No kind: the one whose words occur in `words`. Times not given are now; none may lie ahead. Refuses
/// `words_missing`, `too_long`, `kind_unknown`, `place_missing`, `place_invalid`, `time_ahead`, `figure_invalid`,
/// `photo_invalid`, `voice_invalid`.
struct TakeIncident {
    Source source = Source::telephone;
    std::string words, title, kind, place;
    AreaCode area;
    std::optional<double> lon, lat;
    std::optional<Instant> happened_at, known_at;
    Figures figures;
    bool sensitive = false;
    std::string measures;
    Teller teller;
    std::vector<std::string> photos;  ///< attachments; at most nine
    std::string voice;                ///< attachment: a spoken note; with one, `words` may be empty
    std::int64_t seconds_ago = 0;     ///< how long before sending it was written, by the phone's own count
};
BOOST_DESCRIBE_STRUCT(
    TakeIncident,
    (),
    (source,
     words,
     title,
     kind,
     place,
     area,
     lon,
     lat,
     happened_at,
     known_at,
     figures,
     sensitive,
     measures,
     teller,
     photos,
     voice,
     seconds_ago)
)
Result<Decision> decide(const TakeIncident& wish, const Desk& desk);

/// 核实; not real ends it and wants words. Refuses `incident_unknown`, `already_ended`, `words_missing`.
struct VerifyIncident {
    IncidentId incident;
    bool real = true;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(VerifyIncident, (), (incident, real, words))
Result<Decision> decide(const VerifyIncident& wish, const Desk& desk);
std::optional<World> world_of(const VerifyIncident& wish, store::Rows& rows);

/// Kind, place, time and delicacy; what is not given stays. Refuses as TakeIncident and VerifyIncident do, and
/// `reason_missing`.
struct AmendIncident {
    IncidentId incident;
    std::string kind, place;
    AreaCode area;
    std::optional<double> lon, lat;
    std::optional<Instant> happened_at;
    std::optional<bool> sensitive;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(AmendIncident, (), (incident, kind, place, area, lon, lat, happened_at, sensitive, reason))
Result<Decision> decide(const AmendIncident& wish, const Desk& desk);
std::optional<World> world_of(const AmendIncident& wish, store::Rows& rows);

/// 定级. A grade other than the one the rules propose wants a reason. Its limits never move a limit later.
/// Refuses `incident_unknown`, `already_ended`, `reason_missing`.
struct GradeIncident {
    IncidentId incident;
    Grade grade = Grade::ordinary;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(GradeIncident, (), (incident, grade, reason))
Result<Decision> decide(const GradeIncident& wish, const Desk& desk);
std::optional<World> world_of(const GradeIncident& wish, store::Rows& rows);

/// It is the same as another one, which goes on. Refuses `incident_unknown`, `already_ended`, `merge_self`,
/// `world_mixed`, `reason_missing`, `already_reported`.
struct MergeIncident {
    IncidentId incident, into;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(MergeIncident, (), (incident, into, reason))
Result<Decision> decide(const MergeIncident& wish, const Desk& desk);
std::optional<World> world_of(const MergeIncident& wish, store::Rows& rows);

/// To a child, in whose area it is. Refuses `incident_unknown`, `already_ended`, `not_below`.
struct PassIncident {
    IncidentId incident;
    AreaCode to;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(PassIncident, (), (incident, to, words))
Result<Decision> decide(const PassIncident& wish, const Desk& desk);
std::optional<World> world_of(const PassIncident& wish, store::Rows& rows);

/// 处置结束: the clock of the final report starts. Refuses `incident_unknown`, `already_ended`, `words_missing`,
/// `not_reported`.
struct CloseIncident {
    IncidentId incident;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(CloseIncident, (), (incident, words))
Result<Decision> decide(const CloseIncident& wish, const Desk& desk);
std::optional<World> world_of(const CloseIncident& wish, store::Rows& rows);

/// Called by the deadlines `incident/<id>/<clock>`.
struct CheckClock {
    IncidentId incident;
    ClockKind clock = ClockKind::phone;
};
BOOST_DESCRIBE_STRUCT(CheckClock, (), (incident, clock))
Result<Decision> decide(const CheckClock& wish, const Desk& desk);
std::optional<World> world_of(const CheckClock& wish, store::Rows& rows);

/// The program's own: a node above has passed it to this one. Known already it is passed over.
struct TakeFromAbove {
    IncidentId incident;
    AreaCode from;
    IncidentPassed passed;
};
BOOST_DESCRIBE_STRUCT(TakeFromAbove, (), (incident, from, passed))
Result<Decision> decide(const TakeFromAbove& wish, const Desk& desk);

/// The program's own: a node below has reported. Taken here once, with clocks of our own; every report is confirmed to
/// who sent it. `number` 0: the quick one by telephone.
struct TakeFromBelow {
    IncidentId incident;
    AreaCode from;
    std::int64_t number = 0;
    std::string kind;
    Account account;
    Place place;
    Instant happened_at{};
    Grade grade = Grade::ordinary;
    bool sensitive = false;
};
BOOST_DESCRIBE_STRUCT(TakeFromBelow, (), (incident, from, number, kind, account, place, happened_at, grade, sensitive))
Result<Decision> decide(const TakeFromBelow& wish, const Desk& desk);

}  // namespace anlan::incident
