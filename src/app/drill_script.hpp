#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/reflect.hpp"

namespace anlan::app {

/// A drill as data: data/drills/<name>.json. Times are instants; words are marked as a drill when they are sent.
struct DrillStep {
    Instant at{};
    std::string kind;  ///< note, warning, link, landfall, level, close, incident, report, callout, supplies, people
    std::string zh, en;
    std::string id, sender, hazard, event, colour, msg_type, headline, description, instruction;
    std::int64_t expires_hours = 24;
    std::vector<std::string> codes, references;
    std::string source, area, reason;
    bool up = true;
    std::int64_t level = 0;
    double lon = 0, lat = 0;
    std::map<std::string, std::int64_t> figures{};  ///< of an incident or a report about it; items of supplies
};
BOOST_DESCRIBE_STRUCT(
    DrillStep,
    (),
    (at,
     kind,
     zh,
     en,
     id,
     sender,
     hazard,
     event,
     colour,
     msg_type,
     headline,
     description,
     instruction,
     expires_hours,
     codes,
     references,
     source,
     area,
     reason,
     up,
     level,
     lon,
     lat,
     figures)
)

/// How the simulated people behave: chances between 0 and 1, spans in seconds.
struct DrillPeople {
    double answer_at_once = 0.8, answer_repeat = 0.5, answer_deputy = 0.7, answer_next = 0.8, answer_leader = 0.95;
    std::vector<std::int64_t> answer_seconds{15, 200}, confirm_seconds{30, 90};
    double by_telephone = 0.1, task_in_time = 0.93;
};
BOOST_DESCRIBE_STRUCT(
    DrillPeople,
    (),
    (answer_at_once,
     answer_repeat,
     answer_deputy,
     answer_next,
     answer_leader,
     answer_seconds,
     confirm_seconds,
     by_telephone,
     task_in_time)
)

struct DrillTyphoon {
    std::string number, name, name_en, track;
};
BOOST_DESCRIBE_STRUCT(DrillTyphoon, (), (number, name, name_en, track))

struct DrillScript {
    std::string name, title, title_en;
    AreaCode county;
    Instant starts{}, ends{};
    std::optional<DrillTyphoon> typhoon;
    DrillPeople people;
    std::vector<DrillStep> steps;
};
BOOST_DESCRIBE_STRUCT(DrillScript, (), (name, title, title_en, county, starts, ends, typhoon, people, steps))

/// One line of a track file.
struct TrackPoint {
    Instant at{};
    double lon = 0, lat = 0, wind_ms = 0, pressure_hpa = 0;
    std::string agency, grade;
    std::vector<double> r7, r10, r12;  ///< km by quadrant NE SE SW NW; empty where not published
};

Result<DrillScript> read_drill(const std::filesystem::path& folder, const std::string& name);
std::vector<TrackPoint> read_track(const std::filesystem::path& file);
/// Names of the drills in the folder.
std::vector<std::string> drill_names(const std::filesystem::path& folder);

}  // namespace anlan::app
