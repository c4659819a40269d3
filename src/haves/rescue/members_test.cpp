#include "rescue/test_town.inc"

namespace anlan::rescue {
namespace {

const World kOtherWorld = World::drill(DrillId{"D1"});

TEST(joining_a_team, is_refused_to_whoever_is_in_another) {
    Town town;
    const auto first = town.team("一队", 1), second = town.team("二队", 1);
    const auto member = town.members[first.text].front();
    EXPECT_EQ(town.refused(JoinTeam{{"none"}, member, {}, "", "", "", ""}), "team_unknown");
    EXPECT_EQ(town.refused(JoinTeam{first, {"nobody"}, {}, "", "", "", ""}), "person_unknown");
    EXPECT_EQ(town.refused(JoinTeam{second, member, {}, "", "", "", ""}), "already_in_team");
    EXPECT_EQ(town.refused(LeaveTeam{first, member, ""}), "reason_missing");
    ASSERT_TRUE(town.when(LeaveTeam{first, member, "调动"}));
    EXPECT_EQ(town.refused(JoinTeam{second, member, {}, "", "", "", ""}), "");
    EXPECT_EQ(members_of(town.rows(), second).size(), 2U);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_team, is_not_changed_by_a_drill) {
    Town town;
    const auto team = town.team("一队", 1);
    const auto member = town.members[team.text].front();
    const FilePaper paper{member, PaperKind::certificate, "急救员证", "", "", "2024-06-30"};
    EXPECT_EQ(town.refused(paper, "p", kOtherWorld), "team_is_real");
    EXPECT_EQ(town.refused(IssueGear{member, "救生衣", "", "件", 1}, "p", kOtherWorld), "team_is_real");
}

TEST(what_is_personal, is_in_no_entry) {
    Town town;
    const auto team = town.team("一队", 1);
    const auto member = town.members[team.text].front();
    ASSERT_TRUE(town.when(JoinTeam{team, member, MemberRole::leader, "", "", "测试家属13900009999", "AB"}));
    ASSERT_TRUE(town.when(FilePaper{member, PaperKind::certificate, "急救员证", "", "TEST-0001", "2024-06-30"}));
    for (const auto& body : town.rows().list<std::string>("SELECT body FROM journal")) {
        EXPECT_EQ(body.find("13900009999"), std::string::npos);
        EXPECT_EQ(body.find("TEST-0001"), std::string::npos);
    }
}

TEST(a_paper, is_refused_when_it_is_over_already) {
    Town town;
    const auto team = town.team("一队", 1);
    const auto member = town.members[team.text].front();
    const auto file = [&](const std::string& title, const std::string& expires) {
        return town.refused(FilePaper{member, PaperKind::certificate, title, "", "", expires});
    };
    EXPECT_EQ(file("", "2024-06-30"), "title_missing");
    EXPECT_EQ(file("急救员证", "明年"), "day_invalid");
    EXPECT_EQ(file("急救员证", "2023-07-27"), "paper_expired");
    EXPECT_EQ(file("急救员证", "2023-07-28"), "") << "good on its last day";
}

TEST(a_paper, speaks_up_sixty_thirty_and_seven_days_before_and_when_it_is_over) {
    Town town;
    const auto team = town.team("一队", 1);
    const auto member = town.members[team.text].front();
    ASSERT_TRUE(town.when(FilePaper{member, PaperKind::certificate, "急救员证", "", "", "2023-10-15"}));
    std::vector<std::int64_t> said;
    for (int day = 0; day < 90; ++day) {
        town.advance(std::chrono::hours{24});
        for (const auto& entry : town.written())
            if (entry.kind == "team.paper_expiring/1")
                said.push_back(journal::Room::body_of<PaperExpiring>(entry).days_left);
    }
    EXPECT_EQ(said, (std::vector<std::int64_t>{60, 30, 7, -1}));
    EXPECT_EQ(fitness_of(town.rows(), member, World::real(), town.now()).fitness, Fitness::paper_expired);
    EXPECT_TRUE(town.prove().ok);
}

TEST(standby, needs_a_leader_its_strength_and_papers_that_hold) {
    Town town;
    const auto team = town.team("一队", 6), other = town.team("二队", 1);
    auto people = town.members[team.text];
    const auto ask = [&](const PersonId& leader, std::vector<PersonId> those) {
        return town.refused(SetStandby{team, "2023-07-28", "2023-08-03", leader, std::move(those)});
    };
    EXPECT_EQ(ask({}, people), "leader_missing");
    EXPECT_EQ(ask(people[0], {people[1], people[2], people[3], people[4], people[5]}), "leader_missing");
    EXPECT_EQ(ask(people[0], {people[0], people[1], people[2], people[3]}), "strength_missing");
    EXPECT_EQ(ask(people[0], {people[0], people[1], people[2], people[3], people[3]}), "twice");
    auto strangers = people;
    strangers[5] = town.members[other.text].front();
    EXPECT_EQ(ask(people[0], strangers), "member_unknown");
    ASSERT_TRUE(town.when(FilePaper{people[2], PaperKind::certificate, "急救员证", "", "", "2023-08-01"}));
    EXPECT_EQ(ask(people[0], people), "paper_expired") << "it ends while they stand by";
    EXPECT_EQ(town.refused(SetStandby{team, "2023-08-03", "2023-07-28", people[0], people}), "days_order");
    std::erase(people, people[2]);
    EXPECT_EQ(ask(people[0], people), "");
    EXPECT_EQ(standby_on(town.rows(), team, "2023-08-03").value().people.size(), 5U);
    EXPECT_FALSE(standby_on(town.rows(), team, "2023-08-04"));
    EXPECT_TRUE(town.prove().ok);
}

TEST(gear, is_out_until_it_is_returned) {
    Town town;
    const auto team = town.team("一队", 1);
    const auto member = town.members[team.text].front();
    EXPECT_EQ(town.refused(IssueGear{member, "", "", "", 1}), "item_missing");
    EXPECT_EQ(town.refused(IssueGear{member, "救生衣", "", "件", 0}), "quantity_invalid");
    const GearId gear{town.when(IssueGear{member, "救生衣", "b7", "件", 2}).value().subject};
    EXPECT_EQ(gear_of(town.rows(), member).size(), 1U);
    ASSERT_TRUE(town.when(ReturnGear{gear, "完好"}));
    EXPECT_TRUE(gear_of(town.rows(), member).empty());
    EXPECT_EQ(town.refused(ReturnGear{gear, ""}), "already_returned");
}

}  // namespace
}  // namespace anlan::rescue
