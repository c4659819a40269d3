#pragma once

#include "incident/forms.hpp"
#include "incident/grading.hpp"
#include "incident/kind_queries.hpp"
#include "journal/desk.hpp"

/// What the endpoints of this room answer.
namespace anlan::incident {

/// One clock of an incident, from its own time. `done_at` later than `due`, or not done and over: late.
struct ClockAnswer {
    ClockKind clock = ClockKind::phone;
    Instant from{}, due{};
    std::optional<Instant> done_at;
    bool late = false;
};
BOOST_DESCRIBE_STRUCT(ClockAnswer, (), (clock, from, due, done_at, late))

struct IncidentAnswer {
    std::string id, drill;
    Source source = Source::telephone;
    std::string from_name, kind, kind_name;
    IncidentClass kind_class = IncidentClass::accident;
    std::string title;
    Figures figures;
    AreaCode area;
    std::string area_name, place;
    std::optional<double> lon, lat;
    bool outside = false, sensitive = false, verified = false;
    Instant happened_at{}, known_at{}, entered_at{};
    Grade grade = Grade::ordinary;
    std::string grade_reason;
    std::string state;  ///< open, closed (ended, final report wanted), reported, untrue, merged
    std::int64_t reports = 0;
    std::vector<ClockAnswer> clocks;  ///< those that run or ran, in the order of their times
    std::optional<ClockAnswer> next;  ///< the one that runs out first
    std::optional<IncidentId> merged_into;
};
BOOST_DESCRIBE_STRUCT(
    IncidentAnswer,
    (),
    (id,
     drill,
     source,
     from_name,
     kind,
     kind_name,
     kind_class,
     title,
     figures,
     area,
     area_name,
     place,
     lon,
     lat,
     outside,
     sensitive,
     verified,
     happened_at,
     known_at,
     entered_at,
     grade,
     grade_reason,
     state,
     reports,
     clocks,
     next,
     merged_into)
)

struct DraftAnswer {
    std::int64_t version = 0, base = 0;
    Instant at{};
    std::string by_name;
    bool split = false, head = false;
    Account account;
};
BOOST_DESCRIBE_STRUCT(DraftAnswer, (), (version, base, at, by_name, split, head, account))

struct DeliveryAnswer {
    std::string to;
    std::optional<Instant> at;
    std::string how;
};
BOOST_DESCRIBE_STRUCT(DeliveryAnswer, (), (to, at, how))

struct SentReportAnswer {
    AreaCode node;  ///< who wrote it
    std::string node_name;
    bool own = true;
    std::int64_t number = 0;
    Stage stage = Stage::first;
    std::int64_t corrects = 0;
    std::string heading;
    Instant at{}, due{};
    bool late = false;
    std::string late_reason, by_title;
    Account account;
    std::vector<Change> changes;
    std::vector<std::string> changes_zh;
    Grade grade = Grade::ordinary;
    std::vector<DeliveryAnswer> deliveries;  ///< whom it was for, and since when they have it
    std::optional<Instant> arrived_at;       ///< at the node above; of a report from below: here
    std::optional<Instant> read_at;
    std::string read_title;
};
BOOST_DESCRIBE_STRUCT(
    SentReportAnswer,
    (),
    (node,
     node_name,
     own,
     number,
     stage,
     corrects,
     heading,
     at,
     due,
     late,
     late_reason,
     by_title,
     account,
     changes,
     changes_zh,
     grade,
     deliveries,
     arrived_at,
     read_at,
     read_title)
)

struct PhonedAnswer {
    std::string node_name;
    bool own = true;
    Instant at{};
    std::string to, heard_by, words, by_title, late_reason;
    bool late = false;
};
BOOST_DESCRIBE_STRUCT(PhonedAnswer, (), (node_name, own, at, to, heard_by, words, by_title, late_reason, late))

struct LineAnswer {
    Instant at{};
    std::string node_name, kind, zh, en, by_name;
    bool late = false;
};
BOOST_DESCRIBE_STRUCT(LineAnswer, (), (at, node_name, kind, zh, en, by_name, late))

struct TellerAnswer {
    std::string name, phone, unit;
};
BOOST_DESCRIBE_STRUCT(TellerAnswer, (), (name, phone, unit))

/// Photos and a spoken note that came with it, by the names of their attachments.
struct EvidenceAnswer {
    Instant at{};
    std::string by_name;
    std::vector<std::string> photos;
    std::optional<std::string> voice;
};
BOOST_DESCRIBE_STRUCT(EvidenceAnswer, (), (at, by_name, photos, voice))

struct IncidentDetail {
    IncidentAnswer incident;
    Account account;
    std::int64_t head = 0;
    bool split = false;    ///< versions stand side by side; nothing is sent until one is chosen
    bool changed = false;  ///< the account is not what was last sent
    Proposal proposal;
    std::vector<std::string> usual_to;
    TellerAnswer teller;
    std::vector<Likeness> duplicates;
    std::vector<DraftAnswer> drafts;
    std::vector<SentReportAnswer> reports;
    std::vector<PhonedAnswer> phoned;
    std::vector<LineAnswer> lines;
    std::vector<EvidenceAnswer> evidence;
};
BOOST_DESCRIBE_STRUCT(
    IncidentDetail,
    (),
    (incident,
     account,
     head,
     split,
     changed,
     proposal,
     usual_to,
     teller,
     duplicates,
     drafts,
     reports,
     phoned,
     lines,
     evidence)
)

/// What a town has told ahead (先行告知) and not yet reported itself.
struct ForewarningAnswer {
    std::string incident;
    AreaCode node;
    std::string node_name, from_name;  ///< the town, and the village that reported to it
    Instant at{}, happened_at{};
    std::string kind_name, title, words, place;
    Figures figures;
    Grade grade = Grade::ordinary;
    bool sensitive = false;
};
BOOST_DESCRIBE_STRUCT(
    ForewarningAnswer,
    (),
    (incident, node, node_name, from_name, at, happened_at, kind_name, title, words, place, figures, grade, sensitive)
)

/// The forms of one report that are texts; DOCX and PDF have addresses of their own.
struct FormAnswer {
    std::string key, title, source;
    json::object fields;
};
BOOST_DESCRIBE_STRUCT(FormAnswer, (), (key, title, source, fields))
struct FormsAnswer {
    std::string message;  ///< at most 500 characters
    std::vector<FormAnswer> forms;
};
BOOST_DESCRIBE_STRUCT(FormsAnswer, (), (message, forms))

IncidentAnswer head_of(store::Rows& rows, const IncidentFacts& incident, const journal::NodeFacts& node, Instant now);
IncidentDetail detail_of(store::Rows& rows, const IncidentFacts& incident, const journal::NodeFacts& node, Instant now);
Sender sender_of(
    store::Rows& rows, const IncidentFacts& incident, const ReportFacts& report, const journal::NodeFacts& node
);
std::vector<ForewarningAnswer> forewarnings_seen(store::Rows& rows, const World& world, std::int64_t limit);
FormsAnswer forms_of(const ReportFacts& report, const Sender& sender);

}  // namespace anlan::incident
