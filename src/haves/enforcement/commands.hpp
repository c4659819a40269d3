#pragma once

#include "enforcement/events.hpp"
#include "journal/desk.hpp"

/// Wishes about inspections. Enforcement is real: in a drill all of these refuse `enforcement_is_real`.
namespace anlan::enforcement {

using journal::Decision;
using journal::Desk;

/// 编制. Refuses `year_invalid`, `visits_missing`, `place_unknown`, `month_invalid`, `checklist_unknown`,
/// `visit_twice`, `already_approved` once the plan is in force.
struct DraftInspectionPlan {
    std::int64_t year = 0;
    std::vector<PlannedVisit> visits;  ///< of each party only `place` is read
    Capacity capacity;
};
BOOST_DESCRIBE_STRUCT(DraftInspectionPlan, (), (year, visits, capacity))
Result<Decision> decide(const DraftInspectionPlan& wish, const Desk& desk);

/// 审批, by another than who drafted it. Refuses `plan_unknown`, `drafted_by_you`.
struct ApproveInspectionPlan {
    std::int64_t year = 0;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(ApproveInspectionPlan, (), (year, note))
Result<Decision> decide(const ApproveInspectionPlan& wish, const Desk& desk);

/// The year's holidays, handed down by who keeps them (the rota).
struct AdoptWorkCalendar {
    std::int64_t year = 0;
    std::vector<std::string> off, work;
};
BOOST_DESCRIBE_STRUCT(AdoptWorkCalendar, (), (year, off, work))
Result<Decision> decide(const AdoptWorkCalendar& wish, const Desk& desk);

/// Refuses `place_unknown`, `checklist_unknown`, `officers_too_few`, `officer_twice`, `officer_uncertified`,
/// `certificate_expired`, `interest_declared`, `visit_unknown`, `already_started`.
struct StartInspection {
    std::string place, checklist;
    std::vector<PersonId> officers;
    InspectionOccasion occasion = InspectionOccasion::planned;
    std::string visit;
    bool no_interest = false;  ///< the officers declare that nothing ties them to the party (回避)
};
BOOST_DESCRIBE_STRUCT(StartInspection, (), (place, checklist, officers, occasion, visit, no_interest))
Result<Decision> decide(const StartInspection& wish, const Desk& desk);

/// A hazard as it is found on the spot.
struct FoundHazard {
    std::string item, text, basis;
    HazardGrade grade = HazardGrade::general;
    PersonId judged_by;
    std::string judged_after;
    std::vector<std::string> photos;
};
BOOST_DESCRIBE_STRUCT(FoundHazard, (), (item, text, basis, grade, judged_by, judged_after, photos))

/// The record made on site. Refuses `inspection_unknown`, `already_recorded`, `already_closed`,
/// `certificates_not_shown`, `item_unknown`, `item_missing`, `hazard_missing` (an item failed and no hazard says how),
/// `judge_missing`, `text_missing`, `too_long`, `photo_invalid`, `signature_missing`, `refusal_missing`.
struct RecordInspection {
    InspectionId inspection;
    bool certificates_shown = false;
    std::vector<CheckAnswer> answers;
    std::vector<FoundHazard> hazards;
    std::string place, summary;
    std::vector<Signature> officers;
    std::string representative, representative_phone;  ///< kept in the vault
    std::string party_signature, refusal_reason, video;
    std::int64_t seconds_ago = 0;  ///< how long before sending it was signed, by the phone's own count
};
BOOST_DESCRIBE_STRUCT(
    RecordInspection,
    (),
    (inspection,
     certificates_shown,
     answers,
     hazards,
     place,
     summary,
     officers,
     representative,
     representative_phone,
     party_signature,
     refusal_reason,
     video,
     seconds_ago)
)
Result<Decision> decide(const RecordInspection& wish, const Desk& desk);

/// Refuses `inspection_unknown`, `not_recorded`, `hazard_unknown`, `hazards_missing`, `text_missing`.
struct TakeMeasure {
    InspectionId inspection;
    Measure measure = Measure::stop_use;
    std::vector<HazardId> hazards;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(TakeMeasure, (), (inspection, measure, hazards, text))
Result<Decision> decide(const TakeMeasure& wish, const Desk& desk);

/// Refuses `inspection_unknown`, `not_recorded`, `hazards_missing`, `hazard_unknown`, `already_ordered`, `day_invalid`,
/// `due_past`, `due_too_far`, `measure_first` (a major hazard is still in use), `text_missing`.
struct OrderRectification {
    InspectionId inspection;
    std::vector<HazardId> hazards;
    std::string due, demands;
};
BOOST_DESCRIBE_STRUCT(OrderRectification, (), (inspection, hazards, due, demands))
Result<Decision> decide(const OrderRectification& wish, const Desk& desk);

/// Refuses `rectification_unknown`, `already_rechecked`, `extension_late`, `day_invalid`, `due_order`, `due_too_far`,
/// `reason_missing`, `already_asked`.
struct AskExtension {
    RectificationId rectification;
    std::string until, reason;
};
BOOST_DESCRIBE_STRUCT(AskExtension, (), (rectification, until, reason))
Result<Decision> decide(const AskExtension& wish, const Desk& desk);

/// Refuses `rectification_unknown`, `not_asked`, `asked_by_you`, `note_missing` when it is not granted.
struct DecideExtension {
    RectificationId rectification;
    bool granted = false;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(DecideExtension, (), (rectification, granted, note))
Result<Decision> decide(const DecideExtension& wish, const Desk& desk);

/// Refuses `rectification_unknown`, `already_rechecked`, `text_missing`, `photo_invalid`.
struct ReportRectified {
    RectificationId rectification;
    std::string text;
    std::vector<std::string> photos;
    bool by_party = false;
};
BOOST_DESCRIBE_STRUCT(ReportRectified, (), (rectification, text, photos, by_party))
Result<Decision> decide(const ReportRectified& wish, const Desk& desk);

/// By two certified officers, like the inspection. Refuses what StartInspection refuses of officers, and
/// `rectification_unknown`, `already_rechecked`, `certificates_not_shown`, `hazard_unknown`, `hazard_missing`,
/// `recheck_early` (nothing was reported and the time is not over), `signature_missing`, `refusal_missing`.
struct RecheckRectification {
    RectificationId rectification;
    std::vector<PersonId> officers;
    bool certificates_shown = false, no_interest = false;
    std::vector<HazardChecked> hazards;
    std::string opinion;
    std::vector<Signature> signatures;
    std::string party_signature, refusal_reason;
};
BOOST_DESCRIBE_STRUCT(
    RecheckRectification,
    (),
    (rectification,
     officers,
     certificates_shown,
     no_interest,
     hazards,
     opinion,
     signatures,
     party_signature,
     refusal_reason)
)
Result<Decision> decide(const RecheckRectification& wish, const Desk& desk);

/// The clocks of an order; called by the deadlines `rectification/<id>/<clock>`.
struct RingRectification {
    RectificationId rectification;
    RectificationClock clock = RectificationClock::remind;
};
BOOST_DESCRIBE_STRUCT(RingRectification, (), (rectification, clock))
Result<Decision> decide(const RingRectification& wish, const Desk& desk);

/// Refuses `inspection_unknown`, `already_recorded`, `reason_missing`.
struct AbandonInspection {
    InspectionId inspection;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(AbandonInspection, (), (inspection, reason))
Result<Decision> decide(const AbandonInspection& wish, const Desk& desk);

/// 挂牌督办: of a hazard that a station below has listed. Refuses `hazard_unknown`, `already_removed`, `day_invalid`,
/// `due_past`, `text_missing`.
struct SuperviseHazard {
    HazardId hazard;
    std::string due, demands;
};
BOOST_DESCRIBE_STRUCT(SuperviseHazard, (), (hazard, due, demands))
Result<Decision> decide(const SuperviseHazard& wish, const Desk& desk);

}  // namespace anlan::enforcement
