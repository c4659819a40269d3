#pragma once

#include "incident/events.hpp"

/// Reports of an incident: drafted, agreed, sent, received. What was sent is never changed; a later one corrects it.
namespace anlan::incident {

/// 首报, 续报, 更正, 终报.
BOOST_DEFINE_ENUM_CLASS(Stage, first, followup, correction, final)

/// One saved version of the account; `base` is the version it was written over (0: the intake).
struct ReportDrafted {
    static constexpr journal::EventKind kKind{"report.drafted", 1};
    std::int64_t version = 0, base = 0;
    bool split = false;  ///< somebody else had saved in between: it stands beside the head until one is chosen
    Account account;
};
BOOST_DESCRIBE_STRUCT(ReportDrafted, (), (version, base, split, account))

/// Of several versions that stand side by side this one goes on; the others stay readable.
struct ReportSettled {
    static constexpr journal::EventKind kKind{"report.settled", 1};
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ReportSettled, (), (version))

/// 电话快报: told by telephone, in so many words, and heard by somebody.
struct ReportPhoned {
    static constexpr journal::EventKind kKind{"report.phoned", 1, journal::Share::up, journal::Urgency::life_safety};
    std::string to;        ///< whom: 县政府总值班室
    std::string heard_by;  ///< post of who took the call, as told
    std::string words;     ///< what was said
    std::string kind;
    Place place;
    Instant happened_at{}, known_at{};
    Grade grade = Grade::ordinary;
    bool sensitive = false;
    std::string title;
    Figures figures;
    Instant due{};
    bool late = false;
    std::string late_reason;
    std::string by_title;
};
BOOST_DESCRIBE_STRUCT(
    ReportPhoned,
    (),
    (to,
     heard_by,
     words,
     kind,
     place,
     happened_at,
     known_at,
     grade,
     sensitive,
     title,
     figures,
     due,
     late,
     late_reason,
     by_title)
)

/// A written report, whole: what every form is made of. Numbered from 1 within the incident.
struct ReportSent {
    static constexpr journal::EventKind kKind{"report.sent", 1, journal::Share::up, journal::Urgency::life_safety};
    std::int64_t number = 0;
    Stage stage = Stage::first;
    std::int64_t corrects = 0;  ///< of a correction: the report it corrects
    std::int64_t version = 0;   ///< of the draft
    Account account;
    std::vector<Change> changes;  ///< against the report before
    std::string kind;
    Place place;
    Instant happened_at{}, known_at{};
    Grade grade = Grade::ordinary;
    bool sensitive = false;
    std::vector<std::string> to;  ///< whom: 县政府总值班室, 县应急局
    Instant due{};
    bool late = false;
    std::string late_reason;
    std::optional<Instant> next_by;  ///< of the next follow-up; none after the final report
    std::string by_title;
};
BOOST_DESCRIBE_STRUCT(
    ReportSent,
    (),
    (number,
     stage,
     corrects,
     version,
     account,
     changes,
     kind,
     place,
     happened_at,
     known_at,
     grade,
     sensitive,
     to,
     due,
     late,
     late_reason,
     next_by,
     by_title)
)

/// A report from below is here (送达): told to the desk, and back to who sent it.
struct ReportArrived {
    static constexpr journal::EventKind kKind{"report.arrived", 1, journal::Share::down, journal::Urgency::urgent};
    AreaCode from;
    std::int64_t number = 0;  ///< 0: the quick one by telephone
    std::string title;
};
BOOST_DESCRIBE_STRUCT(ReportArrived, (), (from, number, title))

/// A person above has read it (签收).
struct ReportReceipted {
    static constexpr journal::EventKind kKind{"report.receipted", 1, journal::Share::down, journal::Urgency::urgent};
    AreaCode from;
    std::int64_t number = 0;
    std::string by_title;
};
BOOST_DESCRIBE_STRUCT(ReportReceipted, (), (from, number, by_title))

/// A node above has our report, or somebody there has read it: noted here, so that the desk hears of it at once.
struct ReportConfirmed {
    static constexpr journal::EventKind kKind{"report.confirmed", 1, journal::Share::local, journal::Urgency::urgent};
    std::int64_t number = 0;
    Instant at{};
    bool read = false;
    std::string by_title;  ///< of who read it
};
BOOST_DESCRIBE_STRUCT(ReportConfirmed, (), (number, at, read, by_title))

/// Handed over by another way, or confirmed by telephone: noted by the officer.
struct DeliveryNoted {
    static constexpr journal::EventKind kKind{"report.delivered", 1};
    std::int64_t number = 0;
    std::string to, how;
};
BOOST_DESCRIBE_STRUCT(DeliveryNoted, (), (number, to, how))

}  // namespace anlan::incident
