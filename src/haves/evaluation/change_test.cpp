#include <gtest/gtest.h>

#include "evaluation/county_for_tests.hpp"
#include "evaluation/two_people.hpp"

namespace anlan::evaluation {
namespace {

constexpr const char* kFirst = "p-first";
constexpr const char* kSecond = "p-second";

TEST(two_people, are_two_and_are_people) {
    EXPECT_EQ(TwoPeople::of({"p1"}, {"p1"}).error().code, "same_person");
    EXPECT_EQ(TwoPeople::of({"p1"}, {"system:evaluation"}).error().code, "person_wanted");
    EXPECT_EQ(TwoPeople::of({""}, {"p1"}).error().code, "person_wanted");
    EXPECT_EQ(TwoPeople::of({"p1"}, {"p2"}).value().second().text, "p2");
}

struct a_change_by_hand : County {
    NominationId id;
    void SetUp() override { id = ready(0, 92, 88); }
    ProposeChange paper_to(double points, std::int64_t seen = 0) {
        return {id, Part::on_paper, points, "现场查验与材料不符", seen};
    }
    std::optional<double> on_paper() { return County::seen(prefecture).rows.at(0).on_paper; }
};

TEST_F(a_change_by_hand, counts_only_when_another_person_has_confirmed_it) {
    const ChangeId change{prefecture.made(paper_to(85), kFirst)};
    EXPECT_EQ(on_paper(), 92) << "proposed is not changed";
    EXPECT_EQ(prefecture.refused(ConfirmChange{change}, kFirst), "same_person");
    EXPECT_EQ(on_paper(), 92);
    ASSERT_EQ(prefecture.refused(ConfirmChange{change}, kSecond), "");
    EXPECT_EQ(on_paper(), 85);
    EXPECT_EQ(County::seen(prefecture).rows.at(0).total, 86.2);
    EXPECT_TRUE(prefecture.prove().ok);
}

TEST_F(a_change_by_hand, wants_a_reason_and_points_within_the_hundred_at_the_prefecture) {
    EXPECT_EQ(prefecture.refused(ProposeChange{id, Part::on_paper, 85, "", 0}), "reason_empty");
    EXPECT_EQ(prefecture.refused(paper_to(101)), "points_invalid");
    EXPECT_EQ(prefecture.refused(paper_to(-1)), "points_invalid");
    EXPECT_EQ(prefecture.refused(paper_to(92)), "nothing_changes");
    EXPECT_EQ(prefecture.refused(ProposeChange{id, Part::barred, 0.5, "伪造台账", 0}), "points_invalid");
    EXPECT_EQ(prefecture.refused(ProposeChange{{"n9"}, Part::on_paper, 85, "测试", 0}), "nomination_unknown");
    EXPECT_EQ(county.refused(paper_to(85)), "not_at_this_level");
}

TEST_F(a_change_by_hand, by_two_at_once_tells_the_second_what_the_first_did) {
    ASSERT_EQ(prefecture.refused(paper_to(85), kFirst), "");
    const auto late = prefecture.when(ProposeChange{id, Part::in_drill, 70, "计时有误", 0}, kSecond);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, "changed_meanwhile");
    EXPECT_NE(late.error().zh.find("92 改为 85"), std::string::npos) << late.error().zh;
    EXPECT_NE(late.error().zh.find("现场查验与材料不符"), std::string::npos) << "with the reason";
    EXPECT_EQ(prefecture.refused(paper_to(80, 1), kSecond), "proposal_open") << "the same part waits for its second";
    EXPECT_EQ(prefecture.refused(ProposeChange{id, Part::in_drill, 70, "计时有误", 1}, kSecond), "");
}

TEST_F(a_change_by_hand, is_decided_once) {
    const ChangeId change{prefecture.made(paper_to(85), kFirst)};
    EXPECT_EQ(prefecture.refused(RejectChange{change, ""}, kSecond), "reason_empty");
    ASSERT_EQ(prefecture.refused(RejectChange{change, "材料已补"}, kSecond), "");
    const auto again = prefecture.when(ConfirmChange{change}, "p-third");
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "already_decided");
    EXPECT_NE(again.error().zh.find("未采纳"), std::string::npos) << again.error().zh;
    EXPECT_EQ(on_paper(), 92);
    EXPECT_EQ(prefecture.refused(ConfirmChange{{"c9"}}, kSecond), "change_unknown");
}

TEST_F(a_change_by_hand, may_bar_a_station_and_lift_the_bar) {
    const ChangeId bar{prefecture.made(ProposeChange{id, Part::barred, 1, "伪造台账", 0}, kFirst)};
    ASSERT_EQ(prefecture.refused(ConfirmChange{bar}, kSecond), "");
    EXPECT_TRUE(County::seen(prefecture).rows.at(0).barred);
    EXPECT_EQ(County::seen(prefecture).rows.at(0).grade, Grade::rectify);
    const ChangeId lift{prefecture.made(ProposeChange{id, Part::barred, 0, "查无实据", 2}, kSecond)};
    ASSERT_EQ(prefecture.refused(ConfirmChange{lift}, kFirst), "");
    EXPECT_FALSE(County::seen(prefecture).rows.at(0).barred);
}

}  // namespace
}  // namespace anlan::evaluation
