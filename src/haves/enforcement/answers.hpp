#pragma once

#include "enforcement/checklists.hpp"
#include "enforcement/queries.hpp"

/// What the endpoints of this room answer about inspections.
namespace anlan::enforcement {

struct OfficerAnswer {
    std::string person, name, certificate, expires_on;
    bool valid = true;
};
BOOST_DESCRIBE_STRUCT(OfficerAnswer, (), (person, name, certificate, expires_on, valid))

/// A visit of the plan: waiting, late (its month is over), started, done.
BOOST_DEFINE_ENUM_CLASS(VisitState, waiting, late, started, done)

struct VisitAnswer {
    std::string key;
    InspectedParty party;
    std::int64_t month = 1;
    std::string checklist, checklist_title;
    VisitState state = VisitState::waiting;
    std::string inspection;
};
BOOST_DESCRIBE_STRUCT(VisitAnswer, (), (key, party, month, checklist, checklist_title, state, inspection))

struct YearPlanAnswer {
    std::int64_t year = 0;
    std::string state;  ///< none, draft, approved
    std::vector<VisitAnswer> visits;
    Capacity capacity;
    std::string drafted_by, approved_by;
    std::optional<Instant> drafted_at, approved_at;
    std::int64_t done = 0, late = 0;
};
BOOST_DESCRIBE_STRUCT(
    YearPlanAnswer, (), (year, state, visits, capacity, drafted_by, approved_by, drafted_at, approved_at, done, late)
)
YearPlanAnswer plan_answer(store::Rows& rows, std::int64_t year, Instant now);

/// A plan as the risk classes ask for it, spread over the months that are left; nothing is written.
struct PlanProposal {
    std::int64_t year = 0;
    std::vector<PlannedVisit> visits;
    Capacity capacity;
};
BOOST_DESCRIBE_STRUCT(PlanProposal, (), (year, visits, capacity))
PlanProposal proposed_plan(store::Rows& rows, std::int64_t year, Instant now);

/// Where an order stands: what it waits for now, and until when.
BOOST_DEFINE_ENUM_CLASS(RectificationState, rectifying, due_soon, reported, to_recheck, recheck_late, passed, failed)

struct RectificationAnswer {
    std::string id, inspection, place, party_name;
    RectificationState state = RectificationState::rectifying;
    std::vector<HazardId> hazards;
    std::string first_due, due, demands;
    Instant ordered_at{}, due_at{}, recheck_at{};  ///< ends of the days
    std::int64_t working_days_left = 0;            ///< until what it waits for
    std::string asked_until, asked_reason, extension_note;
    bool extension_waits = false;
    std::string report_text;
    std::vector<std::string> report_photos;
    bool report_by_party = false;
    std::optional<Instant> reported_at, rechecked_at;
    std::string opinion;
    bool in_time = true;
};
BOOST_DESCRIBE_STRUCT(
    RectificationAnswer,
    (),
    (id,
     inspection,
     place,
     party_name,
     state,
     hazards,
     first_due,
     due,
     demands,
     ordered_at,
     due_at,
     recheck_at,
     working_days_left,
     asked_until,
     asked_reason,
     extension_note,
     extension_waits,
     report_text,
     report_photos,
     report_by_party,
     reported_at,
     rechecked_at,
     opinion,
     in_time)
)
RectificationAnswer rectification_answer(store::Rows& rows, const RectificationFacts& order, Instant now);

struct HazardAnswer {
    std::string id;
    InspectedParty party;
    HazardSource source = HazardSource::inspection;
    std::string origin, text, basis;
    HazardGrade grade = HazardGrade::general;
    std::string judged_by, judged_after;
    std::vector<std::string> photos;
    Instant found_at{};
    std::string measure, rectification, due, state;  ///< state: open, ordered, late, removed
    std::optional<Instant> removed_at;
    std::string supervised_by, supervised_due;
};
BOOST_DESCRIBE_STRUCT(
    HazardAnswer,
    (),
    (id,
     party,
     source,
     origin,
     text,
     basis,
     grade,
     judged_by,
     judged_after,
     photos,
     found_at,
     measure,
     rectification,
     due,
     state,
     removed_at,
     supervised_by,
     supervised_due)
)
HazardAnswer hazard_answer(store::Rows& rows, const HazardFacts& hazard, Instant now);

struct PaperAnswer {
    std::string id;
    PaperKind kind = PaperKind::record;
    std::string title, number;
    Instant issued_at{};
};
BOOST_DESCRIBE_STRUCT(PaperAnswer, (), (id, kind, title, number, issued_at))
std::vector<PaperAnswer> paper_answers(store::Rows& rows, const std::string& file);

/// planned (not begun) is no inspection yet: started, ordered, rechecked, closed, abandoned.
BOOST_DEFINE_ENUM_CLASS(InspectionState, started, recorded, ordered, failed, closed, abandoned)

struct InspectionBrief {
    std::string id;
    InspectedParty party;
    std::string checklist_title;
    InspectionState state = InspectionState::started;
    std::vector<std::string> officers;
    Instant started_at{};
    std::optional<Instant> recorded_at, closed_at;
    std::int64_t hazards = 0, open_hazards = 0;
    std::string outcome;
};
BOOST_DESCRIBE_STRUCT(
    InspectionBrief,
    (),
    (id, party, checklist_title, state, officers, started_at, recorded_at, closed_at, hazards, open_hazards, outcome)
)

struct InspectionDetail {
    InspectionBrief inspection;
    Checklist checklist;
    std::vector<OfficerAnswer> officers;
    InspectionOccasion occasion = InspectionOccasion::planned;
    std::optional<InspectionRecorded> record;
    std::string representative, representative_phone;  ///< masked
    std::vector<HazardAnswer> hazards;
    std::vector<RectificationAnswer> rectifications;
    std::vector<PaperAnswer> papers;
};
BOOST_DESCRIBE_STRUCT(
    InspectionDetail,
    (),
    (inspection,
     checklist,
     officers,
     occasion,
     record,
     representative,
     representative_phone,
     hazards,
     rectifications,
     papers)
)
InspectionBrief inspection_brief(store::Rows& rows, const InspectionFacts& inspection);
InspectionDetail inspection_detail(store::Rows& rows, const InspectionFacts& inspection, Instant now);

std::vector<OfficerAnswer> officer_answers(store::Rows& rows, Instant now);

/// "139****0012", "3505**********0012": enough to recognise, not enough to use.
std::string masked_number(const std::string& number);

}  // namespace anlan::enforcement
