#include "evaluation/answers.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "organisation/queries.hpp"

namespace anlan::evaluation {

namespace {

std::string who(store::Rows& rows, const PersonId& person, const std::string& title) {
    auto name = organisation::person_name(rows, person);
    return name.empty() ? title : name;
}

ScoreChange answer_of(store::Rows& rows, const ChangeFacts& change, const PersonId& asker) {
    return {
        change.id,
        change.part,
        change.from,
        change.to,
        change.reason,
        change.state,
        who(rows, change.proposed_by, change.proposed_title),
        change.proposed_at,
        who(rows, change.decided_by, change.decided_title),
        change.decided_at,
        change.decided_reason,
        change.proposed_by == asker};
}

CohortRow row_of(store::Rows& rows, const NominationFacts& nomination, const PersonId& asker) {
    CohortRow row;
    row.nomination = nomination.id;
    row.station = nomination.station, row.name = nomination.name;
    row.county = organisation::area_name(rows, nomination.county);
    row.drill = nomination.drill;
    row.reason = nomination.reason, row.by_title = nomination.by_title;
    const auto changes = changes_of(rows, nomination.id);
    row.seen = steps_of(changes);
    for (const auto& each : changes) row.changes.push_back(answer_of(rows, each, asker));
    return row;
}

void put_standing(CohortRow& row, const Standing& standing) {
    row.on_paper = standing.on_paper, row.in_drill = standing.in_drill, row.calls = standing.calls;
    row.total = standing.total, row.barred = standing.barred;
    row.rank = standing.rank, row.grade = standing.grade;
}

/// From the frozen result: what this node does not know of a nomination itself it has from there.
CohortRow row_of(store::Rows& rows, const Standing& standing, const std::vector<NominationFacts>& own, const PersonId& asker) {
    const auto nomination = std::ranges::find(own, standing.station, &NominationFacts::station);
    CohortRow row;
    if (nomination != own.end()) {
        row = row_of(rows, *nomination, asker);
    } else {
        row.station = standing.station, row.name = standing.name;
        row.county = organisation::area_name(rows, standing.station.parent());
    }
    put_standing(row, standing);
    if (!row.changes.empty()) return row;
    for (const auto& each : standing.changes)
        row.changes.push_back(
            {{},
             each.part,
             each.from,
             each.to,
             each.reason,
             ChangeState::confirmed,
             each.proposed_by,
             {},
             each.confirmed_by,
             {},
             {},
             false}
        );
    return row;
}

void add_open(
    store::Rows& rows, EvaluationAnswer& answer, const journal::NodeFacts& here, const PersonId& asker, const Terms& terms
) {
    std::vector<Scores> cohort;
    for (const auto& each : nominations_of(rows, answer.year)) {
        answer.rows.push_back(row_of(rows, each, asker));
        if (const auto scores = scores_of(rows, each, changes_of(rows, each.id))) cohort.push_back(*scores);
    }
    answer.stations = static_cast<std::int64_t>(answer.rows.size());
    answer.places = programme::excellent_quota(answer.rows.size(), terms.quota);
    for (const auto& standing : ranked(cohort, terms)) {
        const auto row = std::ranges::find(answer.rows, standing.station, &CohortRow::station);
        put_standing(*row, standing);
        // A county knows only its own: a rank among them would be none.
        if (here.level() != Level::prefecture) row->rank.reset(), row->grade.reset();
    }
    std::ranges::stable_sort(answer.rows, {}, [](const CohortRow& each) {
        return each.rank.value_or(std::numeric_limits<std::int64_t>::max());
    });
}

void add_concluded(store::Rows& rows, EvaluationAnswer& answer, const ConclusionFacts& conclusion, const PersonId& asker) {
    const auto& told = conclusion.content;
    const auto own = nominations_of(rows, answer.year);
    answer.concluded_at = conclusion.at;
    answer.opinion = told.opinion, answer.by_title = told.by_title;
    answer.weights = told.weights, answer.quota = told.quota, answer.places = told.places;
    answer.stations = static_cast<std::int64_t>(told.standings.size());
    for (const auto& standing : told.standings) answer.rows.push_back(row_of(rows, standing, own, asker));
    for (const auto& each : own)
        if (std::ranges::count(told.standings, each.station, &Standing::station) == 0) answer.late.push_back(each.name);
}

/// At the station: its own line, and how many there were.
void add_result(store::Rows& rows, EvaluationAnswer& answer, const ResultFacts& result, const PersonId& asker) {
    const auto& told = result.content;
    answer.concluded_at = result.at;
    answer.opinion = told.opinion, answer.by_title = told.by_title;
    answer.weights = told.weights, answer.quota = told.quota;
    answer.places = told.places, answer.stations = told.stations;
    answer.rows.push_back(row_of(rows, told.standing, {}, asker));
}

std::vector<NominationCandidate> candidates(
    store::Rows& rows, const journal::NodeFacts& here, const EvaluationAnswer& answer
) {
    std::vector<NominationCandidate> all;
    if (here.level() != Level::county) return all;
    for (const auto& area : organisation::areas_below(rows, here.area)) {
        if (area.code.parent() != here.area || area.code == here.area) continue;
        const auto acceptance = concluded_acceptance(rows, area.code);
        if (!acceptance) continue;
        all.push_back(
            {area.code,
             area.name,
             acceptance->conclusion->total,
             std::ranges::count(answer.rows, area.code, &CohortRow::station) > 0,
             drills_told(rows, area.code)}
        );
    }
    return all;
}

}  // namespace

EvaluationAnswer evaluation_seen(
    store::Rows& rows, const journal::NodeFacts& here, const PersonId& asker, std::int64_t year
) {
    const auto terms = terms_in_force(rows);
    EvaluationAnswer answer;
    answer.year = year;
    answer.years = years_known(rows);
    answer.weights = terms.weights, answer.quota = terms.quota, answer.excellent_from = terms.bands.excellent;
    const auto conclusion = conclusion_of(rows, year);
    const auto results = results_of(rows, year);
    if (conclusion)
        add_concluded(rows, answer, *conclusion, asker);
    else if (const auto own = std::ranges::find(results, here.area, &ResultFacts::station); own != results.end())
        add_result(rows, answer, *own, asker);
    else
        add_open(rows, answer, here, asker, terms);
    if (!answer.concluded_at) answer.candidates = candidates(rows, here, answer);
    for (const auto& each : letters_of(rows, year))
        answer.letters.push_back(
            {each.station, organisation::area_name(rows, each.station), each.kind, each.order, each.at}
        );
    return answer;
}

std::vector<ModelCandidate> model_candidates(store::Rows& rows, const journal::NodeFacts& here) {
    std::vector<ModelCandidate> all;
    const auto areas = organisation::areas_below(rows, here.area);
    std::map<AreaCode, std::string> names;
    for (const auto& each : areas) names.emplace(each.code, each.name);
    for (const auto& each : areas) {
        const auto level = each.code.level();
        if (each.code == here.area || (level != Level::town && level != Level::village)) continue;
        all.push_back({each.code, each.name, names[each.code.parent()]});
    }
    return all;
}

std::vector<ModelAnswer> models_seen(store::Rows& rows, const journal::NodeFacts& here) {
    std::vector<ModelAnswer> all;
    for (auto& model : models_known(rows)) {
        auto lessons = lessons_of(rows, model.id);
        const bool own = model.named_by == here.area;
        auto by = organisation::area_name(rows, model.named_by);
        all.push_back({std::move(model), std::move(by), own, std::move(lessons)});
    }
    return all;
}

}  // namespace anlan::evaluation
