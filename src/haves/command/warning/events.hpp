#pragma once

#include "journal/event.hpp"
#include "warning/ports.hpp"

/// Warnings from above and beside (预警): what came, what it replaced, when it ended. And typhoon positions, and
/// drills.
namespace anlan::warning {

using WarningId = Id<struct WarningTag>;

BOOST_DEFINE_ENUM_CLASS(WarningState, active, superseded, lifted, expired)

/// One message as it came. Nothing in it is personal. It goes down so that the nodes below take it into their own
/// journals.
struct WarningReceived {
    static constexpr journal::EventKind kKind{
        "warning.received", 1, journal::Share::down, journal::Urgency::life_safety, {}, true};
    Alert alert;         ///< its `original` and `notes` are moved into the fields below
    std::string source;  ///< http, folder, feed, relay, issued
    std::string via;     ///< area code of the node that relayed it
    std::string action;  ///< issue, continue, raise, lower, lift
    std::string hazard;  ///< of the info that matters here, as the next two
    Colour colour = Colour::none;
    std::optional<Instant> expires;
    std::int64_t telling = -1;        ///< index of that info; -1: the message has none
    std::int64_t weather_level = 0;   ///< 1 … 4 on the weather service's ladder, 0 for a signal
    bool covers_us = false;           ///< touches the area of the node that wrote this
    std::vector<WarningId> replaces;  ///< what its references named, of what was known then
    std::vector<std::string> notes;   ///< tolerated deviations and what the officer should know, in Chinese
    std::string original;             ///< the XML, byte for byte
};
BOOST_DESCRIBE_STRUCT(
    WarningReceived,
    (),
    (alert, source, via, action, hazard, colour, expires, telling, weather_level, covers_us, replaces, notes, original)
)

/// An Update named it.
struct WarningSuperseded {
    static constexpr journal::EventKind kKind{"warning.superseded", 1};
    WarningId by;
};
BOOST_DESCRIBE_STRUCT(WarningSuperseded, (), (by))

/// A Cancel named it (解除).
struct WarningLifted {
    static constexpr journal::EventKind kKind{"warning.lifted", 1};
    WarningId by;
};
BOOST_DESCRIBE_STRUCT(WarningLifted, (), (by))

/// Its time is over, or the drill it belonged to.
struct WarningExpired {
    static constexpr journal::EventKind kKind{"warning.expired", 1};
    std::string reason;  ///< "time", "drill_ended"
};
BOOST_DESCRIBE_STRUCT(WarningExpired, (), (reason))

/// An acknowledgement or an error report of somebody (Ack, Error): kept, never shown as a warning.
struct MessageNoted {
    static constexpr journal::EventKind kKind{
        "warning.message_noted", 1, journal::Share::local, journal::Urgency::routine, {}, true};
    Alert alert;
    std::string source, via, original;
};
BOOST_DESCRIBE_STRUCT(MessageNoted, (), (alert, source, via, original))

/// A feed of alerts answered again, or stopped answering sensibly. Written when that changes, not at every look.
struct FeedChanged {
    static constexpr journal::EventKind kKind{"warning.feed_changed", 1};
    std::string feed;  ///< host and path: what follows may be a secret
    bool up = false;
    std::string zh, en;  ///< what is wrong, in plain words; empty while up
};
BOOST_DESCRIBE_STRUCT(FeedChanged, (), (feed, up, zh, en))

struct ForecastPoint {
    Instant at{};
    double lon = 0, lat = 0, wind_ms = 0;
};
BOOST_DESCRIBE_STRUCT(ForecastPoint, (), (at, lon, lat, wind_ms))

/// One position of a typhoon's centre, as an agency published it.
struct TyphoonPositioned {
    static constexpr journal::EventKind kKind{"typhoon.positioned", 1, journal::Share::down, journal::Urgency::urgent};
    std::string number, name, name_en;
    Instant at{};
    double lon = 0, lat = 0, wind_ms = 0, pressure_hpa = 0;
    std::string grade, agency;
    std::map<std::string, std::vector<double>> radii_km;  ///< "7", "10", "12" (force) → NE, SE, SW, NW
    std::vector<ForecastPoint> forecast;
    std::optional<Instant> landfall_expected;
};
BOOST_DESCRIBE_STRUCT(
    TyphoonPositioned,
    (),
    (number, name, name_en, at, lon, lat, wind_ms, pressure_hpa, grade, agency, radii_km, forecast, landfall_expected)
)

/// 演练开始. The drill's id is the world of everything that follows.
struct DrillStarted {
    static constexpr journal::EventKind kKind{
        "drill.started", 1, journal::Share::down, journal::Urgency::life_safety};  // nothing inside may overtake it
    std::string name, scenario;
    bool by_warning = false;  ///< opened by an exercise message that found no drill running
};
BOOST_DESCRIBE_STRUCT(DrillStarted, (), (name, scenario, by_warning))

struct DrillEnded {
    static constexpr journal::EventKind kKind{"drill.ended", 1, journal::Share::down, journal::Urgency::urgent};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DrillEnded, (), (reason))

}  // namespace anlan::warning
