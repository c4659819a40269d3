#include <gtest/gtest.h>

#include "registers/commands.hpp"
#include "registers/room.hpp"
#include "rescue/queries.hpp"
#include "rescue/registers.hpp"
#include "rescue/room.hpp"
#include "trial/trial.hpp"

namespace anlan::rescue {
namespace {

TEST(a_team, is_refused_without_members) {
    trial::Trial town({registers::make_room()});
    const auto refused = town.run(registers::put_row(teams(), "p", "", {{"name", "测试队"}, {"kind", "民兵"}}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "values.members");
}

TEST(a_team, is_told_with_what_it_can) {
    trial::Trial town({registers::make_room(), make_room()});
    ASSERT_TRUE(town.run(registers::put_row(
        teams(),
        "p",
        "",
        {{"name", "测试民兵分队"}, {"kind", "民兵"}, {"members", 30}, {"skills", "转移 警戒"}, {"leader", "p009"}}
    )));
    const auto all = teams_of(town.rows());
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().members, 30);
    EXPECT_EQ(all.front().area.text, "350581106000");
    EXPECT_TRUE(can(all.front(), "转移"));
    EXPECT_FALSE(can(all.front(), "潜水"));
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::rescue
