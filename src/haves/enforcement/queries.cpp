#include "enforcement/queries.hpp"

#include <algorithm>

#include "registers/queries.hpp"

namespace anlan::enforcement {

namespace {

struct PlaceRow {
    std::string name, address, grade, kind;
    AreaCode area;
};
BOOST_DESCRIBE_STRUCT(PlaceRow, (), (name, address, grade, kind, area))

struct CertificateRow {
    std::string number;
    PersonId person;
    std::string expires_on;
};
BOOST_DESCRIBE_STRUCT(CertificateRow, (), (number, person, expires_on))

std::string inspection_rows(std::string_view rest) {
    return "SELECT id, party, checklist, checklist_version, officers, occasion, visit, started_at, record, "
           "recorded_at, outcome, closed_at FROM inspection " +
           std::string(rest);
}

std::string hazard_rows(std::string_view rest) {
    return "SELECT id, party, source, origin, body, basis, grade, judged_by, judged_after, photos, found_at, measure, "
           "rectification, removed_at, removed_how FROM enforcement_hazard " +
           std::string(rest);
}

std::string listed_rows(std::string_view rest) {
    return "SELECT id, node, party_name, address, body, basis, listed_at, COALESCE(s.due, ''), COALESCE(s.demands, "
           "''), "
           "COALESCE(s.by_title, ''), s.at, removed_at FROM listed_hazard LEFT JOIN hazard_supervision s ON s.hazard = "
           "id " +
           std::string(rest);
}

std::string rectification_rows(std::string_view rest) {
    return "SELECT id, inspection, place, party_name, hazards, first_due, due, remind_on, recheck_by, demands, "
           "ordered_at, reminded_at, fell_due_at, recheck_missed_at, asked_until, asked_reason, asked_by, asked_at, "
           "extension_note, report, reported_at, recheck, rechecked_at FROM rectification " +
           std::string(rest);
}

std::string paper_rows(std::string_view rest) {
    return "SELECT id, kind, year, number, text, inspection, subject, issued_at, detail FROM enforcement_paper " +
           std::string(rest);
}

}  // namespace

std::optional<InspectedParty> party_at(store::Rows& rows, const std::string& place) {
    const auto kept = registers::kept_row(rows, "risk_places", place);
    if (!kept) return std::nullopt;
    auto row = from_json<PlaceRow>(kept->values);
    if (!row) return std::nullopt;
    return InspectedParty{
        place, row.value().name, row.value().address, row.value().grade, row.value().kind, kept->area};
}

std::vector<InspectedParty> parties(store::Rows& rows) {
    std::vector<InspectedParty> all;
    for (const auto& [id, row] : registers::read_rows<PlaceRow>(registers::kept_rows(rows, "risk_places")))
        all.push_back({id, row.name, row.address, row.grade, row.kind, row.area});
    return all;
}

std::optional<PlanFacts> find_plan(store::Rows& rows, std::int64_t year) {
    return rows.first<PlanFacts>(
        "SELECT year, visits, capacity, drafted_by, drafted_at, approved_by, approved_at, note FROM inspection_plan "
        "WHERE year = :y",
        year
    );
}

std::optional<InspectionFacts> find_inspection(store::Rows& rows, const InspectionId& id) {
    return rows.first<InspectionFacts>(inspection_rows("WHERE id = :i"), id);
}

std::vector<InspectionFacts> inspections(store::Rows& rows, std::int64_t limit) {
    return rows.select<InspectionFacts>(inspection_rows("ORDER BY started_at DESC, id DESC LIMIT :l"), limit);
}

std::vector<InspectionFacts> inspections_since(store::Rows& rows, Instant from) {
    return rows.select<InspectionFacts>(inspection_rows("WHERE started_at >= :f ORDER BY started_at, id"), from);
}

std::optional<InspectionFacts> inspection_of_visit(store::Rows& rows, const std::string& visit) {
    return rows.first<InspectionFacts>(
        inspection_rows("WHERE visit = :v AND outcome <> 'abandoned' ORDER BY started_at LIMIT 1"), visit
    );
}

std::optional<HazardFacts> find_hazard(store::Rows& rows, const HazardId& id) {
    return rows.first<HazardFacts>(hazard_rows("WHERE id = :i"), id);
}

std::vector<HazardFacts> hazards_of(store::Rows& rows, const std::string& origin) {
    return rows.select<HazardFacts>(hazard_rows("WHERE origin = :o ORDER BY id"), origin);
}

std::vector<HazardFacts> hazards(store::Rows& rows, std::int64_t limit) {
    return rows.select<HazardFacts>(hazard_rows("ORDER BY found_at DESC, id DESC LIMIT :l"), limit);
}

std::vector<ListedHazard> listed_hazards(store::Rows& rows) {
    return rows.select<ListedHazard>(listed_rows("ORDER BY listed_at DESC, id DESC"));
}

std::optional<ListedHazard> find_listed(store::Rows& rows, const HazardId& id) {
    return rows.first<ListedHazard>(listed_rows("WHERE id = :i"), id);
}

std::optional<RectificationFacts> find_rectification(store::Rows& rows, const RectificationId& id) {
    return rows.first<RectificationFacts>(rectification_rows("WHERE id = :i"), id);
}

std::vector<RectificationFacts> rectifications_of(store::Rows& rows, const InspectionId& inspection) {
    return rows.select<RectificationFacts>(rectification_rows("WHERE inspection = :i ORDER BY id"), inspection);
}

std::vector<RectificationFacts> open_rectifications(store::Rows& rows) {
    return rows.select<RectificationFacts>(rectification_rows("WHERE rechecked_at IS NULL ORDER BY due, id"));
}

std::vector<RectificationFacts> open_rectifications_at(store::Rows& rows, const std::string& place) {
    return rows.select<RectificationFacts>(
        rectification_rows("WHERE place = :p AND rechecked_at IS NULL ORDER BY due, id"), place
    );
}

std::optional<PaperFacts> find_paper(store::Rows& rows, const std::string& id) {
    return rows.first<PaperFacts>(paper_rows("WHERE id = :i"), id);
}

std::vector<PaperFacts> papers_of(store::Rows& rows, const std::string& inspection) {
    return rows.select<PaperFacts>(paper_rows("WHERE inspection = :i ORDER BY place"), inspection);
}

std::vector<Officer> certified(store::Rows& rows) {
    std::vector<Officer> all;
    for (const auto& [id, row] :
         registers::read_rows<CertificateRow>(registers::kept_rows(rows, "officer_certificates"))) {
        const auto same =
            std::find_if(all.begin(), all.end(), [&](const Officer& each) { return each.person == row.person; });
        if (same == all.end())
            all.push_back({row.person, row.number, row.expires_on});
        else if (same->expires_on < row.expires_on)
            *same = {row.person, row.number, row.expires_on};
    }
    return all;
}

std::optional<Officer> certificate_of(store::Rows& rows, const PersonId& person) {
    for (auto& each : certified(rows))
        if (each.person == person) return std::move(each);
    return std::nullopt;
}

}  // namespace anlan::enforcement
