#include "rescue/test_town.inc"
#include "rescue/training_commands.hpp"
#include "rescue/training_queries.hpp"

namespace anlan::rescue {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

struct Course : Town {
    TeamId trained = team("一队", 3);
    TrainingId training = plan();

    TrainingId plan() {
        const PlanTraining wish{
            TrainingKind::team, "排涝泵操作", "镇政府大院", "会用", {trained}, now() + hours{2}, now() + hours{4}};
        return {when(wish).value().subject};
    }
    std::string code() { return code_at(journal::vault::reveal(rows(), training.text, "code").value(), now()); }
    PersonId member(std::size_t at) { return members[trained.text][at]; }
};

TEST(signing_in, wants_the_code_of_this_half_minute) {
    Course town;
    const auto in = [&](const PersonId& person, const std::string& code) {
        return town.refused(SignInTraining{town.training, code, {}}, person.text);
    };
    EXPECT_EQ(in(town.member(0), town.code()), "not_open");
    town.advance(minutes{70});
    const auto old = town.code();
    EXPECT_EQ(in(town.person("测试路人"), old), "not_member");
    EXPECT_EQ(in(town.member(0), "000000"), "code_wrong");
    EXPECT_EQ(in(town.member(0), old), "");
    town.advance(std::chrono::seconds{30});
    EXPECT_EQ(in(town.member(1), old), "") << "the one before still counts";
    town.advance(std::chrono::seconds{30});
    EXPECT_EQ(in(town.member(2), old), "code_wrong");
    EXPECT_EQ(town.refused(SignInTraining{town.training, "", town.member(2)}, "p-stranger"), "not_permitted");
    EXPECT_EQ(in(town.member(0), town.code()), "") << "signed in twice is once";
    EXPECT_EQ(people_in(town.rows(), town.training).size(), 2U);
}

TEST(hours, run_from_the_sign_in_to_the_end) {
    Course town;
    EXPECT_EQ(town.refused(CloseTraining{town.training, ""}), "nobody_signed_in");
    town.advance(minutes{110});
    ASSERT_TRUE(town.when(SignInTraining{town.training, town.code(), {}}, town.member(0).text));
    town.advance(minutes{40});
    ASSERT_TRUE(town.when(SignInTraining{town.training, town.code(), {}}, town.member(1).text));
    town.advance(hours{3});
    ASSERT_TRUE(town.when(CloseTraining{town.training, "全员会用"}));
    EXPECT_DOUBLE_EQ(hours_given(town.rows(), town.member(0)), 2.0) << "early is not more";
    EXPECT_DOUBLE_EQ(hours_given(town.rows(), town.member(1)), 1.5);
    const auto held = trainings_held(town.rows());
    ASSERT_EQ(held.size(), 1U);
    EXPECT_EQ(held.front().people, 2);
    EXPECT_EQ(town.refused(SignInTraining{town.training, town.code(), {}}, town.member(2).text), "already_closed");
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::rescue
