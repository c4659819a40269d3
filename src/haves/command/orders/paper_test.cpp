#include "orders/paper.hpp"

#include <gtest/gtest.h>

namespace anlan::orders {
namespace {

OrderDetail detail() {
    OrderDetail made;
    made.order.kind = OrderKind::question;
    made.order.title = "请报送转移人数";
    made.order.text = "一、范围\n各村。\n（一）独居老人\n一、这是一句完整的话，不是标题。";
    made.order.issuer_name = "石狮市";
    made.order.issued_at = parse_time("2026-07-28T02:00:00Z").value();
    made.order.receipt_by = parse_time("2026-07-28T02:15:00Z").value();
    made.asks = {{"moved", "已转移", "人"}};
    made.parts.resize(2);
    made.parts[0].area_name = "永宁镇";
    made.parts[1].area_name = "宝盖镇";
    return made;
}

TEST(an_order_on_paper, shows_headings_as_headings_and_sentences_as_text) {
    using documents::Rank;
    const auto paper = paper_of(detail());
    std::vector<Rank> ranks;
    for (const auto& part : paper.parts) ranks.push_back(part.rank);
    EXPECT_EQ(ranks, (std::vector{Rank::first, Rank::body, Rank::second, Rank::body, Rank::body, Rank::body}));
    ASSERT_TRUE(paper.parts[4].table);
    EXPECT_EQ(paper.parts[4].table->rows.front(), (std::vector<std::string>{"1", "已转移", "人"}));
}

TEST(an_order_on_paper, says_to_whom_by_whom_and_until_when) {
    const auto paper = paper_of(detail());
    EXPECT_EQ(paper.addressee, "永宁镇、宝盖镇");
    EXPECT_EQ(paper.signature, "石狮市");
    EXPECT_EQ(paper.date, "2026年7月28日");
    EXPECT_EQ(paper.parts.back().text, "请于2026年7月28日10时15分前签收。");
    EXPECT_TRUE(paper.urgency.empty());
}

TEST(an_order_of_a_drill, is_marked_on_paper) {
    auto drill = detail();
    drill.order.drill = "d1";
    EXPECT_EQ(paper_of(drill).urgency, "演练");
}

TEST(a_list_of_orders, has_a_row_for_each_and_numbers_as_numbers) {
    auto order = detail().order;
    order.total = 2;
    order.missing = {"永宁镇", "宝盖镇"};
    const auto book = table_of({order, order}, "测试甲", order.issued_at);
    ASSERT_EQ(book.sheets.front().rows.size(), 2U);
    EXPECT_EQ(book.sheets.front().rows[0].size(), book.sheets.front().columns.size());
    EXPECT_EQ(book.sheets.front().rows[0][8].number, 2);
    EXPECT_EQ(book.sheets.front().rows[0][11].text, "永宁镇、宝盖镇");
}

TEST(what_an_order_brought_in, has_a_row_for_each_unit_and_the_sums_below) {
    auto asked = detail();
    asked.asks.push_back({"left", "仍留守", ""});
    asked.order.total = 2;
    asked.order.answered = 1;
    auto& answered = asked.parts[0];
    answered.standing = Standing::done;
    answered.given = {{"moved", 120}, {"left", 0}};
    answered.answer = "已全部转移";
    answered.answered_at = asked.order.issued_at;
    answered.answer_late = true;
    asked.sums = {{"moved", "已转移", "人", 120, 1}, {"left", "仍留守", "", 0, 1}};
    const auto book = answers_table_of(asked, "测试甲", asked.order.issued_at);
    const auto& sheet = book.sheets.front();
    ASSERT_EQ(sheet.rows.size(), 3U);
    for (const auto& row : sheet.rows) EXPECT_EQ(row.size(), sheet.columns.size());
    EXPECT_EQ(sheet.columns[4].title, "已转移（人）");
    EXPECT_EQ(sheet.rows[0][4].number, 120);
    EXPECT_EQ(sheet.rows[0][5].number, 0) << "zero is a number";
    EXPECT_FALSE(sheet.rows[1][5].number) << "unknown is not";
    EXPECT_EQ(sheet.rows[0].back().text, "报送超时");
    EXPECT_EQ(sheet.rows[2][0].text, "合计");
    EXPECT_EQ(sheet.rows[2][4].number, 120);
}

}  // namespace
}  // namespace anlan::orders
