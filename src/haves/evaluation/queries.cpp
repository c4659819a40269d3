#include "evaluation/queries.hpp"

#include <algorithm>

namespace anlan::evaluation {

namespace {

constexpr const char* kNominations =
    "SELECT id, year, station, county, name, acceptance, drill, reason, by_title, at, withdrawn_at FROM "
    "evaluation_nomination ";
constexpr const char* kChanges =
    "SELECT id, nomination, part, from_points, to_points, reason, proposed_by, proposed_title, proposed_at, state, "
    "decided_by, decided_title, decided_at, decided_reason FROM evaluation_change ";

struct Year {
    std::int64_t year = 0;
};
BOOST_DESCRIBE_STRUCT(Year, (), (year))

void apply(Scores& scores, const ChangeFacts& change) {
    if (change.state != ChangeState::confirmed) return;
    if (change.part == Part::on_paper) scores.on_paper = change.to;
    if (change.part == Part::in_drill) scores.in_drill = change.to;
    if (change.part == Part::barred) scores.barred = change.to > 0;
}

}  // namespace

std::vector<DrillFacts> drills_told(store::Rows& rows, const AreaCode& station) {
    return rows.select<DrillFacts>(
        "SELECT node, exercise, title, held_at, score, judged, injects FROM evaluation_drill WHERE node = :n ORDER BY "
        "held_at DESC, exercise",
        station
    );
}

std::optional<NominationFacts> find_nomination(store::Rows& rows, const NominationId& id) {
    return rows.first<NominationFacts>(std::string(kNominations) + "WHERE id = :i", id);
}

std::vector<NominationFacts> nominations_of(store::Rows& rows, std::int64_t year) {
    auto all = rows.select<NominationFacts>(
        std::string(kNominations) + "WHERE year = :y AND withdrawn_at IS NULL ORDER BY station, at, id", year
    );
    const auto same = [](const auto& one, const auto& other) { return one.station == other.station; };
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    return all;
}

std::optional<ChangeFacts> find_change(store::Rows& rows, const ChangeId& id) {
    return rows.first<ChangeFacts>(std::string(kChanges) + "WHERE id = :i", id);
}

std::vector<ChangeFacts> changes_of(store::Rows& rows, const NominationId& id) {
    return rows.select<ChangeFacts>(std::string(kChanges) + "WHERE nomination = :n ORDER BY proposed_at, id", id);
}

std::int64_t steps_of(const std::vector<ChangeFacts>& changes) {
    std::int64_t steps = 0;
    for (const auto& each : changes) steps += each.decided_at ? 2 : 1;
    return steps;
}

std::optional<Scores> scores_of(
    store::Rows& rows, const NominationFacts& nomination, const std::vector<ChangeFacts>& changes
) {
    const auto acceptance = programme::find_acceptance(rows, {nomination.acceptance});
    if (!acceptance || !acceptance->conclusion || acceptance->station != nomination.station) return std::nullopt;
    const auto& told = *acceptance->conclusion;
    if (told.result == programme::AcceptanceResult::rectify) return std::nullopt;
    Scores scores{nomination.station, nomination.name, told.total, nomination.drill.score, told.calls, false};
    for (const auto& each : changes) apply(scores, each);
    return scores;
}

std::optional<ConclusionFacts> conclusion_of(store::Rows& rows, std::int64_t year) {
    return rows.first<ConclusionFacts>("SELECT year, at, content FROM evaluation_conclusion WHERE year = :y", year);
}

std::vector<ResultFacts> results_of(store::Rows& rows, std::int64_t year) {
    return rows.select<ResultFacts>(
        "SELECT year, station, at, content FROM evaluation_result WHERE year = :y ORDER BY station", year
    );
}

std::vector<LetterFacts> letters_of(store::Rows& rows, std::int64_t year) {
    return rows.select<LetterFacts>(
        "SELECT id, year, station, kind, order_id, at FROM evaluation_letter WHERE year = :y ORDER BY at DESC, id", year
    );
}

std::vector<std::int64_t> years_known(store::Rows& rows) {
    std::vector<std::int64_t> years;
    for (const auto& each : rows.select<Year>(
             "SELECT year FROM evaluation_nomination UNION SELECT year FROM evaluation_conclusion UNION SELECT year "
             "FROM evaluation_result ORDER BY year DESC"
         ))
        years.push_back(each.year);
    return years;
}

std::optional<programme::AcceptanceFacts> concluded_acceptance(store::Rows& rows, const AreaCode& station) {
    for (auto& each : programme::all_acceptances(rows))
        if (each.station == station && each.conclusion) return std::move(each);
    return std::nullopt;
}

}  // namespace anlan::evaluation
