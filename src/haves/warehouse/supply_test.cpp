#include "warehouse/supply_commands.hpp"
#include "warehouse/supply_queries.hpp"
#include "warehouse/town_for_tests.hpp"

namespace anlan::warehouse {
namespace {

struct a_supplier : testing::Test, StoreTown {
    std::string agreed(const std::string& items, const std::string& valid_to, int minutes = 60) {
        return trial
            .run(registers::put_row(
                agreements(),
                "p",
                "",
                {{"supplier", "测试商超"},
                 {"items", items},
                 {"quantity", "各 2000"},
                 {"minutes", minutes},
                 {"valid_to", valid_to}}
            ))
            .value()
            .subject;
    }
    OrderSupply ordering(const std::string& agreement, std::int64_t quantity = 600) {
        return {agreement, "饮用水", quantity, store, "测试安置", "", "d1"};
    }
    std::string code(const OrderSupply& wish) { return trial.when(wish, keeper).error().code; }
    TakeSupply taking(const std::string& supply, std::int64_t arrived) {
        TakeSupply wish;
        wish.supply = {supply};
        wish.arrived = arrived;
        return wish;
    }
    std::int64_t water() {
        std::int64_t sum = 0;
        for (const auto& row : balances(trial.rows(), World::real(), {.store = store, .item = "饮用水", .batch = {}}))
            sum += row.usable;
        return sum;
    }
};

TEST_F(a_supplier, is_asked_only_for_what_was_agreed_while_the_agreement_holds) {
    const auto good = agreed("饮用水、方便食品", "2099-12-31");
    EXPECT_EQ(code(ordering("nobody")), "agreement_unknown");
    EXPECT_EQ(code(ordering(agreed("饮用水", "2001-01-01"))), "agreement_over");
    EXPECT_EQ(code(ordering(agreed("移动泵车", "2099-12-31"))), "item_not_agreed");
    EXPECT_EQ(code(ordering(good, 0)), "quantity_invalid");
    EXPECT_EQ(code(ordering(good, -5)), "quantity_invalid");
    auto wish = ordering(good);
    wish.item = "飞机";
    EXPECT_EQ(code(wish), "item_unknown");
    wish = ordering(good);
    wish.store = "elsewhere";
    EXPECT_EQ(code(wish), "store_unknown");
    wish = ordering(good);
    wish.purpose.clear();
    EXPECT_EQ(code(wish), "purpose_missing");
    EXPECT_TRUE(trial.when(ordering(good), keeper));
}

TEST_F(a_supplier, delivers_into_a_batch_of_the_books_once) {
    const auto supply = trial.when(ordering(agreed("饮用水、方便食品", "2099-12-31")), keeper).value().subject;
    EXPECT_EQ(water(), 0) << "ordered is not there yet";
    EXPECT_EQ(trial.when(taking(supply, 500), keeper).error().code, "note_missing");
    EXPECT_EQ(trial.when(taking(supply, -600), keeper).error().code, "note_missing");
    auto less = taking(supply, 500);
    less.note = "车装不下，余 100 瓶取消";
    less.cost_fen = 75'000;
    ASSERT_TRUE(trial.when(less, keeper));
    EXPECT_EQ(water(), 500);
    EXPECT_EQ(trial.when(less, keeper).error().code, "supply_ended");
    const auto row = supply_row(trial.rows(), {supply}).value();
    EXPECT_EQ(row.arrived, 500);
    EXPECT_EQ(row.cost_fen, 75'000);
    EXPECT_EQ(supply_cost_fen(trial.rows(), "d1"), 75'000);
    const auto batch = batch_row(trial.rows(), BatchId{row.batch}).value();
    EXPECT_EQ(batch.supplier, "测试商超");
    EXPECT_EQ(batch.contract, row.agreement);
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_supplier, is_called_off_with_a_reason) {
    const auto supply = trial.when(ordering(agreed("饮用水", "2099-12-31")), keeper).value().subject;
    EXPECT_EQ(trial.when(CancelSupply{{supply}, ""}, keeper).error().code, "reason_missing");
    ASSERT_TRUE(trial.when(CancelSupply{{supply}, "道路中断"}, keeper));
    EXPECT_EQ(trial.when(taking(supply, 600), keeper).error().code, "supply_ended");
    EXPECT_EQ(water(), 0);
}

TEST_F(a_supplier, that_delivers_soonest_is_named_first) {
    agreed("饮用水", "2099-12-31", 90);
    const auto near = agreed("帐篷，饮用水", "2099-12-31", 30);
    agreed("饮用水", "2001-01-01", 5);
    agreed("移动泵车", "2099-12-31", 10);
    const auto found = agreements_for(trial.rows(), "2026-01-01", "饮用水");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found.front().id, near);
}

TEST_F(a_supplier, asked_in_a_drill_delivers_in_the_drill) {
    const auto agreement = agreed("饮用水", "2099-12-31");
    const auto world = World::drill(DrillId{"drill-1"});
    const auto supply = trial.when(ordering(agreement), keeper, world).value().subject;
    ASSERT_TRUE(trial.when(taking(supply, 600), keeper));
    EXPECT_EQ(water(), 0) << "nothing real came";
    EXPECT_TRUE(supplies(trial.rows(), World::real(), 10).empty());
    EXPECT_EQ(supplies(trial.rows(), world, 10).size(), 1U);
}

}  // namespace
}  // namespace anlan::warehouse
