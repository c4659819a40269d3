#include "orders/trial_county.inc"

namespace anlan::orders {
namespace {

using std::chrono::minutes;

const std::vector<Given> kNumbers{{"moved", 120}, {"to_move", 30}};

OrderOverdue overdue(const Station& station) {
    return journal::Room::body_of<OrderOverdue>(station.written().back());
}

TEST(a_stranger_to_an_order, can_do_nothing_with_it) {
    CountyTrial all;
    const OrderId id{all.county.when(IssueOrder{question({kFirst}), {}, {}}).value().subject};
    all.down();
    EXPECT_FALSE(find_order(all.second.rows(), id)) << "it went to the first town only";
    EXPECT_EQ(all.second.refused(ReceiptOrder{id, {}}), "order_unknown");
    EXPECT_EQ(all.first.refused(ReceiptOrder{id, kSecond}), "not_addressed");
    EXPECT_EQ(all.county.refused(ReceiptOrder{id, {}}), "not_addressed");
    EXPECT_EQ(all.county.refused(ReceiptOrder{id, kSecond}), "not_addressed");
}

TEST(arriving, is_told_to_the_desk_and_to_the_county) {
    CountyTrial all;
    const auto id = all.ask();
    EXPECT_EQ(all.first.written().back().kind, "order.arrived/1") << "the desk hears of what is written here";
    all.county.hear(all.first);
    EXPECT_TRUE(all.county.part(id, kFirst).arrived_at);
    EXPECT_FALSE(all.county.part(id, kSecond).arrived_at);
    ASSERT_TRUE(all.first.when(ReceiptOrder{id, {}}));
    all.county.hear(all.first);
    EXPECT_EQ(all.county.written().back().kind, "order.heard/1");
    EXPECT_TRUE(all.proved());
}

TEST(answering, comes_after_the_receipt_and_gives_every_number) {
    CountyTrial all;
    const auto id = all.ask();
    EXPECT_EQ(all.first.refused(AnswerOrder{id, {}, "", kNumbers}), "not_receipted");
    ASSERT_TRUE(all.first.when(ReceiptOrder{id, {}}));
    EXPECT_EQ(all.first.refused(AnswerOrder{id, {}, "", {}}), "value_missing");
    EXPECT_EQ(all.first.refused(AnswerOrder{id, {}, "", {{"moved", 1}}}), "value_missing");
    EXPECT_EQ(all.first.refused(AnswerOrder{id, {}, "", {{"moved", -1}, {"to_move", 0}}}), "value_invalid");
    EXPECT_EQ(all.first.refused(AnswerOrder{id, {}, "", {{"moved", 1}, {"to_move", 0}, {"dead", 0}}}), "value_unknown");
    EXPECT_EQ(all.first.refused(AnswerOrder{id, {}, "", kNumbers}), "");
    all.down();
    ASSERT_TRUE(all.county.when(WithdrawOrder{id, "测试"}));
    all.down();
    EXPECT_EQ(all.first.refused(AnswerOrder{id, {}, "更正", kNumbers}), "order_withdrawn");
}

TEST(answering_an_order_without_numbers, takes_words) {
    CountyTrial all;
    const Sheet sheet{OrderKind::order, "船只回港", "今天18时前", "", {}, "", "", 0, {kFirst}};
    const OrderId id{all.county.when(IssueOrder{sheet, {}, {}}).value().subject};
    all.down();
    ASSERT_TRUE(all.first.when(ReceiptOrder{id, {}}));
    EXPECT_EQ(all.first.refused(AnswerOrder{id, {}, "", {}}), "answer_missing");
    EXPECT_EQ(all.first.refused(AnswerOrder{id, {}, "", kNumbers}), "answer_missing");
    EXPECT_EQ(all.first.refused(AnswerOrder{id, {}, "已全部回港", kNumbers}), "value_unknown");
    EXPECT_EQ(all.first.refused(AnswerOrder{id, {}, "已全部回港", {}}), "");
}

TEST(receipts_and_answers, reach_the_county) {
    CountyTrial all;
    const auto id = all.ask();
    const auto seen = orders_seen(all.first.rows(), World::real(), {}, kFirst, all.first.now(), 10);
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen.front().side, Side::received);
    EXPECT_EQ(seen.front().issuer_name, "石狮市");
    EXPECT_EQ(seen.front().standing, Standing::waiting);
    ASSERT_TRUE(all.first.when(ReceiptOrder{id, {}}));
    ASSERT_TRUE(all.first.when(ReceiptOrder{id, {}}));
    EXPECT_TRUE(all.first.written().empty()) << "receipted twice it was already so";
    ASSERT_TRUE(all.first.when(AnswerOrder{id, {}, "已全部落实", kNumbers}));
    all.up();
    const auto detail =
        detail_of(all.county.rows(), find_order(all.county.rows(), id).value(), kCounty, all.county.now()).value();
    EXPECT_EQ(detail.order.receipted, 1);
    EXPECT_EQ(detail.order.answered, 1);
    EXPECT_EQ(detail.order.missing, std::vector<std::string>{"祥芝镇"});
    EXPECT_EQ(detail.parts[0].standing, Standing::done);
    EXPECT_EQ(detail.parts[0].answer, "已全部落实");
    EXPECT_EQ(detail.parts[0].receipted_title, "值班室") << "a title goes up, not a name";
    ASSERT_EQ(detail.sums.size(), 2U);
    EXPECT_EQ(detail.sums[0].sum, 120);
    EXPECT_EQ(detail.sums[0].answered, 1);
    EXPECT_TRUE(all.proved());
}

TEST(an_answer, may_be_corrected_and_the_last_counts) {
    CountyTrial all;
    const auto id = all.ask();
    ASSERT_TRUE(all.first.when(ReceiptOrder{id, {}}));
    ASSERT_TRUE(all.first.when(AnswerOrder{id, {}, "", kNumbers}));
    const auto at = all.first.now();
    all.first.advance(minutes(90));
    ASSERT_TRUE(all.first.when(AnswerOrder{id, {}, "", {{"moved", 150}, {"to_move", 0}}}));
    all.up();
    const auto part = all.county.part(id, kFirst);
    EXPECT_EQ(part.answered_at, at) << "the first answer was in time";
    EXPECT_EQ(part.corrected_at, at + minutes(90));
    EXPECT_EQ(part.given[0].value, 150);
    EXPECT_TRUE(all.proved());
}

TEST(the_deadline, names_who_has_not_receipted_and_who_has_not_answered) {
    CountyTrial all;
    const auto id = all.ask();
    ASSERT_TRUE(all.first.when(ReceiptOrder{id, {}}));
    all.up();
    all.county.advance(minutes(15));
    ASSERT_EQ(all.county.kinds(), std::vector<std::string>{"order.overdue"});
    EXPECT_EQ(overdue(all.county).stage, Stage::receipt);
    EXPECT_EQ(overdue(all.county).missing, std::vector<AreaCode>{kSecond});
    EXPECT_EQ(overdue(all.county).names, std::vector<std::string>{"祥芝镇"});
    all.county.advance(minutes(45));
    ASSERT_EQ(all.county.kinds(), std::vector<std::string>{"order.overdue"});
    EXPECT_EQ(overdue(all.county).missing, (std::vector<AreaCode>{kFirst, kSecond}));
    EXPECT_TRUE(all.proved());
}

TEST(the_deadline, says_nothing_when_nobody_is_missing) {
    CountyTrial all;
    const auto id = all.ask();
    for (auto* town : {&all.first, &all.second}) {
        ASSERT_TRUE(town->when(ReceiptOrder{id, {}}));
        ASSERT_TRUE(town->when(AnswerOrder{id, {}, "", kNumbers}));
    }
    all.up();
    all.county.advance(minutes(120));
    EXPECT_EQ(all.county.kinds(), (std::vector<std::string>{"deadline.lapsed", "deadline.lapsed"}));
    EXPECT_EQ(all.county.refused(RemindOrder{id}), "nobody_missing");
}

TEST(a_reminder, goes_to_those_who_are_missing) {
    CountyTrial all;
    const auto id = all.ask();
    ASSERT_TRUE(all.first.when(ReceiptOrder{id, {}}));
    ASSERT_TRUE(all.first.when(AnswerOrder{id, {}, "", kNumbers}));
    all.up();
    ASSERT_TRUE(all.county.when(RemindOrder{id}));
    all.down();
    EXPECT_EQ(all.first.part(id, kFirst).reminders, 0);
    EXPECT_EQ(all.second.part(id, kSecond).reminders, 1);
    EXPECT_EQ(all.county.part(id, kSecond).reminders, 1);
    EXPECT_TRUE(all.proved());
}

TEST(a_town_cut_off, is_receipted_by_telephone_and_the_telephone_counts) {
    CountyTrial all;
    const auto id = all.ask();
    ASSERT_TRUE(all.county.when(ReceiptOrder{id, kSecond}));
    const auto at = all.county.now();
    ASSERT_TRUE(all.county.when(AnswerOrder{id, kSecond, "电话报来", kNumbers}));
    all.second.advance(minutes(30));
    ASSERT_TRUE(all.second.when(ReceiptOrder{id, {}}));
    all.up();
    const auto part = all.county.part(id, kSecond);
    EXPECT_TRUE(part.receipt_on_behalf);
    EXPECT_TRUE(part.answer_on_behalf);
    EXPECT_EQ(part.receipted_at, at);
    EXPECT_TRUE(all.proved());
}

TEST(a_drill, never_shows_in_reality) {
    CountyTrial all;
    const auto drill = World::drill({"d1"});
    const auto id = all.ask(drill);
    EXPECT_TRUE(orders_seen(all.first.rows(), World::real(), {}, kFirst, all.first.now(), 10).empty());
    EXPECT_EQ(orders_seen(all.first.rows(), drill, {}, kFirst, all.first.now(), 10).size(), 1U);
    ASSERT_TRUE(all.first.when(ReceiptOrder{id, {}}));
    EXPECT_EQ(all.first.written().back().drill, "d1") << "its receipt is the drill's, whoever presses";
    all.county.advance(minutes(15));
    EXPECT_EQ(all.county.written().back().drill, "d1");
    EXPECT_TRUE(all.proved());
}

TEST(a_node, speaks_only_for_itself_and_orders_only_downwards) {
    CountyTrial all;
    const auto id = all.ask();
    all.first.given(id.text, OrderReceipted{kSecond, "", "镇长", false});
    all.first.given("upward", OrderIssued{question({kCounty}), all.first.now() + minutes(5), {}, ""});
    all.up();
    EXPECT_FALSE(all.county.part(id, kSecond).receipted_at) << "a neighbour cannot receipt for another";
    EXPECT_FALSE(find_order(all.county.rows(), {"upward"}));
    EXPECT_TRUE(all.county.prove().ok);
}

}  // namespace
}  // namespace anlan::orders
