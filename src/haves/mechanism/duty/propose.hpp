#pragma once

#include "duty/rules.hpp"
#include "optimise/program.hpp"

/// A month proposed from the rules. Runs outside the writer; what it proposes is checked again when it is saved.
namespace anlan::duty {

struct Proposal {
    std::vector<Duty> duties;
    double cost = 0;         ///< of all that is not as it should be; 0: every wish met
    double gap_percent = 0;  ///< at most so much worse than the best possible
    double seconds = 0;
    bool proven = false;
};

/// Rules never broken: leave, posts, rest, nobody twice. Places left empty and lines left uncovered cost most, then
/// turns beyond a fair share. `keep` holds turns that are to stay; those that break a rule are dropped.
Proposal propose(
    const Month& month, const optimise::Solver& solver, double limit_seconds, const std::vector<Duty>& keep = {}
);

/// The same rules as one plain program, and how its values read as turns; for the proposal and for measuring it.
struct RotaProgram {
    optimise::Program program;
    struct Choice {
        std::size_t column = 0;
        Duty duty;
    };
    std::vector<Choice> choices;

    std::vector<Duty> read(const std::vector<double>& values) const;
    /// Values of these turns, with what is missing and unfair counted; for starting from.
    std::vector<double> write(const std::vector<Duty>& duties) const;

    /// What write() fills beside the choices: column ≥ needed − sum of terms (short) or ≥ sum − needed (over).
    struct Slack {
        std::size_t column = 0;
        std::vector<optimise::Term> terms;
        double limit = 0;
        bool over = false;
    };
    std::vector<Slack> slacks;
};
RotaProgram program_of(const Month& month, const std::vector<Duty>& keep);

/// A rota made turn by turn, each by whoever is owed most; quick, never breaks a rule, and a place to start from.
std::vector<Duty> by_hand(const Month& month, const std::vector<Duty>& keep);

}  // namespace anlan::duty
