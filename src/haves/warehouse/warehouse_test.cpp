#include <gtest/gtest.h>

#include "registers/commands.hpp"
#include "registers/room.hpp"
#include "trial/trial.hpp"
#include "warehouse/queries.hpp"
#include "warehouse/registers.hpp"

namespace anlan::warehouse {
namespace {

TEST(stock, is_refused_without_quantity) {
    trial::Trial town({registers::make_room()});
    const auto refused =
        town.run(registers::put_row(stock(), "p", "", {{"item", "沙袋"}, {"unit", "只"}, {"store", "仓库"}}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "values.quantity");
}

TEST(stock, adds_up_over_stores_and_leaves_out_what_has_expired) {
    trial::Trial town({registers::make_room()});
    const auto put = [&](const char* item, double quantity, const char* expires) {
        json::object values{{"item", item}, {"quantity", quantity}, {"unit", "只"}, {"store", "测试仓库"}};
        if (*expires != 0) values["expires"] = expires;
        ASSERT_TRUE(town.run(registers::put_row(stock(), "p", "", values)));
    };
    put("沙袋", 2000, "");
    put("沙袋", 500, "");
    put("急救包", 5, "2023-01-01");
    put("急救包", 3, "2030-01-01");
    EXPECT_EQ(stock_total(town.rows(), "沙袋"), 2500);
    EXPECT_EQ(stock_total(town.rows(), "急救包"), 8);
    EXPECT_EQ(stock_total(town.rows(), "急救包", "2023-07-28"), 3);
    EXPECT_EQ(stock_total(town.rows(), "飞机"), 0);
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::warehouse
