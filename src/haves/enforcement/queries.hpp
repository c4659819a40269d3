#pragma once

#include <optional>
#include <string>
#include <vector>

#include "enforcement/events.hpp"
#include "store/rows.hpp"

/// What is known of inspections, hazards and orders.
namespace anlan::enforcement {

/// The party as the register of enterprises and places holds it now.
std::optional<InspectedParty> party_at(store::Rows& rows, const std::string& place);
std::vector<InspectedParty> parties(store::Rows& rows);

struct PlanFacts {
    std::int64_t year = 0;
    std::vector<PlannedVisit> visits;
    Capacity capacity;
    PersonId drafted_by;
    Instant drafted_at{};
    PersonId approved_by;
    std::optional<Instant> approved_at;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(PlanFacts, (), (year, visits, capacity, drafted_by, drafted_at, approved_by, approved_at, note))
std::optional<PlanFacts> find_plan(store::Rows& rows, std::int64_t year);

struct InspectionFacts {
    InspectionId id;
    InspectedParty party;
    std::string checklist, checklist_version;
    std::vector<Officer> officers;
    InspectionOccasion occasion = InspectionOccasion::planned;
    std::string visit;
    Instant started_at{};
    std::optional<InspectionRecorded> record;
    std::optional<Instant> recorded_at;
    std::string outcome;
    std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(
    InspectionFacts,
    (),
    (id,
     party,
     checklist,
     checklist_version,
     officers,
     occasion,
     visit,
     started_at,
     record,
     recorded_at,
     outcome,
     closed_at)
)
std::optional<InspectionFacts> find_inspection(store::Rows& rows, const InspectionId& id);
std::vector<InspectionFacts> inspections(store::Rows& rows, std::int64_t limit);  ///< newest first
std::vector<InspectionFacts> inspections_since(store::Rows& rows, Instant from);
/// The inspection that this visit of a plan has become, unless it was abandoned.
std::optional<InspectionFacts> inspection_of_visit(store::Rows& rows, const std::string& visit);

struct HazardFacts {
    HazardId id;
    InspectedParty party;
    HazardSource source = HazardSource::inspection;
    std::string origin, text, basis;
    HazardGrade grade = HazardGrade::general;
    PersonId judged_by;
    std::string judged_after;
    std::vector<std::string> photos;
    Instant found_at{};
    std::string measure;  ///< empty: none was taken
    RectificationId rectification;
    std::optional<Instant> removed_at;
    std::string removed_how;
};
BOOST_DESCRIBE_STRUCT(
    HazardFacts,
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
     removed_at,
     removed_how)
)
std::optional<HazardFacts> find_hazard(store::Rows& rows, const HazardId& id);
std::vector<HazardFacts> hazards_of(store::Rows& rows, const std::string& origin);  ///< in the order they were found
std::vector<HazardFacts> hazards(store::Rows& rows, std::int64_t limit);            ///< newest first

/// A major hazard as the superior sees it.
struct ListedHazard {
    HazardId id;
    AreaCode node;  ///< empty: our own
    std::string party_name, address, text, basis;
    Instant listed_at{};
    std::string due, demands, supervised_by;
    std::optional<Instant> supervised_at, removed_at;
};
BOOST_DESCRIBE_STRUCT(
    ListedHazard,
    (),
    (id, node, party_name, address, text, basis, listed_at, due, demands, supervised_by, supervised_at, removed_at)
)
std::vector<ListedHazard> listed_hazards(store::Rows& rows);
std::optional<ListedHazard> find_listed(store::Rows& rows, const HazardId& id);

struct RectificationFacts {
    RectificationId id;
    InspectionId inspection;
    std::string place, party_name;
    std::vector<HazardId> hazards;
    std::string first_due, due, remind_on, recheck_by, demands;
    Instant ordered_at{};
    std::optional<Instant> reminded_at, fell_due_at, recheck_missed_at;
    std::string asked_until, asked_reason;
    PersonId asked_by;
    std::optional<Instant> asked_at;  ///< an extension that waits for its answer
    std::string extension_note;
    std::optional<RectificationReported> report;
    std::optional<Instant> reported_at;
    std::optional<RectificationRechecked> recheck;
    std::optional<Instant> rechecked_at;

    bool open() const { return !rechecked_at; }
};
BOOST_DESCRIBE_STRUCT(
    RectificationFacts,
    (),
    (id,
     inspection,
     place,
     party_name,
     hazards,
     first_due,
     due,
     remind_on,
     recheck_by,
     demands,
     ordered_at,
     reminded_at,
     fell_due_at,
     recheck_missed_at,
     asked_until,
     asked_reason,
     asked_by,
     asked_at,
     extension_note,
     report,
     reported_at,
     recheck,
     rechecked_at)
)
std::optional<RectificationFacts> find_rectification(store::Rows& rows, const RectificationId& id);
std::vector<RectificationFacts> rectifications_of(store::Rows& rows, const InspectionId& inspection);
std::vector<RectificationFacts> open_rectifications(store::Rows& rows);  ///< the one due first, first
std::vector<RectificationFacts> open_rectifications_at(store::Rows& rows, const std::string& place);

struct PaperFacts {
    std::string id;
    PaperKind kind = PaperKind::record;
    std::int64_t year = 0, number = 0;
    std::string text, inspection, subject;
    Instant issued_at{};
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(PaperFacts, (), (id, kind, year, number, text, inspection, subject, issued_at, detail))
std::optional<PaperFacts> find_paper(store::Rows& rows, const std::string& id);
std::vector<PaperFacts> papers_of(store::Rows& rows, const std::string& inspection);  ///< in the order of the file

/// The officer's certificate that holds longest; none: not certified.
std::optional<Officer> certificate_of(store::Rows& rows, const PersonId& person);
/// All who hold one, valid or not.
std::vector<Officer> certified(store::Rows& rows);

}  // namespace anlan::enforcement
