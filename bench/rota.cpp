#include <fmt/format.h>

#include "bench/report.hpp"
#include "cbc/cbc_solver.hpp"
#include "duty/month_for_tests.hpp"

namespace anlan::bench {

namespace {

struct Case {
    std::string name;
    duty::Month month;
};

/// October, with its seven holidays; twelve people, four posts, three shifts.
duty::Month october(bool by_shift) {
    auto pattern = duty::usual_pattern();
    if (by_shift)
        for (auto& rule : pattern.posts) rule.whole_day = false;
    auto month = duty::month_of_people("2026-10", 12, std::move(pattern));
    for (std::size_t day = 0; day < 7; ++day) month.days[day].kind = duty::DayKind::holiday;
    return month;
}

void send_on_leave(duty::Month& month) {
    month.absences = {
        {{"p1"}, "2026-10-01", "2026-10-12"},
        {{"p4"}, "2026-10-05", "2026-10-22"},
        {{"p6"}, "2026-10-10", "2026-10-16"},
        {{"p8"}, "2026-10-03", "2026-10-09"}};
    for (std::size_t day = 17; day < 21; ++day) month.days[day].level = 2;
}

std::vector<Case> cases() {
    std::vector<Case> all{
        {"leader, stand-by and driver by the day, officer by the shift", october(false)},
        {"the same, four on leave, four days of level Ⅱ", october(false)},
        {"every post by the shift (372 turns)", october(true)},
        {"the same, four on leave, four days of level Ⅱ", october(true)}};
    send_on_leave(all[1].month);
    send_on_leave(all[3].month);
    return all;
}

Figures figures_of(const Case& each) {
    const cbc::CbcSolver solver;
    std::vector<double> seconds;
    duty::Proposal proposal;
    for (int round = 0; round < 5; ++round) {
        proposal = duty::propose(each.month, solver, 5);
        seconds.push_back(proposal.seconds);
    }
    const auto plain = solver.solve(duty::program_of(each.month, {}).program, 60, {});
    const auto other = plain ? plain->cost : 0;
    return {
        {"a month's rota, 12 people: " + each.name,
         fmt::format(
             "{:.2f} s (worst of 5: {:.2f} s), gap {:.2f} %",
             median(seconds),
             percentile(seconds, 1),
             proposal.gap_percent
         ),
         fmt::format("plain MILP, CBC 60 s: cost {:.0f} after {:.2f} s", other, plain ? plain->seconds : 60),
         fmt::format("cost {:.0f}", proposal.cost),
         "< 5 s, gap ≤ 1 %, never worse",
         percentile(seconds, 1) < 5 && proposal.gap_percent <= 1 && proposal.cost <= other + 1e-6}};
}

}  // namespace

Figures rota() {
    Figures all;
    for (const auto& each : cases())
        for (auto& figure : figures_of(each)) all.push_back(std::move(figure));
    return all;
}

}  // namespace anlan::bench
