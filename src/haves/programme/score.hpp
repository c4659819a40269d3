#pragma once

#include <cmath>

#include "programme/acceptance_queries.hpp"

/// How an acceptance is reckoned. POLICY.md §1.4, rules of the sheet. Pure: figures in, figures out.
namespace anlan::programme {

/// To a hundredth of a point, as the sheet is printed.
inline double rounded(double points) {
    return std::round(points * 100) / 100;
}

/// What the sheet asks to pass, to be good, to be a candidate for excellent; points of 100.
struct Bands {
    double pass = 80, good = 85, excellent = 90;
};
Bands bands_in_force(store::Rows& rows);

/// The final points of every item: the reviewer's word, else what the records gave. `unreviewed` names the items that
/// have neither.
struct Tally {
    std::vector<FinalScore> scores;
    std::vector<std::string> unreviewed;
    double total = 0, dynamic = 0, calls = 0;  ///< of 100
};
Tally tally(const Readiness& readiness, const std::vector<ReviewFacts>& reviews);

/// A knock-out or too few points means rectification.
AcceptanceResult result_of(double total, bool any_gate, const Bands& bands);

/// One station of the year's cohort (同批次).
struct Contender {
    AreaCode station;
    double total = 0, dynamic = 0, calls = 0;
    bool candidate = false;  ///< reached the points of excellent and no knock-out
};
/// By total, then what was tried, then reporting and calling; equal in all three: by code, so that it never depends on
/// the order of arrival.
void rank(std::vector<Contender>& cohort);
/// How many may be excellent: never more than `percent` of all, never rounded up.
std::int64_t excellent_quota(std::size_t cohort, double percent);
/// The stations that are excellent, in rank.
std::vector<AreaCode> excellent_of(std::vector<Contender> cohort, double percent);

}  // namespace anlan::programme
