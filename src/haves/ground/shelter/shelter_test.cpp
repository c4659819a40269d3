#include <gtest/gtest.h>

#include "registers/commands.hpp"
#include "registers/room.hpp"
#include "shelter/queries.hpp"
#include "shelter/registers.hpp"
#include "trial/trial.hpp"

namespace anlan::shelter {
namespace {

TEST(a_household, is_refused_without_address_or_people) {
    trial::Trial town({registers::make_room()});
    const auto field = [&](const json::object& values) {
        return town.run(registers::put_row(households(), "p", "", values)).error().field;
    };
    EXPECT_EQ(field({{"area", "350581106002"}, {"head", "测试户主1"}, {"people", 3}}), "values.address");
    EXPECT_EQ(field({{"area", "350581106002"}, {"head", "测试户主1"}, {"address", "测试路1号"}}), "values.people");
}

TEST(households_of_a_village, are_told_without_names_and_their_address_is_masked) {
    trial::Trial town({registers::make_room()});
    const json::object values{
        {"area", "350581106002"},
        {"head", "测试户主1"},
        {"address", "永宁第一社区测试路1号"},
        {"people", 4},
        {"kind", "低洼地带"},
        {"helper", "p024"}};
    const auto id = town.run(registers::put_row(households(), "p", "", values)).value().subject;
    const auto found = households_of(town.rows(), AreaCode{"350581106002"});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().id, id);
    EXPECT_EQ(found.front().people, 4);
    EXPECT_EQ(found.front().helper.text, "p024");
    EXPECT_TRUE(households_of(town.rows(), AreaCode{"350581106003"}).empty());
    EXPECT_EQ(household(town.rows(), id)->kind, "低洼地带");
    EXPECT_EQ(household_address(town.rows(), id), "永宁第一社区测试路1号");
    EXPECT_EQ(household_address_masked(town.rows(), id), "永宁第一社区测***");
    EXPECT_FALSE(household(town.rows(), "none"));
    ASSERT_TRUE(town.run(registers::retire_row(households(), "p", id, "已搬离")));
    EXPECT_EQ(household_address(town.rows(), id), "（已删除）");
    EXPECT_TRUE(town.prove().ok);
}

TEST(shelters, add_up_their_capacity) {
    trial::Trial town({registers::make_room()});
    for (const auto capacity : {150, 200})
        ASSERT_TRUE(town.run(registers::put_row(
            shelters(),
            "p",
            "",
            {{"name", "测试避灾点"}, {"area", "350581106002"}, {"capacity", capacity}, {"lon", 118.7}, {"lat", 24.7}}
        )));
    EXPECT_EQ(shelter_capacity(town.rows(), AreaCode{"350581106000"}), 350);
    EXPECT_EQ(shelter_capacity(town.rows(), AreaCode{"350581106009"}), 0);
    EXPECT_EQ(shelters_of(town.rows(), AreaCode{"350581106002"}).front().lon, 118.7);
}

}  // namespace
}  // namespace anlan::shelter
