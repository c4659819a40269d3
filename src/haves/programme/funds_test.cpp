#include <rapidcheck.h>

#include "programme/acceptance_for_tests.hpp"
#include "programme/funds_answers.hpp"
#include "programme/funds_commands.hpp"
#include "programme/trial_stations.inc"

namespace anlan::programme {
namespace {

/// 30,000 yuan of the county's for equipment.
struct the_books : testing::Test {
    trial::Trial town{rooms_of_a_station(), kTown, "永宁镇"};
    std::string contract_id;

    std::string budget(std::int64_t fen, FundLine line = FundLine::equipment) {
        return code_of(town.when(SetBudget{2023, FundSource::county, line, fen, "狮财〔2023〕1号"}));
    }
    SignContract contract(std::int64_t fen) {
        return {
            2023,
            FundSource::county,
            FundLine::equipment,
            "测试卫星电话",
            "测试供应商",
            "测合1号",
            fen,
            "2023-05-04",
            Procurement::quotation,
            "现有对讲机覆盖不到海上"};
    }
    void sign(std::int64_t fen) {
        const auto made = town.when(contract(fen));
        ASSERT_TRUE(made);
        contract_id = made.value().subject;
    }
    std::string pay(std::int64_t fen, const char* voucher, const char* day = "2023-06-01") {
        return code_of(town.when(MakePayment{{contract_id}, fen, voucher, day, {}}));
    }
    void SetUp() override { ASSERT_EQ(budget(3'000'000), ""); }
};

TEST_F(the_books, refuse_a_contract_beyond_its_own_line_though_another_has_money) {
    ASSERT_EQ(budget(9'000'000, FundLine::site), "");
    EXPECT_EQ(code_of(town.when(contract(3'000'001))), "over_budget");
    sign(2'000'000);
    EXPECT_EQ(code_of(town.when(contract(1'000'001))), "over_budget");
    EXPECT_EQ(code_of(town.when(contract(1'000'000))), "");
}

TEST_F(the_books, ask_what_could_not_be_reused_before_things_are_bought) {
    auto bought = contract(100);
    bought.not_reused.reset();
    EXPECT_EQ(code_of(town.when(bought)), "not_reused_empty");
}

TEST_F(the_books, keep_a_budget_above_what_is_bound) {
    sign(2'000'000);
    EXPECT_EQ(budget(1'999'999), "budget_below_contracts");
    EXPECT_EQ(budget(2'000'000), "");
    EXPECT_EQ(budget(-1), "amount_invalid");
}

TEST_F(the_books, take_a_voucher_once_until_it_is_reversed) {
    sign(2'000'000);
    ASSERT_EQ(pay(500'000, "记-001"), "");
    EXPECT_EQ(pay(500'000, "记-001"), "already_booked");
    const auto payment = funds_seen(town.rows(), kTown).front().contracts.front().payments.front();
    EXPECT_EQ(code_of(town.when(ReversePayment{payment.id, ""})), "reason_empty");
    ASSERT_TRUE(town.when(ReversePayment{payment.id, "金额写错"}));
    EXPECT_EQ(code_of(town.when(ReversePayment{payment.id, "再来一次"})), "already_reversed");
    EXPECT_EQ(pay(450'000, "记-001"), "");
    EXPECT_EQ(funds_seen(town.rows(), kTown).front().paid_fen, 450'000);
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(the_books, refuse_a_day_to_come_a_day_that_never_was_and_one_before_the_contract) {
    sign(2'000'000);
    EXPECT_EQ(pay(1, "a", "2024-06-01"), "day_invalid");
    EXPECT_EQ(pay(1, "a", "2023-02-30"), "day_invalid");
    EXPECT_EQ(pay(1, "a", "2023-05-03"), "day_invalid");
    EXPECT_EQ(pay(1, "a", "2023-05-04"), "");
}

TEST_F(the_books, are_read_by_the_county_and_not_written) {
    trial::Trial county{rooms_of_a_station(), kCounty, "石狮市"};
    sign(2'000'000);
    ASSERT_EQ(pay(500'000, "记-001"), "");
    county.hear(town);
    const auto seen = funds_seen(county.rows(), kCounty);
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen.front().node, kTown);
    EXPECT_FALSE(seen.front().own);
    EXPECT_EQ(seen.front().paid_fen, 500'000);
    EXPECT_EQ(code_of(county.when(MakePayment{{contract_id}, 1, "x", "2023-06-01", {}})), "contract_unknown");
    EXPECT_TRUE(county.prove().ok);
}

TEST(any_bookings, never_bind_more_than_was_granted_nor_pay_more_than_is_bound) {
    EXPECT_TRUE(rc::check([] {
        trial::Trial town{rooms_of_a_station(), kTown, "永宁镇"};
        std::vector<std::string> contracts;
        const auto steps = *rc::gen::inRange(5, 25);
        for (int i = 0; i < steps; ++i) {
            const auto fen = static_cast<std::int64_t>(*rc::gen::inRange(0, 1'000));
            const auto line = static_cast<FundLine>(*rc::gen::inRange(0, 4));
            switch (*rc::gen::inRange(0, 3)) {
                case 0:
                    (void)town.when(SetBudget{2023, FundSource::county, line, fen * 3, "测"});
                    break;
                case 1: {
                    const auto made = town.when(SignContract{
                        2023, FundSource::county, line, "测", "测", "", fen, "2023-05-04", Procurement::other, "无"});
                    if (made) contracts.push_back(made.value().subject);
                    break;
                }
                default:
                    if (!contracts.empty()) {
                        const auto which = *rc::gen::inRange<std::size_t>(0, contracts.size());
                        (void)town.when(MakePayment{{contracts[which]}, fen, std::to_string(i), "2023-06-01", {}});
                    }
            }
        }
        for (const auto& row : fund_rows(town.rows())) {
            RC_ASSERT(row.bound_fen <= row.budget_fen);
            RC_ASSERT(row.paid_fen <= row.bound_fen);
        }
    }));
}

}  // namespace
}  // namespace anlan::programme
