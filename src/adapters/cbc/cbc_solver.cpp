#include "cbc/cbc_solver.hpp"

#include <coin/Cbc_C_Interface.h>

#include <chrono>
#include <cmath>
#include <memory>
#include <mutex>

namespace anlan::cbc {

using optimise::Found;
using optimise::Program;

namespace {

/// The program by columns, as the library wants it.
struct Matrix {
    std::vector<int> starts, indices;
    std::vector<double> factors;
};

Matrix by_columns(const Program& program) {
    std::vector<std::vector<std::pair<int, double>>> columns(program.columns().size());
    int index = 0;
    for (const auto& row : program.rows()) {
        for (const auto& term : row.terms) columns[term.column].emplace_back(index, term.factor);
        ++index;
    }
    Matrix matrix;
    for (const auto& column : columns) {
        matrix.starts.push_back(static_cast<int>(matrix.indices.size()));
        for (const auto& [row, factor] : column) {
            matrix.indices.push_back(row);
            matrix.factors.push_back(factor);
        }
    }
    matrix.starts.push_back(static_cast<int>(matrix.indices.size()));
    return matrix;
}

using Model = std::unique_ptr<Cbc_Model, decltype(&Cbc_deleteModel)>;

void load(Cbc_Model* model, const Program& program) {
    std::vector<double> low, high, cost, row_low, row_high;
    for (const auto& column : program.columns()) {
        low.push_back(column.low);
        high.push_back(column.high);
        cost.push_back(column.cost);
    }
    for (const auto& row : program.rows()) {
        row_low.push_back(row.low);
        row_high.push_back(row.high);
    }
    const auto matrix = by_columns(program);
    Cbc_loadProblem(
        model,
        static_cast<int>(low.size()),
        static_cast<int>(row_low.size()),
        matrix.starts.data(),
        matrix.indices.data(),
        matrix.factors.data(),
        low.data(),
        high.data(),
        cost.data(),
        row_low.data(),
        row_high.data()
    );
    for (std::size_t i = 0; i < program.columns().size(); ++i)
        if (program.columns()[i].whole) Cbc_setInteger(model, static_cast<int>(i));
}

void begin_from(Cbc_Model* model, const std::vector<double>& start) {
    std::vector<int> columns(start.size());
    for (std::size_t i = 0; i < start.size(); ++i) columns[i] = static_cast<int>(i);
    Cbc_setMIPStartI(model, static_cast<int>(start.size()), columns.data(), start.data());
}

/// Whole numbers come back as 0.9999999.
std::vector<double> values_of(Cbc_Model* model, const Program& program) {
    const double* best = Cbc_bestSolution(model);
    if (best == nullptr) return {};
    std::vector<double> values(best, best + program.columns().size());
    for (std::size_t i = 0; i < values.size(); ++i)
        if (program.columns()[i].whole) values[i] = std::round(values[i]);
    return values;
}

}  // namespace

std::optional<Found> CbcSolver::solve(const Program& program, double limit_seconds, const std::vector<double>& start)
    const {
    // The library's command reader is not meant for two threads at once.
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    const auto begun = std::chrono::steady_clock::now();
    const Model model(Cbc_newModel(), &Cbc_deleteModel);
    load(model.get(), program);
    Cbc_setParameter(model.get(), "log", "0");
    Cbc_setParameter(model.get(), "slogLevel", "0");
    Cbc_setParameter(model.get(), "timeMode", "elapsed");
    Cbc_setMaximumSeconds(model.get(), limit_seconds);
    if (program.allows(start)) begin_from(model.get(), start);
    Cbc_solve(model.get());
    Found found;
    found.values = values_of(model.get(), program);
    found.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    if (!program.allows(found.values)) {
        if (!program.allows(start)) return std::nullopt;
        found.values = start;
    }
    found.cost = program.cost_of(found.values);
    found.proven = Cbc_isProvenOptimal(model.get()) != 0;
    found.bound = found.proven ? found.cost : Cbc_getBestPossibleObjValue(model.get());
    return found;
}

}  // namespace anlan::cbc
