#include <algorithm>

#include "duty/town_for_tests.hpp"

namespace anlan::duty {
namespace {

TEST(a_swap, needs_both_and_a_leader_and_may_break_no_rule) {
    Town town;
    town.add_people();
    const auto duties = town.publish("2023-08");
    const auto give = *std::find_if(duties.begin(), duties.end(), [](const Duty& d) {
        return d.post == DutyPost::officer && d.day == "2023-08-10" && d.shift == "day";
    });
    PersonId to;
    for (const auto& member : members_of(town.rows())) {
        if (member.person == give.person) continue;
        if (town.refused(AskSwap{give, {}, member.person}, give.person.text).empty()) {
            to = member.person;
            break;
        }
    }
    ASSERT_FALSE(to.empty());
    EXPECT_EQ(town.refused(AskSwap{give, {}, to}, to.text), "not_your_turn");
    EXPECT_EQ(town.refused(AskSwap{give, {}, give.person}, give.person.text), "to_missing");
    const auto leader = town.people[0];
    EXPECT_EQ(town.refused(AskSwap{give, {}, leader}, give.person.text), "rule_broken") << "a leader is no officer";
    const auto swap = find_swaps(town.rows(), 1).front().id;
    EXPECT_EQ(town.refused(ApproveSwap{swap}, leader.text), "not_agreed");
    EXPECT_EQ(town.refused(AgreeSwap{swap}, leader.text), "not_yours");
    EXPECT_EQ(town.refused(AgreeSwap{swap}, to.text), "");
    EXPECT_EQ(town.refused(ApproveSwap{swap}, leader.text), "");
    EXPECT_EQ(town.refused(DeclineSwap{swap, ""}, leader.text), "already_decided");
    const auto after = duties_of(town.rows(), "2023-08", Edition::published);
    EXPECT_EQ(std::count(after.begin(), after.end(), give), 0);
    EXPECT_EQ(std::count(after.begin(), after.end(), (Duty{give.day, give.shift, give.post, to})), 1);
    EXPECT_EQ(find_rota(town.rows(), "2023-08")->version, find_rota(town.rows(), "2023-08")->published_version);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_swap_of_two_turns, trades_both_and_may_break_no_rule) {
    Town town;
    town.add_people();
    const auto duties = town.publish("2023-08");
    const auto standby = [&](const PersonId& not_of) {
        std::vector<Duty> found;
        for (const auto& duty : duties)
            if (duty.post == DutyPost::standby && duty.person != not_of) found.push_back(duty);
        return found;
    };
    const auto give = standby({}).front();
    std::optional<Duty> take;
    for (const auto& each : standby(give.person))
        if (town.refused(AskSwap{give, each, each.person}, give.person.text).empty()) {
            take = each;
            break;
        }
    ASSERT_TRUE(take);
    EXPECT_EQ(
        town.refused(
            AskSwap{give, take, town.people[0] == take->person ? town.people[1] : town.people[0]}, give.person.text
        ),
        "to_missing"
    );
    const auto swap = find_swaps(town.rows(), 1).front().id;
    EXPECT_EQ(town.refused(AgreeSwap{swap}, take->person.text), "");
    EXPECT_EQ(town.refused(ApproveSwap{swap}, town.people[0].text), "");
    const auto after = duties_of(town.rows(), "2023-08", Edition::published);
    EXPECT_EQ(std::count(after.begin(), after.end(), (Duty{give.day, give.shift, give.post, take->person})), 1);
    EXPECT_EQ(std::count(after.begin(), after.end(), (Duty{take->day, take->shift, take->post, give.person})), 1);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_turn_that_has_begun, is_swapped_no_more) {
    Town town;
    town.add_people();
    const auto duties = town.publish("2023-08");
    town.set_clock(parse_time("2023-08-20T12:00:00+08:00").value());
    const auto give = *std::find_if(duties.begin(), duties.end(), [](const Duty& d) { return d.day == "2023-08-10"; });
    EXPECT_EQ(town.refused(AskSwap{give, {}, town.people[0]}, give.person.text), "turn_over");
}

}  // namespace
}  // namespace anlan::duty
