#include "programme/score.hpp"

#include <algorithm>
#include <cmath>

#include "policy/queries.hpp"

namespace anlan::programme {

namespace {

/// None: neither a reviewer nor a record has said anything.
std::optional<FinalScore> final_score(
    const Item& item, const Readiness& readiness, const std::vector<ReviewFacts>& reviews
) {
    const auto reviewed = std::ranges::find(reviews, item.id, &ReviewFacts::item);
    if (reviewed != reviews.end()) return FinalScore{item.id, reviewed->points, item.points, reviewed->not_applicable};
    const auto found = std::ranges::find(readiness.findings, item.id, &Finding::item);
    if (found == readiness.findings.end() || !found->points) return std::nullopt;
    return FinalScore{item.id, *found->points, item.points, false};
}

}  // namespace

Bands bands_in_force(store::Rows& rows) {
    return {
        policy::number(rows, "acceptance.pass"),
        policy::number(rows, "acceptance.good"),
        policy::number(rows, "acceptance.excellent")};
}

Tally tally(const Readiness& readiness, const std::vector<ReviewFacts>& reviews) {
    Tally sum;
    double got = 0, out_of = 0, tried = 0, calls = 0;
    for (const auto& item : shipped_sheet().items) {
        const auto score = final_score(item, readiness, reviews);
        if (!score) {
            sum.unreviewed.push_back(item.id);
            continue;
        }
        sum.scores.push_back(*score);
        if (score->not_applicable) continue;
        got += score->points;
        out_of += score->out_of;
        if (item.mode.find("动") != std::string::npos) tried += score->points;
        if (item.id == "C4" || item.id == "C8") calls += score->points;
    }
    if (out_of <= 0) return sum;
    sum.total = rounded(100 * got / out_of);
    sum.dynamic = rounded(100 * tried / out_of);
    sum.calls = rounded(100 * calls / out_of);
    return sum;
}

AcceptanceResult result_of(double total, bool any_gate, const Bands& bands) {
    if (any_gate || total < bands.pass) return AcceptanceResult::rectify;
    if (total >= bands.excellent) return AcceptanceResult::excellent_candidate;
    return total >= bands.good ? AcceptanceResult::good : AcceptanceResult::pass;
}

void rank(std::vector<Contender>& cohort) {
    std::ranges::sort(cohort, [](const Contender& one, const Contender& other) {
        return std::tie(other.total, other.dynamic, other.calls, one.station.text) <
               std::tie(one.total, one.dynamic, one.calls, other.station.text);
    });
}

std::int64_t excellent_quota(std::size_t cohort, double percent) {
    return static_cast<std::int64_t>(std::floor(static_cast<double>(cohort) * percent / 100 + 1e-9));
}

std::vector<AreaCode> excellent_of(std::vector<Contender> cohort, double percent) {
    auto left = excellent_quota(cohort.size(), percent);
    rank(cohort);
    std::vector<AreaCode> excellent;
    for (const auto& each : cohort) {
        if (!each.candidate || left == 0) continue;
        excellent.push_back(each.station);
        --left;
    }
    return excellent;
}

}  // namespace anlan::programme
