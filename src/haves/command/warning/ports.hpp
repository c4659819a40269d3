#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/area.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace anlan::warning {

/// Colour of a warning (蓝黄橙红); `none` where the sender gives no severity that maps to one.
BOOST_DEFINE_ENUM_CLASS(Colour, none, blue, yellow, orange, red)

struct LonLat {
    double lon = 0;  ///< degrees, WGS-84/CGCS2000
    double lat = 0;
    auto operator<=>(const LonLat&) const = default;
};
BOOST_DESCRIBE_STRUCT(LonLat, (), (lon, lat))

struct Circle {
    LonLat centre;
    double radius_km = 0;
};
BOOST_DESCRIBE_STRUCT(Circle, (), (centre, radius_km))

/// Where an alert applies. Codes are the Chinese 6- or 12-digit division codes found in geocodes, filled to 12.
struct AlertArea {
    std::string description;
    std::vector<std::vector<LonLat>> polygons;  ///< closed rings
    std::vector<Circle> circles;
    std::vector<AreaCode> codes;
};
BOOST_DESCRIBE_STRUCT(AlertArea, (), (description, polygons, circles, codes))

/// One language's words of an alert.
struct AlertInfo {
    std::string language;    ///< as given, "zh-CN" where none is given in a Chinese message
    std::string event;       ///< the sender's word: 台风
    std::string event_code;  ///< first eventCode, or 11B01… of the national dialect
    std::string hazard;      ///< our key: typhoon, rainstorm, … (warning/hazards), "other" if unknown
    Colour colour = Colour::none;
    std::string urgency, severity, certainty;  ///< CAP words; "Unknown" where missing or not in the list
    std::optional<Instant> effective, onset, expires;
    std::string sender_name, headline, description, instruction, web, contact;
    std::vector<AlertArea> areas;
};
BOOST_DESCRIBE_STRUCT(
    AlertInfo,
    (),
    (language,
     event,
     event_code,
     hazard,
     colour,
     urgency,
     severity,
     certainty,
     effective,
     onset,
     expires,
     sender_name,
     headline,
     description,
     instruction,
     web,
     contact,
     areas)
)

/// What <references> names: the earlier message that an Update or Cancel replaces.
struct AlertReference {
    std::string sender;  ///< empty in the national dialect, which names the identifier alone
    std::string identifier;
    std::optional<Instant> sent;
};
BOOST_DESCRIBE_STRUCT(AlertReference, (), (sender, identifier, sent))

/// One alert message, whatever dialect it came in.
struct Alert {
    std::string standard;  ///< "CAP 1.2", "CAP 1.1", "CAP 1.0", "CAP-CN"
    std::string identifier, sender;
    Instant sent{};
    std::string status;    ///< Actual, Exercise, System, Test, Draft
    std::string msg_type;  ///< Alert, Update, Cancel, Ack, Error
    std::string scope;     ///< Public, Restricted, Private
    std::string note;
    std::vector<AlertReference> references;
    std::vector<AlertInfo> infos;
    std::string original;            ///< the XML of this alert, as received (a feed's entry: that element alone)
    std::vector<std::string> notes;  ///< deviations from the standard that were tolerated, in Chinese
};
BOOST_DESCRIBE_STRUCT(
    Alert, (), (standard, identifier, sender, sent, status, msg_type, scope, note, references, infos, original, notes)
)

/// One fault of a message and where it is. `line` is 1-based, 0 if the whole file is meant.
struct AlertFault {
    int line = 0;
    std::string code;     ///< stable: "xsd", "not_well_formed", "dtd_forbidden", "sent_invalid", …
    std::string message;  ///< Chinese first, English after " / "
};
BOOST_DESCRIBE_STRUCT(AlertFault, (), (line, code, message))

/// valid: the schema of its version holds; of the national dialect, which has no public one, the mandatory fields and
/// word lists of POLICY 5.3. usable: it does not, yet an officer can act on it: who sent it, when, whether it is real,
/// whether it warns or takes back, and what happens can all be read. refused: anything else. Breaches of the rules in
/// the standard's text become notes and never change the verdict. One refused alert refuses the whole file.
BOOST_DEFINE_ENUM_CLASS(Verdict, valid, usable, refused)

struct AlertReading {
    Verdict verdict = Verdict::refused;  ///< the worst of its alerts
    std::string version;                 ///< "1.2", "1.1", "1.0", "CN", "" if unknown
    int alert_count = 0;
    std::vector<Alert> alerts;       ///< empty when refused
    std::vector<AlertFault> faults;  ///< of the schema and of the prose rules
};

/// Reads alert messages. Implemented by adapters/cap; the room does not know the XML.
class AlertReader {
  public:
    virtual ~AlertReader() = default;
    /// Opens wrappers (Atom, RSS, EDXL-DE) and judges each alert. Never throws on bad input.
    virtual AlertReading read(std::string_view bytes) const = 0;
};

/// Writes CAP 1.2 that validates, for relay, order and acknowledgement.
class AlertWriter {
  public:
    virtual ~AlertWriter() = default;
    virtual Result<std::string> write(const Alert& alert) const = 0;
};

/// Whether any area of the alert covers or touches the place: by code first, then polygon and circle against its shape.
class AreaMatcher {
  public:
    virtual ~AreaMatcher() = default;
    virtual bool touches(const std::vector<AlertArea>& areas, const AreaCode& place) const = 0;
};

}  // namespace anlan::warning
