#pragma once

#include "incident/events.hpp"

/// 先行告知: what a village reported is told the county by the town's program at once, while somebody in the town still
/// looks into it. It is no report: no clock starts, nobody receipts it, and the town's own first word replaces it.
namespace anlan::incident {

struct IncidentForewarned {
    static constexpr journal::EventKind kKind{
        "incident.forewarned", 1, journal::Share::up, journal::Urgency::life_safety};
    AreaCode told_by;         ///< who reported it to the town
    std::int64_t number = 0;  ///< of that report; 0: the quick one by telephone
    std::string kind, title, words;
    Figures figures;
    Place place;
    Instant happened_at{};
    Grade grade = Grade::ordinary;
    bool sensitive = false;
    std::string over_because;  ///< not empty: found untrue or merged, with the reason; nothing more will come
};
BOOST_DESCRIBE_STRUCT(
    IncidentForewarned,
    (),
    (told_by, number, kind, title, words, figures, place, happened_at, grade, sensitive, over_because)
)

/// At the county: its desk hears of it at once.
struct ForewarningNoted {
    static constexpr journal::EventKind kKind{
        "incident.forewarning_noted", 1, journal::Share::local, journal::Urgency::life_safety};
    AreaCode node;  ///< the town
    IncidentForewarned told;
};
BOOST_DESCRIBE_STRUCT(ForewarningNoted, (), (node, told))

}  // namespace anlan::incident
