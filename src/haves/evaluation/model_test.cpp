#include <gtest/gtest.h>

#include "evaluation/county_for_tests.hpp"

namespace anlan::evaluation {
namespace {

const AreaCode kVillage{"350581106002"};
struct a_model : County {};

TEST_F(a_model, is_a_village_or_a_town_that_passed_below_the_one_who_names_it) {
    EXPECT_EQ(county.refused(NameModel{kElsewhere, "好"}), "not_below");
    EXPECT_EQ(county.refused(NameModel{programme::kCounty, "好"}), "not_below");
    EXPECT_EQ(county.refused(NameModel{kStations[0], "好"}), "not_accepted");
    EXPECT_EQ(county.refused(NameModel{kVillage, ""}), "why_empty");
    EXPECT_EQ(county.refused(NameModel{kVillage, "叫应到户无遗漏"}), "");
    EXPECT_EQ(county.refused(NameModel{kVillage, "再来"}), "already_model");
    accepted(0, 92);
    EXPECT_EQ(county.refused(NameModel{kStations[0], "建设规范"}), "");
    Place town{kStations[3], "永宁镇"};
    EXPECT_EQ(town.refused(NameModel{kVillage, "好"}), "not_at_this_level");
}

TEST_F(a_model, of_the_prefecture_is_read_in_the_towns_with_its_lessons_until_it_ends) {
    const ModelId id{prefecture.made(NameModel{kVillage, "叫应到户无遗漏"})};
    EXPECT_EQ(prefecture.refused(TellLesson{id, "", "做法"}), "title_empty");
    EXPECT_EQ(prefecture.refused(TellLesson{id, "三查三到", ""}), "text_empty");
    ASSERT_EQ(prefecture.refused(TellLesson{id, "三查三到", "汛前逐户核对电话。"}), "");
    county.hear(prefecture);
    EXPECT_EQ(county.refused(TellLesson{id, "县里加", "不行"}), "not_yours");
    Place town{kStations[0], "湖滨街道"};
    town.hear(county);
    const auto told = models_seen(town.rows(), town.writer().node());
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told.at(0).named_by_name, "泉州市");
    ASSERT_EQ(told.at(0).lessons.size(), 1U);
    EXPECT_EQ(told.at(0).lessons.at(0).title, "三查三到");
    EXPECT_EQ(prefecture.refused(EndModel{id, ""}), "reason_empty");
    ASSERT_EQ(prefecture.refused(EndModel{id, "发生瞒报"}), "");
    county.hear(prefecture);
    town.hear(county);
    EXPECT_EQ(models_seen(town.rows(), town.writer().node()).at(0).model.ended, "发生瞒报");
    EXPECT_EQ(prefecture.refused(TellLesson{id, "又一条", "不行"}), "already_ended");
    EXPECT_TRUE(town.prove().ok);
    EXPECT_TRUE(county.prove().ok);
}

TEST_F(a_model, that_somebody_else_is_said_to_have_named_is_not_believed) {
    county.given("m1", ModelNamed{kVillage, "第一社区", programme::kPrefecture, "假的", ""});
    prefecture.hear(county);
    EXPECT_TRUE(models_known(prefecture.rows()).empty());
}

}  // namespace
}  // namespace anlan::evaluation
