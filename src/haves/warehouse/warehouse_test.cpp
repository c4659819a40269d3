#include <set>

#include "warehouse/catalogue.hpp"
#include "warehouse/town_for_tests.hpp"

namespace anlan::warehouse {
namespace {

struct a_store : StoreTown, testing::Test {};

TEST_F(a_store, takes_in_nothing_that_is_unknown_negative_expired_or_from_nobody) {
    const auto code = [&](ReceiveStock wish) { return trial.when(wish, keeper).error().code; };
    auto wish = bringing("排水泵", 2);
    wish.store = "nowhere";
    EXPECT_EQ(code(wish), "store_unknown");
    EXPECT_EQ(code(bringing("飞机", 1)), "item_unknown");
    EXPECT_EQ(code(bringing("排水泵", 0)), "quantity_invalid");
    EXPECT_EQ(code(bringing("排水泵", -3)), "quantity_invalid");
    EXPECT_EQ(code(bringing("饮用水", 10, "2023-07-27")), "already_expired");
    EXPECT_EQ(code(bringing("饮用水", 10, "明年")), "date_invalid");
    wish = bringing("排水泵", 2);
    wish.supplier.clear();
    EXPECT_EQ(code(wish), "supplier_missing");
    wish = bringing("排水泵", 2);
    wish.class_code = "1010101";
    EXPECT_EQ(code(wish), "class_invalid") << "a pump is equipment: 2";
    wish.class_code = "2010101";
    EXPECT_TRUE(trial.when(wish, keeper));
}

TEST_F(a_store, gives_nothing_without_an_order_a_purpose_and_somebody_who_takes_it) {
    const auto pumps = take_in("排水泵", 2);
    const auto code = [&](IssueStock wish) { return trial.when(wish, keeper).error().code; };
    auto wish = issuing({{pumps, "", 1}});
    wish.ordered_by.clear();
    EXPECT_EQ(code(wish), "order_missing");
    wish = issuing({{pumps, "", 1}});
    wish.purpose.clear();
    EXPECT_EQ(code(wish), "purpose_missing");
    wish = issuing({{pumps, "", 1}});
    wish.receiver.clear();
    EXPECT_EQ(code(wish), "receiver_missing");
    wish = issuing({{pumps, "", 1}});
    wish.use = IssueUse::loan;
    EXPECT_EQ(code(wish), "return_missing");
    wish.return_by = trial.now() - std::chrono::hours{1};
    EXPECT_EQ(code(wish), "return_past");
    EXPECT_EQ(code(issuing({})), "nothing_wanted");
    EXPECT_EQ(code(issuing({{pumps, "", -1}})), "quantity_invalid");
    EXPECT_EQ(code(issuing({{BatchId{"other"}, "", 1}})), "batch_unknown");
    EXPECT_EQ(code(issuing({{pumps, "", 3}})), "not_enough");
    EXPECT_EQ(code(issuing({{pumps, "", 1}, {pumps, "", 2}})), "not_enough") << "two lines of one batch add up";
}

TEST_F(a_store, gives_first_what_expires_first_and_nothing_expired) {
    const auto late = take_in("饮用水", 100, "2024-05-01");
    const auto soon = take_in("饮用水", 30, "2023-08-10");
    ASSERT_TRUE(issue({{{}, "饮用水", 50}}));
    EXPECT_EQ(usable(soon), 0);
    EXPECT_EQ(usable(late), 80);
    const auto old = take_in("饮用水", 10, "2023-07-29");
    trial.advance(std::chrono::hours{72});
    EXPECT_EQ(issue({{old, "", 1}}).error().code, "batch_expired");
    ASSERT_TRUE(issue({{{}, "饮用水", 5}}));
    EXPECT_EQ(usable(old), 10);
    EXPECT_EQ(issue({{{}, "饮用水", 80}}).error().code, "not_enough") << "the expired ten do not help";
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_store, lets_one_keeper_take_the_last_pump_and_tells_the_other_who_has_it) {
    const auto pump = take_in("排水泵", 1);
    ASSERT_TRUE(issue({{pump, "", 1}}, "p-first"));
    const auto late = issue({{{}, "排水泵", 1}}, "p-late");
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, "not_enough");
    EXPECT_NE(late.error().zh.find("可用 0 台"), std::string::npos) << late.error().zh;
    EXPECT_NE(late.error().zh.find("测试排涝"), std::string::npos) << late.error().zh;
    EXPECT_EQ(usable(pump), 0);
}

TEST_F(a_store, counts_litres_in_thousandths_and_pumps_whole) {
    EXPECT_EQ(in_grains(1.5, 1000), 1500);
    EXPECT_EQ(in_grains(1.5, 1), std::nullopt);
    EXPECT_EQ(in_grains(0.1, 1000), 100);
    EXPECT_EQ(in_units(1500, 1000, "升"), "1.5 升");
    EXPECT_EQ(in_units(3, 1, "台"), "3 台");
    take_in("柴油", 20'500);
    EXPECT_EQ(stock_total(trial.rows(), "柴油"), 20.5);
}

TEST_F(a_store, takes_back_no_more_than_went_out_and_sets_the_broken_aside) {
    const auto vests = take_in("救生衣", 20);
    auto loan = issuing({{vests, "", 12}});
    loan.use = IssueUse::loan;
    loan.return_by = trial.now() + std::chrono::hours{48};
    const SlipId slip{trial.when(loan, keeper).value().subject};
    EXPECT_EQ(trial.when(ReturnStock{slip, {{vests, "", 13, 0, 0}}, false}, keeper).error().code, "more_than_issued");
    EXPECT_EQ(trial.when(ReturnStock{slip, {{vests, "", -1, 2, 0}}, false}, keeper).error().code, "quantity_invalid");
    EXPECT_EQ(trial.when(ReturnStock{slip, {}, false}, keeper).error().code, "nothing_back");
    ASSERT_TRUE(trial.when(ReturnStock{slip, {{vests, "", 9, 2, 0}}, false}, keeper));
    EXPECT_EQ(usable(vests), 17);
    EXPECT_EQ(balance_of(trial.rows(), World::real(), vests.text, store).aside, 2);
    ASSERT_TRUE(trial.when(ReturnStock{slip, {{vests, "", 0, 0, 1}}, false}, keeper));
    EXPECT_TRUE(slip_row(trial.rows(), slip)->closed_at) << "everything is accounted for";
    EXPECT_EQ(trial.when(ReturnStock{slip, {}, true}, keeper).error().code, "slip_closed");
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_store, sees_a_loan_that_is_late) {
    take_in("救生衣", 20);
    auto loan = issuing({{{}, "救生衣", 5}});
    loan.use = IssueUse::loan;
    loan.return_by = trial.now() + std::chrono::hours{20};
    const SlipId slip{trial.when(loan, keeper).value().subject};
    trial.advance(std::chrono::hours{25});
    EXPECT_TRUE(slip_row(trial.rows(), slip)->overdue);
    EXPECT_EQ(keeping_of(trial.rows(), "2023-07-29").overdue, 1);
}

TEST_F(a_store, scraps_only_with_a_second_persons_yes) {
    const auto torches = take_in("手电", 10);
    const auto ask = [&](std::int64_t quantity, const std::string& opinion) {
        return trial.when(AskScrap{store, torches, quantity, ScrapKind::damaged, opinion}, keeper);
    };
    EXPECT_EQ(ask(11, "进水").error().code, "not_enough");
    EXPECT_EQ(ask(3, "").error().code, "opinion_missing");
    const ScrapId scrap{ask(3, "进水").value().subject};
    EXPECT_EQ(usable(torches), 7);
    EXPECT_EQ(issue({{torches, "", 8}}).error().code, "not_enough") << "what is set aside cannot be issued";
    EXPECT_EQ(trial.when(DecideScrap{scrap, true, ""}, keeper).error().code, "second_person_wanted");
    EXPECT_EQ(trial.when(DecideScrap{scrap, false, ""}, second).error().code, "reason_missing");
    ASSERT_TRUE(trial.when(DecideScrap{scrap, true, ""}, second));
    EXPECT_EQ(trial.when(DecideScrap{scrap, true, ""}, second).error().code, "already_decided");
    const ScrapId again{ask(2, "不亮").value().subject};
    ASSERT_TRUE(trial.when(DecideScrap{again, false, "换电池后正常"}, second));
    EXPECT_EQ(usable(torches), 7);
    EXPECT_EQ(balance_of(trial.rows(), World::real(), torches.text, store).aside, 0);
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_store, moves_stock_to_another_and_no_further_than_it_has) {
    const auto bags = take_in("编织袋", 500);
    EXPECT_EQ(trial.when(TransferStock{store, store, "", {{bags, "", 1}}}, keeper).error().code, "same_store");
    EXPECT_EQ(trial.when(TransferStock{store, other, "", {{bags, "", 501}}}, keeper).error().code, "not_enough");
    ASSERT_TRUE(trial.when(TransferStock{store, other, "A-01", {{bags, "", 200}}}, keeper));
    EXPECT_EQ(usable(bags), 300);
    const auto there = balance_of(trial.rows(), World::real(), bags.text, other);
    EXPECT_EQ(there.usable, 200);
    EXPECT_EQ(there.location, "A-01");
    EXPECT_EQ(stock_total(trial.rows(), "编织袋"), 500);
}

TEST_F(a_store, moves_a_batch_whole_to_another_shelf_and_the_account_stays) {
    const auto pumps = take_in("排水泵", 4);
    TransferStock wish{store, store, "", {{pumps, "", 4}}};
    EXPECT_EQ(trial.when(wish, keeper).error().code, "same_store");
    wish.location = "B-01-2";
    wish.wanted = {{pumps, "", 3}};
    EXPECT_EQ(trial.when(wish, keeper).error().code, "whole_batch_wanted");
    wish.wanted = {{{}, "排水泵", 4}};
    EXPECT_EQ(trial.when(wish, keeper).error().code, "batch_unknown");
    wish.wanted = {{pumps, "", 4}};
    ASSERT_TRUE(trial.when(wish, keeper));
    const auto now = balance_of(trial.rows(), World::real(), pumps.text, store);
    EXPECT_EQ(now.usable, 4);
    EXPECT_EQ(now.location, "B-01-2");
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_store, keeps_a_drill_apart_from_what_really_lies_there) {
    const auto pumps = take_in("排水泵", 2);
    const auto drill = World::drill(DrillId{"d1"});
    ASSERT_TRUE(trial.when(issuing({{pumps, "", 2}}), keeper, drill));
    EXPECT_EQ(usable(pumps, drill), 0);
    EXPECT_EQ(usable(pumps), 2);
    EXPECT_EQ(trial.when(issuing({{pumps, "", 1}}), keeper, drill).error().code, "not_enough");
    EXPECT_TRUE(issue({{pumps, "", 1}}));
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_store, says_once_that_it_fell_below_its_minimum_and_once_that_it_is_well) {
    take_in("排水泵", 3);
    ASSERT_TRUE(trial.when(SetMinimums{"plan:typhoon_town", {{"抽水泵", 2}}}));
    ASSERT_TRUE(issue({{{}, "排水泵", 2}}));
    EXPECT_EQ(trial.kinds(), (std::vector<std::string>{"stock.issued", "stock.below_minimum"}));
    ASSERT_TRUE(issue({{{}, "排水泵", 1}}));
    EXPECT_EQ(trial.kinds(), (std::vector<std::string>{"stock.issued"}));
    ASSERT_EQ(shorts(trial.rows(), World::real()).size(), 1U);
    EXPECT_EQ(shorts(trial.rows(), World::real())[0].minimum, 2);
    take_in("排水泵", 2);
    EXPECT_EQ(trial.kinds(), (std::vector<std::string>{"stock.received", "stock.minimum_met"}));
    ASSERT_TRUE(trial.when(SetMinimum{"排水泵", 5}));
    EXPECT_EQ(minimums(trial.rows(), "").at("排水泵"), 5);
    ASSERT_TRUE(trial.when(SetMinimums{"plan:typhoon_town", {}}));
    EXPECT_EQ(minimums(trial.rows(), "").at("排水泵"), 5) << "what was set by hand stays";
}

TEST_F(a_store, says_sixty_thirty_and_seven_days_before_that_a_batch_expires) {
    take_in("饮用水", 40, "2023-10-15");
    std::vector<std::int64_t> notices;
    for (int day = 0; day < 90; ++day) {
        trial.advance(std::chrono::hours{24});
        for (const auto& entry : trial.written())
            if (entry.kind == BatchExpiring::kKind.text())
                notices.push_back(journal::Room::body_of<BatchExpiring>(entry).notice);
    }
    EXPECT_EQ(notices, (std::vector<std::int64_t>{1, 2, 3, 4}));
}

TEST_F(a_store, takes_over_what_the_old_list_held_once) {
    const registers::Register list{
        "stock",
        "物资",
        "Stock",
        {{.name = "item", .title_zh = "物资名称", .title_en = "Item", .required = true},
         {.name = "quantity", .title_zh = "数量", .title_en = "Quantity", .type = "number", .required = true},
         {.name = "unit", .title_zh = "单位", .title_en = "Unit", .required = true},
         {.name = "store", .title_zh = "存放仓库", .title_en = "Store", .required = true}}};
    const auto put = [&](json::object row) { ASSERT_TRUE(trial.run(registers::put_row(list, "p", "", row))); };
    put({{"item", "雨靴"}, {"quantity", 120}, {"unit", "双"}, {"store", "测试镇仓库"}});
    put({{"item", "测试特种灯"}, {"quantity", 4}, {"unit", "盏"}, {"store", "测试镇仓库"}});
    put({{"item", "排水泵"}, {"quantity", 2.5}, {"unit", "台"}, {"store", "测试镇仓库"}});
    ASSERT_TRUE(trial.when(OpenBooks{}));
    EXPECT_EQ(stock_total(trial.rows(), "雨鞋"), 120) << "the alias becomes the item's name";
    EXPECT_EQ(stock_total(trial.rows(), "测试特种灯"), 4);
    EXPECT_EQ(stock_total(trial.rows(), "排水泵"), 0) << "two pumps and a half are nothing that can be booked";
    ASSERT_TRUE(trial.when(OpenBooks{}));
    EXPECT_EQ(stock_total(trial.rows(), "雨鞋"), 120);
    EXPECT_TRUE(trial.prove().ok);
}

TEST(the_catalogue, names_each_item_once_with_a_class_and_a_unit) {
    std::set<std::string> names;
    for (const auto& item : shipped_items()) {
        EXPECT_TRUE(names.insert(item.name).second) << item.name;
        for (const auto& alias : item.aliases) EXPECT_TRUE(names.insert(alias).second) << alias;
        EXPECT_TRUE(item.class_code == "1" || item.class_code == "2" || item.class_code == "3") << item.name;
        EXPECT_FALSE(item.unit.empty()) << item.name;
        EXPECT_GE(item.grain, 1) << item.name;
    }
}

}  // namespace
}  // namespace anlan::warehouse
