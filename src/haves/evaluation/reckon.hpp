#pragma once

#include "evaluation/events.hpp"
#include "programme/queries.hpp"

/// How the year's evaluation is reckoned. POLICY.md §1.4 (bands, three in ten, ties). Pure: figures in, figures out.
namespace anlan::evaluation {

/// What counts of one station, changes already in it.
struct Scores {
    AreaCode station;
    std::string name;
    double on_paper = 0, in_drill = 0, calls = 0;
    bool barred = false;
};

/// The rules in force: policy rows at the prefecture.
struct Terms {
    Weights weights;
    programme::Bands bands;
    double quota = 30;  ///< percent
};
Terms terms_in_force(store::Rows& rows);

/// Of 100, two decimals.
double total_of(const Scores& scores, const Weights& weights);

/// By total, then drill, then C4 and C8, then code. Excellent: at least the points of excellent, not barred, and within
/// the quota of all nominated, never rounded up; who reaches the points but finds no place is good.
std::vector<Standing> ranked(const std::vector<Scores>& cohort, const Terms& terms);

}  // namespace anlan::evaluation
