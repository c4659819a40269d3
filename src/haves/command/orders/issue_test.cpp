#include "orders/trial_county.inc"

namespace anlan::orders {
namespace {

using std::chrono::minutes;

Sheet changed(void (*change)(Sheet&)) {
    auto sheet = question();
    change(sheet);
    return sheet;
}

TEST(an_order, goes_only_to_own_children) {
    Station county;
    EXPECT_EQ(county.refused(IssueOrder{question({}), {}, {}}), "to_missing");
    for (const auto& area : {kCounty, kVillage, kElsewhere, AreaCode{"350500000000"}})
        EXPECT_EQ(county.refused(IssueOrder{question({area}), {}, {}}), "not_below") << area.text;
    EXPECT_EQ(county.refused(IssueOrder{question({AreaCode{"350581199000"}}), {}, {}}), "area_unknown");
    EXPECT_EQ(county.refused(IssueOrder{question({kFirst, kFirst}), {}, {}}), "to_missing");
    Station town(kFirst, "永宁镇");
    EXPECT_EQ(town.refused(IssueOrder{question({kSecond}), {}, {}}), "not_below") << "a neighbour is not below";
    EXPECT_EQ(town.refused(IssueOrder{question({kVillage}), {}, {}}), "");
}

TEST(an_order, says_what_is_to_be_done) {
    Station county;
    const auto refused = [&](void (*change)(Sheet&)) { return county.refused(IssueOrder{changed(change), {}, {}}); };
    EXPECT_EQ(refused([](Sheet& sheet) { sheet.title.clear(); }), "title_missing");
    EXPECT_EQ(refused([](Sheet& sheet) { sheet.text.clear(); }), "text_missing");
    EXPECT_EQ(refused([](Sheet& sheet) { sheet.text = std::string(12'001, 'x'); }), "too_long");
    EXPECT_EQ(refused([](Sheet& sheet) { sheet.asks.clear(); }), "asks_missing");
    EXPECT_EQ(refused([](Sheet& sheet) { sheet.asks[1].key = sheet.asks[0].key; }), "asks_invalid");
    EXPECT_EQ(refused([](Sheet& sheet) { sheet.kind = OrderKind::order; }), "asks_invalid");
    EXPECT_EQ(
        refused([](Sheet& sheet) {
            sheet.kind = OrderKind::activation;
            sheet.asks.clear();
        }),
        "level_missing"
    );
    EXPECT_TRUE(find_orders(county.rows(), World::real(), 10).empty());
}

TEST(an_order, has_its_deadlines_ahead_of_it) {
    Station county;
    const auto now = county.now();
    EXPECT_EQ(county.refused(IssueOrder{question(), now, {}}), "deadline_past");
    EXPECT_EQ(county.refused(IssueOrder{question(), now + minutes(5), now - minutes(1)}), "deadline_past");
    EXPECT_EQ(county.refused(IssueOrder{question(), now + minutes(9), now + minutes(5)}), "deadline_order");
    const OrderId id{county.when(IssueOrder{question(), {}, {}}).value().subject};
    const auto order = find_order(county.rows(), id).value();
    EXPECT_EQ(order.receipt_by, now + minutes(15)) << "the policy pack's";
    EXPECT_EQ(order.answer_by, now + minutes(60));
}

TEST(a_document, is_to_be_receipted_only) {
    Station county;
    auto sheet = question();
    sheet.kind = OrderKind::document;
    sheet.asks.clear();
    const OrderId id{county.when(IssueOrder{sheet, {}, {}}).value().subject};
    EXPECT_FALSE(find_order(county.rows(), id)->answer_by);
}

TEST(withdrawing, needs_a_reason_and_an_own_order) {
    CountyTrial all;
    EXPECT_EQ(all.county.refused(WithdrawOrder{{"none"}, "测试"}), "order_unknown");
    const auto id = all.ask();
    EXPECT_EQ(all.county.refused(WithdrawOrder{id, ""}), "reason_missing");
    EXPECT_EQ(all.first.refused(WithdrawOrder{id, "测试"}), "order_not_yours");
    ASSERT_TRUE(all.county.when(WithdrawOrder{id, "重复下达"}));
    ASSERT_TRUE(all.county.when(WithdrawOrder{id, "重复下达"}));
    EXPECT_TRUE(all.county.written().empty()) << "it was already so";
    all.down();
    EXPECT_EQ(all.first.refused(ReceiptOrder{id, {}}), "order_withdrawn");
    EXPECT_EQ(all.county.refused(RemindOrder{id}), "order_withdrawn");
    all.county.advance(minutes(120));
    EXPECT_TRUE(all.county.written().empty()) << "nobody is overdue with what was withdrawn";
    EXPECT_TRUE(all.proved());
}

}  // namespace
}  // namespace anlan::orders
