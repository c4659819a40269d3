#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/world.hpp"
#include "incident/report_events.hpp"
#include "store/rows.hpp"

/// What is known of incidents.
namespace anlan::incident {

struct IncidentFacts {
    IncidentId id;
    std::string drill;
    std::int64_t seq = 0;
    Source source = Source::telephone;
    std::string from;  ///< node that told it; empty: nobody's
    std::string kind;
    Account account;  ///< as taken, or of the head of the drafts
    AreaCode area;
    std::string place;
    std::optional<double> lon, lat;
    bool outside = false;
    Instant happened_at{}, known_at{}, entered_at{};
    std::string taken_by;
    bool sensitive = false, verified = false;
    Grade grade = Grade::ordinary;
    std::string grade_reason;
    Instant phone_by{};
    std::optional<Instant> phoned_at;
    Instant written_by{};
    std::optional<Instant> written_at, followup_by, closed_at;
    std::string close_words;
    std::optional<Instant> final_by, final_at;
    std::string ended_as;  ///< empty: open; untrue, merged, reported (final report sent)
    std::string merged_into, passed_to;
    std::int64_t head = 0;     ///< version of the draft that goes on; 0: the intake
    std::int64_t reports = 0;  ///< written ones sent

    bool open() const { return ended_as.empty(); }
    Place where() const { return {area, place, lon, lat, outside}; }
};
BOOST_DESCRIBE_STRUCT(
    IncidentFacts,
    (),
    (id,
     drill,
     seq,
     source,
     from,
     kind,
     account,
     area,
     place,
     lon,
     lat,
     outside,
     happened_at,
     known_at,
     entered_at,
     taken_by,
     sensitive,
     verified,
     grade,
     grade_reason,
     phone_by,
     phoned_at,
     written_by,
     written_at,
     followup_by,
     closed_at,
     close_words,
     final_by,
     final_at,
     ended_as,
     merged_into,
     passed_to,
     head,
     reports)
)

struct DraftFacts {
    std::int64_t version = 0, base = 0;
    Instant at{};
    PersonId actor;
    bool split = false;
    Account account;
};
BOOST_DESCRIBE_STRUCT(DraftFacts, (), (version, base, at, actor, split, account))

struct ReportFacts {
    std::string node;  ///< who wrote it; empty: this one
    std::int64_t number = 0;
    Instant at{};
    std::optional<Instant> seen_at;  ///< own: at the node above; from below: here
    ReportSent body;
    std::string read_title;
    std::optional<Instant> read_at;
};
BOOST_DESCRIBE_STRUCT(ReportFacts, (), (node, number, at, seen_at, body, read_title, read_at))

std::optional<IncidentFacts> find_incident(store::Rows& rows, const IncidentId& id);
/// Newest first; `open_only` leaves out what is ended.
std::vector<IncidentFacts> find_incidents(store::Rows& rows, const World& world, bool open_only, std::int64_t limit);
std::optional<World> world_of_incident(store::Rows& rows, const IncidentId& id);

std::vector<DraftFacts> drafts_of(store::Rows& rows, const IncidentId& id);
/// Own reports and those from below, oldest first.
std::vector<ReportFacts> reports_of(store::Rows& rows, const IncidentId& id);
std::optional<ReportFacts> report_of(
    store::Rows& rows, const IncidentId& id, const std::string& node, std::int64_t number
);

/// An incident that may be the same, and why.
struct Likeness {
    IncidentId id;
    std::string title, reason;
};
BOOST_DESCRIBE_STRUCT(Likeness, (), (id, title, reason))
/// Open ones of the same world, near in time and place, or of the same kind there.
std::vector<Likeness> duplicates_of(store::Rows& rows, const IncidentFacts& incident);

}  // namespace anlan::incident
