#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "rescue/test_town.inc"

namespace anlan::rescue {
namespace {

/// One press of somebody, good or bad.
void press(Town& town, const CalloutId& id, const std::vector<PersonId>& people) {
    const auto& who = people[*rc::gen::inRange<std::size_t>(0, people.size())];
    switch (*rc::gen::inRange(0, 7)) {
        case 0:
            (void)town.when(AnswerCallout{id, true, "", {}}, who.text);
            break;
        case 1:
            (void)town.when(AnswerCallout{id, false, "在外地", {}}, who.text);
            break;
        case 2:
            (void)town.when(SetOut{id, {}, {}}, who.text);
            break;
        case 3:
            (void)town.when(Arrive{id, {}, *rc::gen::inRange<std::int64_t>(-100, 100'000)}, who.text);
            break;
        case 4:
            town.advance(std::chrono::seconds{*rc::gen::inRange(1, 200)});
            break;
        case 5:
            (void)town.when(LeaveTeam{find_member(town.rows(), who).value_or(MemberFacts{}).team, who, "测试"});
            break;
        default:
            (void)town.when(CallTeam{id, find_callout(town.rows(), id).value().next_team});
    }
}

RC_GTEST_PROP(whatever_is_pressed, everybody_called_ends_in_one_state_and_is_counted_once, ()) {
    Town town;
    const auto first = town.team("一队", 4), second = town.team("二队", 3);
    auto people = town.members[first.text];
    people.insert(people.end(), town.members[second.text].begin(), town.members[second.text].end());
    const auto id = town.call_out({first}, 5);
    const auto presses = *rc::gen::inRange(0, 25);
    for (int i = 0; i < presses; ++i) press(town, id, people);
    RC_ASSERT(town.when(CloseCallout{id, "结束"}).has_value());
    std::set<PersonId> seen;
    for (const auto& member : called_members(town.rows(), id)) {
        RC_ASSERT(seen.insert(member.person).second);
        RC_ASSERT(
            member.state == MemberState::arrived || member.state == MemberState::declined ||
            member.state == MemberState::silent || member.state == MemberState::stood_down
        );
        if (member.arrival_seconds) RC_ASSERT(*member.arrival_seconds >= 0);
    }
    for (const auto& call : calls::calls_of(town.rows(), "callout:" + id.text)) RC_ASSERT(call.state != "ringing");
    RC_ASSERT(town.prove().ok);
}

}  // namespace
}  // namespace anlan::rescue
