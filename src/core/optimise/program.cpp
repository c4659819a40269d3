#include "optimise/program.hpp"

#include <algorithm>
#include <cmath>

namespace anlan::optimise {

namespace {
constexpr double kTolerance = 1e-6;
}

std::size_t Program::column(double low, double high, double cost, bool whole) {
    columns_.push_back({low, high, cost, whole});
    return columns_.size() - 1;
}

void Program::row(std::vector<Term> terms, double low, double high) {
    rows_.push_back({std::move(terms), low, high});
}

double Program::cost_of(const std::vector<double>& values) const {
    double sum = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) sum += columns_[i].cost * values[i];
    return sum;
}

bool Program::allows(const std::vector<double>& values) const {
    if (values.size() != columns_.size()) return false;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const auto& column = columns_[i];
        if (values[i] < column.low - kTolerance || values[i] > column.high + kTolerance) return false;
        if (column.whole && std::abs(values[i] - std::round(values[i])) > kTolerance) return false;
    }
    return std::all_of(rows_.begin(), rows_.end(), [&](const Row& row) {
        double sum = 0;
        for (const auto& term : row.terms) sum += term.factor * values[term.column];
        return sum >= row.low - kTolerance && sum <= row.high + kTolerance;
    });
}

double Found::gap_percent() const {
    if (proven || cost <= bound) return 0;
    return 100 * (cost - bound) / std::max(1.0, std::abs(cost));
}

}  // namespace anlan::optimise
