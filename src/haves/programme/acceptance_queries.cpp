#include "programme/acceptance_queries.hpp"

namespace anlan::programme {

namespace {

struct AcceptanceRow {
    AcceptanceId id;
    AreaCode station;
    std::optional<Instant> applied_at;
    std::string applied_by, self, readiness;
    std::optional<Instant> concluded_at;
    std::string conclusion;
    std::optional<Instant> filed_at;
    std::string filing, receipt;
    std::optional<Instant> submitted_at;
    std::string submitted, submitted_by;
};
BOOST_DESCRIBE_STRUCT(
    AcceptanceRow,
    (),
    (id,
     station,
     applied_at,
     applied_by,
     self,
     readiness,
     concluded_at,
     conclusion,
     filed_at,
     filing,
     receipt,
     submitted_at,
     submitted,
     submitted_by)
)

/// The level above the county knows conclusions without applications.
constexpr const char* kJoined =
    "SELECT k.id, k.station, a.at, COALESCE(a.by_title, ''), COALESCE(a.self, '[]'), COALESCE(a.readiness, '{}'), "
    "c.at, COALESCE(c.content, ''), f.at, COALESCE(f.number, ''), COALESCE(f.digest, ''), s.at, "
    "COALESCE(s.digest, ''), COALESCE(s.by_title, '') FROM (SELECT id, station FROM acceptance_application UNION "
    "SELECT id, station FROM acceptance_conclusion) k LEFT JOIN acceptance_application a ON a.id = k.id AND a.node = "
    "k.station LEFT JOIN acceptance_conclusion c ON c.id = k.id LEFT JOIN acceptance_submission s ON s.id = k.id "
    "LEFT JOIN acceptance_filing f ON f.id = k.id ";

AcceptanceFacts facts_of(const AcceptanceRow& row) {
    AcceptanceFacts facts;
    facts.id = row.id;
    facts.station = row.station;
    facts.state = row.filed_at       ? AcceptanceState::filed
                  : row.concluded_at ? AcceptanceState::concluded
                                     : AcceptanceState::applied;
    facts.applied_at = row.applied_at.value_or(row.concluded_at.value_or(Instant{}));
    facts.applied_by = row.applied_by;
    facts.concluded_at = row.concluded_at;
    facts.filed_at = row.filed_at;
    facts.filing = row.filing;
    facts.receipt = row.receipt;
    facts.submitted_at = row.submitted_at;
    facts.submitted = row.submitted;
    facts.submitted_by = row.submitted_by;
    if (auto self = from_json_text<std::vector<SelfScore>>(row.self)) facts.self = std::move(self.value());
    if (auto readiness = from_json_text<Readiness>(row.readiness)) facts.readiness = std::move(readiness.value());
    if (row.conclusion.empty()) return facts;
    if (auto told = from_json_text<AcceptanceConcluded>(row.conclusion)) facts.conclusion = std::move(told.value());
    return facts;
}

}  // namespace

std::optional<AcceptanceFacts> find_acceptance(store::Rows& rows, const AcceptanceId& id) {
    const auto row = rows.first<AcceptanceRow>(std::string(kJoined) + "WHERE k.id = :i", id);
    if (!row) return std::nullopt;
    return facts_of(*row);
}

std::vector<AcceptanceFacts> all_acceptances(store::Rows& rows) {
    std::vector<AcceptanceFacts> all;
    for (const auto& row : rows.select<AcceptanceRow>(std::string(kJoined) + "ORDER BY k.id DESC"))
        all.push_back(facts_of(row));
    return all;
}

std::optional<AcceptanceFacts> open_acceptance(store::Rows& rows, const AreaCode& station) {
    const auto row = rows.first<AcceptanceRow>(std::string(kJoined) + "WHERE k.station = :s AND c.at IS NULL", station);
    if (!row) return std::nullopt;
    return facts_of(*row);
}

std::vector<ReviewFacts> reviews_of(store::Rows& rows, const AcceptanceId& id) {
    return rows.select<ReviewFacts>(
        "SELECT item, points, not_applicable, opinion, photo, lon, lat, reviewer, by_title, at FROM acceptance_review "
        "WHERE "
        "acceptance = :a ORDER BY item",
        id
    );
}

namespace {

/// The report that was judged: the last one before it was accepted. A town's clock may be ahead of the county's; then
/// its first.
constexpr const char* kFixes =
    "SELECT x.item, x.round, x.what, x.until, x.at, COALESCE(r.note, ''), COALESCE(r.photo, ''), r.at, a.at FROM "
    "acceptance_fix x JOIN acceptance_application p ON p.id = x.acceptance AND p.node = p.station LEFT JOIN "
    "acceptance_fix_accepted a ON a.acceptance = x.acceptance AND a.item = x.item AND a.round = x.round LEFT JOIN "
    "acceptance_fix_report r ON r.acceptance = x.acceptance AND r.item = x.item AND r.round = x.round AND r.node = "
    "p.station AND r.at = CASE WHEN a.at IS NULL THEN (SELECT MAX(z.at) FROM acceptance_fix_report z WHERE "
    "z.acceptance = x.acceptance AND z.item = x.item AND z.round = x.round AND z.node = p.station) ELSE "
    "COALESCE((SELECT MAX(z.at) FROM acceptance_fix_report z WHERE z.acceptance = x.acceptance AND z.item = x.item AND "
    "z.round = x.round AND z.node = p.station AND z.at <= a.at), (SELECT MIN(z.at) FROM acceptance_fix_report z WHERE "
    "z.acceptance = x.acceptance AND z.item = x.item AND z.round = x.round AND z.node = p.station)) END "
    "WHERE x.acceptance = :a ";

}  // namespace

std::vector<FixFacts> fixes_of(store::Rows& rows, const AcceptanceId& id) {
    return rows.select<FixFacts>(
        std::string(kFixes) +
            "AND x.round = (SELECT MAX(y.round) FROM acceptance_fix y WHERE y.acceptance = x.acceptance AND y.item = "
            "x.item) ORDER BY x.item",
        id
    );
}

std::vector<FixFacts> all_fixes_of(store::Rows& rows, const AcceptanceId& id) {
    return rows.select<FixFacts>(std::string(kFixes) + "ORDER BY x.item, x.round", id);
}

}  // namespace anlan::programme
