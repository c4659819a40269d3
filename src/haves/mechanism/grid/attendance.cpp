#include "grid/attendance.hpp"

#include <algorithm>

#include "calls/queries.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::grid {

namespace {

std::optional<Instant> last_reached(store::Rows& rows, const PersonId& person) {
    auto at = last_sign(rows, person);
    const auto later = [&](const std::optional<Instant>& other) {
        if (other && (!at || *other > *at)) at = other;
    };
    later(calls::last_answer(rows, person));
    if (const auto test = organisation::last_phone_test(rows, person); test && test->result == "answered")
        later(test->at);
    return at;
}

}  // namespace

MemberAbsence absence_of(store::Rows& rows, const PersonId& person, Instant now) {
    if (away_until(rows, person, now)) return MemberAbsence::away;
    const auto reached = last_reached(rows, person);
    const bool long_ago = !reached || *reached < now - policy::seconds(rows, "grid.unreached_after");
    return long_ago ? MemberAbsence::unreached : MemberAbsence::none;
}

Gap gap_of(store::Rows& rows, const GridFacts& grid, Instant now) {
    if (grid.members.empty()) return Gap::nobody;
    bool all_away = true;
    for (const auto& member : grid.members) {
        const auto absence = absence_of(rows, member.person, now);
        if (absence == MemberAbsence::none) return Gap::none;
        all_away &= absence == MemberAbsence::away;
    }
    return all_away ? Gap::away : Gap::unreached;
}

PersonId in_charge(store::Rows& rows, const GridFacts& grid, Instant now) {
    auto members = grid.members;
    std::stable_sort(members.begin(), members.end(), [](const GridMember& left, const GridMember& right) {
        return std::pair(left.deputy, left.role) < std::pair(right.deputy, right.role);
    });
    // Whoever is not away; that a telephone was not tested for long is no reason to give the round to nobody.
    for (const auto& member : members)
        if (!away_until(rows, member.person, now)) return member.person;
    return {};
}

}  // namespace anlan::grid
