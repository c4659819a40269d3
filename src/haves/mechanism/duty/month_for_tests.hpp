#pragma once

#include "duty/propose.hpp"

namespace anlan::optimise {

/// Handed to the tests by the build, since a room knows no adapter.
const Solver& solver_for_tests();

}  // namespace anlan::optimise

/// Months for the tests of rules and proposals, and for measuring.
namespace anlan::duty {

inline Month month_of_people(const std::string& name, std::size_t people, Pattern pattern = usual_pattern()) {
    Month month;
    month.pattern = std::move(pattern);
    const auto all = days_of_month(name).value();
    for (const auto day : all)
        month.days.push_back({to_text(day), is_weekend(day) ? DayKind::weekend : DayKind::work, "", 0});
    for (std::size_t i = 0; i < people; ++i) {
        Member member{{"p" + std::to_string(i)}, {DutyPost::standby}, {}};
        member.posts.push_back(i % 3 == 0 ? DutyPost::leader : DutyPost::officer);
        if (i % 3 == 2) member.posts.push_back(DutyPost::driver);
        member.lines = {static_cast<DutyLine>(i % 4), static_cast<DutyLine>((i + 1) % 4)};
        month.names[member.person] = "测试" + std::to_string(i);
        month.members.push_back(std::move(member));
    }
    return month;
}

}  // namespace anlan::duty
