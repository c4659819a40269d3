#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// Linear programs with whole numbers, as rooms write them down, and the port to whoever solves them. No room knows a
/// solver; the one in use stands in adapters/cbc.
namespace anlan::optimise {

/// A quantity to be found between `low` and `high`; `cost` each is to be small in sum.
struct Column {
    double low = 0, high = 1, cost = 0;
    bool whole = false;
};

struct Term {
    std::size_t column = 0;
    double factor = 1;
};

/// `low` ≤ sum of the terms ≤ `high`.
struct Row {
    std::vector<Term> terms;
    double low = 0, high = 0;
};

class Program {
  public:
    std::size_t column(double low, double high, double cost, bool whole);
    std::size_t choice(double cost = 0) { return column(0, 1, cost, true); }  ///< yes or no
    void row(std::vector<Term> terms, double low, double high);

    const std::vector<Column>& columns() const { return columns_; }
    const std::vector<Row>& rows() const { return rows_; }
    double cost_of(const std::vector<double>& values) const;
    /// Whether the values keep every bound and row, within 1e-6.
    bool allows(const std::vector<double>& values) const;

  private:
    std::vector<Column> columns_;
    std::vector<Row> rows_;
};

/// No limit on that side.
inline constexpr double kUnlimited = 1e30;

struct Found {
    std::vector<double> values;  ///< one of each column
    double cost = 0;
    double bound = 0;  ///< nothing cheaper than this exists
    double seconds = 0;
    bool proven = false;  ///< cost equals bound, within the solver's tolerance

    /// How far from the best possible, at most; 0 when proven.
    double gap_percent() const;
};

/// Solves, and stops at the time limit with the best found so far.
class Solver {
  public:
    virtual ~Solver() = default;
    /// `start`: values that keep every row, to begin from; may be empty. Nothing when no values were found in time, or
    /// when there are none.
    virtual std::optional<Found> solve(const Program& program, double limit_seconds, const std::vector<double>& start)
        const = 0;
};

}  // namespace anlan::optimise
