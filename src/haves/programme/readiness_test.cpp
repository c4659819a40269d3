#include "programme/readiness.hpp"

#include <gtest/gtest.h>

#include "identity/identity.hpp"
#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "plan/room.hpp"
#include "policy/room.hpp"
#include "programme/measures.hpp"
#include "programme/ten_haves.hpp"

namespace anlan::programme {
namespace {

TEST(the_sheet, has_58_items_of_100_points_in_eight_haves) {
    const auto& sheet = shipped_sheet();
    double points = 0;
    for (const auto& item : sheet.items) points += item.points;
    EXPECT_EQ(sheet.items.size(), 58U);
    EXPECT_DOUBLE_EQ(points, 100);
    EXPECT_EQ(sheet.haves.size(), 8U);
}

TEST(a_measure, stands_for_an_item_of_the_sheet) {
    for (const auto& [id, measure] : measures()) EXPECT_NE(find_item(id), nullptr) << id;
}

TEST(an_item, never_loses_more_than_it_has) {
    const auto& item = *find_item("A2");
    EXPECT_EQ(finding_of(item, Measured{kAll, "", "", "", ""}).points, 0);
    EXPECT_EQ(finding_of(item, Measured{kAll, "", "", "", ""}).standing, Standing::missing);
    EXPECT_EQ(finding_of(item, Measured{50, "", "", "", ""}).points, 0);
    EXPECT_EQ(finding_of(item, Measured{50, "", "", "", ""}).standing, Standing::partly) << "too little is not nothing";
    EXPECT_EQ(finding_of(item, Measured{1, "", "", "", ""}).points, 2);
    EXPECT_EQ(finding_of(item, Measured{1, "", "", "", ""}).standing, Standing::partly);
    EXPECT_EQ(finding_of(item, Measured{0, "", "", "", ""}).standing, Standing::met);
}

TEST(an_item_without_records, is_left_to_people) {
    const auto finding = finding_of(*find_item("B7"), std::nullopt);
    EXPECT_FALSE(finding.points);
    EXPECT_EQ(finding.standing, Standing::on_site);
}

TEST(a_light, is_green_from_nine_tenths_and_grey_without_records) {
    EXPECT_EQ(light_of(9, 10), Light::green);
    EXPECT_EQ(light_of(8.9, 10), Light::amber);
    EXPECT_EQ(light_of(5.9, 10), Light::red);
    EXPECT_EQ(light_of(0, 0), Light::grey);
}

TEST(the_provinces_ten, name_items_of_the_sheet_and_are_answered_by_the_same_records) {
    ASSERT_EQ(shipped_ten_haves().haves.size(), 10U);
    std::vector<Finding> findings;
    for (const auto& have : shipped_ten_haves().haves)
        for (const auto& item : have.items) ASSERT_NE(find_item(item), nullptr) << item;
    for (const auto& answer : ten_haves_of({})) EXPECT_EQ(answer.standing, Standing::on_site);
    findings.push_back(finding_of(*find_item("B2"), Measured{0, "有", "there", "", ""}));
    findings.push_back(finding_of(*find_item("B4"), Measured{kAll, "无", "none", "", ""}));
    findings.push_back(finding_of(*find_item("B1"), Measured{0, "有", "there", "", ""}));
    findings.push_back(finding_of(*find_item("C1"), Measured{1, "缺", "short", "", ""}));
    const auto ten = ten_haves_of(findings);
    EXPECT_EQ(ten[7].standing, Standing::met) << "the satellite telephone";
    EXPECT_EQ(ten[5].standing, Standing::missing) << "warning equipment";
    EXPECT_EQ(ten[0].standing, Standing::partly);
    EXPECT_EQ(ten[0].lacking, std::vector<std::string>{"C1"});
}

}  // namespace
}  // namespace anlan::programme
