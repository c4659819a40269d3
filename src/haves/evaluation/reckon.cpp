#include "evaluation/reckon.hpp"

#include <algorithm>
#include <cmath>

#include "policy/queries.hpp"

namespace anlan::evaluation {

namespace {

Grade grade_of(const Standing& standing, bool excellent, const programme::Bands& bands) {
    if (excellent) return Grade::excellent;
    switch (programme::result_of(standing.total, standing.barred, bands)) {
        case programme::AcceptanceResult::excellent_candidate:
        case programme::AcceptanceResult::good:
            return Grade::good;
        case programme::AcceptanceResult::pass:
            return Grade::pass;
        case programme::AcceptanceResult::rectify:
            break;
    }
    return Grade::rectify;
}

}  // namespace

Terms terms_in_force(store::Rows& rows) {
    return {
        {policy::number(rows, "evaluation.static_weight"), policy::number(rows, "evaluation.drill_weight")},
        programme::bands_in_force(rows),
        policy::number(rows, "acceptance.excellent_quota")};
}

double total_of(const Scores& scores, const Weights& weights) {
    const auto all = weights.on_paper + weights.in_drill;
    if (all <= 0) return 0;
    return std::round(100 * (scores.on_paper * weights.on_paper + scores.in_drill * weights.in_drill) / all) / 100;
}

std::vector<Standing> ranked(const std::vector<Scores>& cohort, const Terms& terms) {
    std::vector<programme::Contender> contenders;
    for (const auto& each : cohort) {
        const auto total = total_of(each, terms.weights);
        const bool candidate = !each.barred && total >= terms.bands.excellent;
        contenders.push_back({each.station, total, each.in_drill, each.calls, candidate});
    }
    const auto excellent = programme::excellent_of(contenders, terms.quota);
    programme::rank(contenders);
    std::vector<Standing> standings;
    for (const auto& each : contenders) {
        const auto scores = std::ranges::find(cohort, each.station, &Scores::station);
        Standing standing{
            each.station,
            scores->name,
            static_cast<std::int64_t>(standings.size()) + 1,
            scores->on_paper,
            scores->in_drill,
            scores->calls,
            each.total,
            scores->barred,
            Grade::rectify,
            {}};
        standing.grade = grade_of(standing, std::ranges::count(excellent, each.station) > 0, terms.bands);
        standings.push_back(std::move(standing));
    }
    return standings;
}

}  // namespace anlan::evaluation
