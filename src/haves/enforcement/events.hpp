#pragma once

#include "enforcement/papers.hpp"
#include "journal/event.hpp"

/// Inspections of enterprises and places, the hazards found, and orders to rectify them (R16, R17). Enforcement is
/// real: it does not happen in drills. Who inspects is named by person id; names and numbers of the party's people are
/// in the vault.
namespace anlan::enforcement {

using InspectionId = Id<struct InspectionTag>;        // 监督检查
using HazardId = Id<struct HazardTag>;                // 隐患
using RectificationId = Id<struct RectificationTag>;  // 责令限期整改

/// Whom it concerns: a row of the register of enterprises and places, as it stood then.
struct InspectedParty {
    std::string place, name, address, grade, kind;
    AreaCode area;
};
BOOST_DESCRIBE_STRUCT(InspectedParty, (), (place, name, address, grade, kind, area))

/// One visit of a yearly plan. `key` is its own within the plan: "2026/12".
struct PlannedVisit {
    std::string key;
    InspectedParty party;
    std::int64_t month = 1;
    std::string checklist;
};
BOOST_DESCRIBE_STRUCT(PlannedVisit, (), (key, party, month, checklist))

/// What the team can do in a year: officers × working days, less other enforcement and other work.
struct Capacity {
    std::int64_t officers = 0, working_days = 0, other_enforcement_days = 0, other_days = 0;
};
BOOST_DESCRIBE_STRUCT(Capacity, (), (officers, working_days, other_enforcement_days, other_days))

/// 年度监督检查计划编制. Subject: "inspection_plan:2026". A later draft replaces an earlier one.
struct InspectionPlanDrafted {
    static constexpr journal::EventKind kKind{"inspection_plan.drafted", 1};
    std::int64_t year = 0;
    std::vector<PlannedVisit> visits;
    Capacity capacity;
};
BOOST_DESCRIBE_STRUCT(InspectionPlanDrafted, (), (year, visits, capacity))

/// 审批: from now on it is the plan of the year.
struct InspectionPlanApproved {
    static constexpr journal::EventKind kKind{"inspection_plan.approved", 1, journal::Share::up};
    std::int64_t year = 0, visits = 0;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(InspectionPlanApproved, (), (year, visits, note))

/// The working days of a year as the State Council has moved them. Subject: "work_calendar:2026".
struct WorkCalendarAdopted {
    static constexpr journal::EventKind kKind{"work_calendar.adopted", 1};
    std::int64_t year = 0;
    std::vector<std::string> off, work;
};
BOOST_DESCRIBE_STRUCT(WorkCalendarAdopted, (), (year, off, work))

/// One who inspects, with the certificate shown.
struct Officer {
    PersonId person;
    std::string certificate, expires_on;
};
BOOST_DESCRIBE_STRUCT(Officer, (), (person, certificate, expires_on))

/// 计划检查, 举报核查, 专项检查.
BOOST_DEFINE_ENUM_CLASS(InspectionOccasion, planned, reported, special)

struct InspectionStarted {
    static constexpr journal::EventKind kKind{"inspection.started", 1};
    InspectedParty party;
    std::string checklist, checklist_version;
    std::vector<Officer> officers;
    InspectionOccasion occasion = InspectionOccasion::planned;
    std::string visit;  ///< of the year's plan; may be empty
    Paper paper;        ///< 检查方案
};
BOOST_DESCRIBE_STRUCT(InspectionStarted, (), (party, checklist, checklist_version, officers, occasion, visit, paper))

BOOST_DEFINE_ENUM_CLASS(CheckVerdict, pass, fail, not_applicable)

struct CheckAnswer {
    std::string item;
    CheckVerdict verdict = CheckVerdict::pass;
    std::string note;
    std::vector<std::string> photos;  ///< attachments
};
BOOST_DESCRIBE_STRUCT(CheckAnswer, (), (item, verdict, note, photos))

/// 一般隐患, 重大事故隐患.
BOOST_DEFINE_ENUM_CLASS(HazardGrade, general, major)

/// A hand-written signature, drawn on the screen: a picture among the attachments.
struct Signature {
    PersonId person;
    std::string picture;
};
BOOST_DESCRIBE_STRUCT(Signature, (), (person, picture))

/// 现场检查记录. Who spoke for the party is in the vault under the inspection's id ("representative").
struct InspectionRecorded {
    static constexpr journal::EventKind kKind{"inspection.recorded", 1};
    std::vector<CheckAnswer> answers;
    std::string place, summary;
    std::vector<Signature> officers;
    std::string party_signature;  ///< attachment; empty: it refused to sign
    std::string refusal_reason;
    std::string video;  ///< where the recording of the whole process lies (执法记录仪编号)
    Paper paper;
    std::optional<Instant> ended_at{};  ///< on site, when there was no signal to send it by; absent: when it came
};
BOOST_DESCRIBE_STRUCT(
    InspectionRecorded, (), (answers, place, summary, officers, party_signature, refusal_reason, video, paper, ended_at)
)

/// Where a hazard became known.
BOOST_DEFINE_ENUM_CLASS(HazardSource, inspection, self_check, report)

struct HazardFound {
    static constexpr journal::EventKind kKind{"hazard.found", 1};
    InspectedParty party;
    HazardSource source = HazardSource::inspection;
    std::string origin;  ///< id of the inspection, self-check or report
    std::string text, basis;
    HazardGrade grade = HazardGrade::general;
    PersonId judged_by;        ///< of a major one: who judged it to be so
    std::string judged_after;  ///< the standard it was judged by
    std::vector<std::string> photos;
};
BOOST_DESCRIBE_STRUCT(HazardFound, (), (party, source, origin, text, basis, grade, judged_by, judged_after, photos))

/// A major hazard is listed and told upward at once, so that the superior can supervise it (挂牌督办).
struct MajorHazardListed {
    static constexpr journal::EventKind kKind{"hazard.listed", 1, journal::Share::up, journal::Urgency::urgent};
    std::string party_name, address, text, basis, judged_after;
    AreaCode area;
};
BOOST_DESCRIBE_STRUCT(MajorHazardListed, (), (party_name, address, text, basis, judged_after, area))

/// 挂牌督办, by the superior; goes down to the station that listed it.
struct MajorHazardSupervised {
    static constexpr journal::EventKind kKind{"hazard.supervised", 1, journal::Share::down, journal::Urgency::urgent};
    std::string due, demands, by_title;
};
BOOST_DESCRIBE_STRUCT(MajorHazardSupervised, (), (due, demands, by_title))

struct HazardRemoved {
    static constexpr journal::EventKind kKind{"hazard.removed", 1, journal::Share::up};
    std::string how;
};
BOOST_DESCRIBE_STRUCT(HazardRemoved, (), (how))

/// 现场处理措施决定: what is done at once about a major hazard.
BOOST_DEFINE_ENUM_CLASS(Measure, remove_at_once, withdraw_people, stop_use, stop_work)

struct MeasureTaken {
    static constexpr journal::EventKind kKind{"inspection.measure_taken", 1};
    Measure measure = Measure::stop_use;
    std::vector<HazardId> hazards;
    std::string text;
    Paper paper;
};
BOOST_DESCRIBE_STRUCT(MeasureTaken, (), (measure, hazards, text, paper))

/// 责令限期整改. Subject: its own id.
struct RectificationOrdered {
    static constexpr journal::EventKind kKind{"rectification.ordered", 1};
    InspectionId inspection;
    std::string place, party_name;
    std::vector<HazardId> hazards;
    std::string due;  ///< last day to have it done
    std::string demands;
    std::string remind_on, recheck_by;
    Paper paper;
};
BOOST_DESCRIBE_STRUCT(
    RectificationOrdered, (), (inspection, place, party_name, hazards, due, demands, remind_on, recheck_by, paper)
)

/// What the clock of an order says by itself.
BOOST_DEFINE_ENUM_CLASS(RectificationClock, remind, due, recheck)

struct RectificationClockRang {
    static constexpr journal::EventKind kKind{
        "rectification.clock_rang", 1, journal::Share::local, journal::Urgency::urgent};
    RectificationClock clock = RectificationClock::remind;
    std::string party_name;
};
BOOST_DESCRIBE_STRUCT(RectificationClockRang, (), (clock, party_name))

struct ExtensionAsked {
    static constexpr journal::EventKind kKind{"rectification.extension_asked", 1};
    std::string until, reason;
};
BOOST_DESCRIBE_STRUCT(ExtensionAsked, (), (until, reason))

struct ExtensionDecided {
    static constexpr journal::EventKind kKind{"rectification.extension_decided", 1};
    bool granted = false;
    std::string due, remind_on, recheck_by, note;
};
BOOST_DESCRIBE_STRUCT(ExtensionDecided, (), (granted, due, remind_on, recheck_by, note))

/// The party says it is done; the re-check must follow within the days the policy pack says.
struct RectificationReported {
    static constexpr journal::EventKind kKind{"rectification.reported", 1};
    std::string text;
    std::vector<std::string> photos;
    bool by_party = false;  ///< by its own link, not noted by an officer
    std::string recheck_by;
};
BOOST_DESCRIBE_STRUCT(RectificationReported, (), (text, photos, by_party, recheck_by))

struct HazardChecked {
    HazardId hazard;
    bool removed = false;
    std::string note;
    std::vector<std::string> photos;
};
BOOST_DESCRIBE_STRUCT(HazardChecked, (), (hazard, removed, note, photos))

/// 整改复查意见.
struct RectificationRechecked {
    static constexpr journal::EventKind kKind{"rectification.rechecked", 1};
    std::vector<Officer> officers;
    std::vector<HazardChecked> hazards;
    bool passed = false, in_time = true;
    std::string opinion;
    std::vector<Signature> signatures;
    std::string party_signature, refusal_reason;
    Paper paper;
};
BOOST_DESCRIBE_STRUCT(
    RectificationRechecked,
    (),
    (officers, hazards, passed, in_time, opinion, signatures, party_signature, refusal_reason, paper)
)

/// Nothing is left to do: no hazard found, or all of them removed, or a penalty case goes on with it.
struct InspectionClosed {
    static constexpr journal::EventKind kKind{"inspection.closed", 1};
    std::string outcome;
};
BOOST_DESCRIBE_STRUCT(InspectionClosed, (), (outcome))

/// 检查中止: it could not be made. Its paper keeps its number; the gap that would follow is not allowed.
struct InspectionAbandoned {
    static constexpr journal::EventKind kKind{"inspection.abandoned", 1};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(InspectionAbandoned, (), (reason))

}  // namespace anlan::enforcement
