#include "cbc/cbc_solver.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace anlan::cbc {
namespace {

using optimise::Program;

TEST(a_program_without_an_answer, gives_nothing) {
    Program program;
    const auto one = program.choice(), other = program.choice();
    program.row({{one, 1}, {other, 1}}, 3, 3);
    EXPECT_FALSE(CbcSolver().solve(program, 2, {}));
}

TEST(a_start_that_breaks_a_row, is_not_begun_from) {
    Program program;
    const auto one = program.choice(-1);
    program.row({{one, 1}}, 0, 0);
    const auto found = CbcSolver().solve(program, 2, {1});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->cost, 0);
}

/// A bag of things, small enough to try every choice.
TEST(a_full_bag, is_worth_as_much_as_the_best_of_all_choices) {
    const auto fine = rc::check([] {
        const auto count = *rc::gen::inRange<std::size_t>(1, 9);
        const auto limit = *rc::gen::inRange(1, 40);
        std::vector<int> weight, worth;
        Program program;
        std::vector<optimise::Term> load;
        for (std::size_t i = 0; i < count; ++i) {
            weight.push_back(*rc::gen::inRange(1, 20));
            worth.push_back(*rc::gen::inRange(1, 20));
            load.push_back({program.choice(-worth.back()), static_cast<double>(weight.back())});
        }
        program.row(load, 0, limit);
        int best = 0;
        for (unsigned choice = 0; choice < (1U << count); ++choice) {
            int heavy = 0, rich = 0;
            for (std::size_t i = 0; i < count; ++i)
                if ((choice >> i) & 1U) heavy += weight[i], rich += worth[i];
            if (heavy <= limit) best = std::max(best, rich);
        }
        const auto found = CbcSolver().solve(program, 5, {});
        RC_ASSERT(found.has_value());
        RC_ASSERT(found->proven);
        RC_ASSERT(found->cost == static_cast<double>(-best));
    });
    EXPECT_TRUE(fine);
}

}  // namespace
}  // namespace anlan::cbc
