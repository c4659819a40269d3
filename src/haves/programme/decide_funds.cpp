#include <fmt/format.h>

#include <algorithm>

#include "programme/funds_commands.hpp"
#include "programme/funds_queries.hpp"
#include "programme/reuse.hpp"

/// Earmarked money stays on its line (专款专用), nothing is spent that was not granted, nothing is booked twice.
namespace anlan::programme {

using journal::Decision;
using journal::Desk;

namespace {

constexpr std::int64_t kFirstYear = 2020, kLastYear = 2100;
constexpr std::int64_t kMostFen = 100'000'000'000;  ///< a thousand million yuan: no station's budget

Result<void> amount_fits(std::int64_t fen, bool zero_too = false) {
    if (fen <= kMostFen && (fen > 0 || (zero_too && fen == 0))) return done();
    return refuse("amount_invalid", "amount_fen", "请填写大于零的金额", "give an amount above zero");
}

Result<void> not_empty(const std::string& text, const char* field, const char* zh, const char* en) {
    if (!text.empty()) return done();
    return refuse(std::string(field) + "_empty", field, zh, en);
}

/// A day that was, not one to come.
Result<void> day_was(const std::string& day, const std::string& earliest, const Desk& desk) {
    const bool real = day.size() == 10 && parse_time(day + "T00:00:00").has_value();
    if (real && day <= to_local(desk.now).substr(0, 10) && day >= earliest) return done();
    return refuse(
        "day_invalid",
        "day",
        "日期应是不晚于今天的真实日期，付款不能早于合同签订",
        "the day must be real and not to come; a payment is not before its contract"
    );
}

/// What is said to be used on stands in the survey, and can be.
Result<void> reuse_fits(const Desk& desk, const std::vector<std::string>& reused) {
    for (const auto& id : reused) {
        const auto found = own_found(desk.views, id);
        if (!found)
            return refuse(
                "reuse_unknown",
                "reused",
                "利旧摸底里没有这一项，请刷新后重选",
                "the survey has no such row; reload and choose again"
            );
        if (!found->reusable())
            return refuse(
                "not_reusable",
                "reused",
                "“" + found->what.name + "”登记为不可利旧，不能作为利旧项",
                found->what.name + " stands in the survey as not to be used on"
            );
    }
    return done();
}

FundRow row_of(const Desk& desk, std::int64_t year, FundSource source, FundLine line) {
    for (const auto& row : fund_rows(desk.views))
        if (row.node.text.empty() && row.year == year && row.source == source && row.line == line) return row;
    return {{}, year, source, line, 0, 0, 0, ""};
}

}  // namespace

Result<Decision> decide(const SetBudget& wish, const Desk& desk) {
    if (wish.year < kFirstYear || wish.year > kLastYear)
        return refuse("year_invalid", "year", "请填写四位年份", "give the year in four digits");
    BOOST_OUTCOME_TRYV(amount_fits(wish.amount_fen, true));
    BOOST_OUTCOME_TRYV(not_empty(wish.document, "document", "请填写批复文号", "give the number of the grant"));
    const auto row = row_of(desk, wish.year, wish.source, wish.line);
    if (wish.amount_fen < row.bound_fen)
        return refuse(
            "budget_below_contracts",
            "amount_fen",
            fmt::format("已签合同 {} 元，预算不能低于它", yuan(row.bound_fen)),
            fmt::format("contracts bind {} yuan already; the budget cannot be less", yuan(row.bound_fen))
        );
    return journal::decided(journal::event(
        fmt::format("funds/{}/{}/{}", wish.year, to_text(wish.source), to_text(wish.line)),
        BudgetSet{wish.year, wish.source, wish.line, wish.amount_fen, wish.document}
    ));
}

Result<Decision> decide(const SignContract& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(not_empty(wish.title, "title", "请填写合同名称", "name the contract"));
    BOOST_OUTCOME_TRYV(not_empty(wish.supplier, "supplier", "请填写供应单位", "name the supplier"));
    BOOST_OUTCOME_TRYV(amount_fits(wish.amount_fen));
    BOOST_OUTCOME_TRYV(day_was(wish.day, "2020-01-01", desk));
    const auto not_reused = wish.not_reused.value_or("");
    const auto reused = wish.reused.value_or(std::vector<std::string>());
    BOOST_OUTCOME_TRYV(reuse_fits(desk, reused));
    if (is_thing(wish.line) && reused.empty()) {
        BOOST_OUTCOME_TRYV(not_empty(
            not_reused,
            "not_reused",
            "请从利旧摸底中选出利用了什么，或写明现有哪些不能利旧、为什么",
            "choose from the survey what is used on, or say what exists already and why it cannot be"
        ));
    }
    const auto row = row_of(desk, wish.year, wish.source, wish.line);
    if (wish.amount_fen > row.free_fen())
        return refuse(
            "over_budget",
            "amount_fen",
            fmt::format("这笔专款只剩 {} 元，不能挪用其他科目", yuan(row.free_fen())),
            fmt::format(
                "only {} yuan are left on this line; money of another line may not be used", yuan(row.free_fen())
            )
        );
    return journal::decided(journal::event(
        desk.new_id(),
        ContractSigned{
            wish.year,
            wish.source,
            wish.line,
            wish.title,
            wish.supplier,
            wish.number,
            wish.amount_fen,
            wish.day,
            wish.procurement,
            not_reused,
            reused}
    ));
}

Result<Decision> decide(const MakePayment& wish, const Desk& desk) {
    const auto contract = own_contract(desk.views, wish.contract);
    if (!contract)
        return refuse("contract_unknown", "contract", "没有这份合同，请从列表选择", "there is no such contract");
    BOOST_OUTCOME_TRYV(amount_fits(wish.amount_fen));
    BOOST_OUTCOME_TRYV(not_empty(wish.voucher, "voucher", "请填写凭证号", "give the voucher's number"));
    BOOST_OUTCOME_TRYV(day_was(wish.day, contract->day, desk));
    for (const auto& payment : all_payments(desk.views))
        if (payment.node.text.empty() && payment.voucher == wish.voucher && payment.reversed.empty())
            return refuse(
                "already_booked",
                "voucher",
                fmt::format("凭证 {} 已在 {} 入账 {} 元", wish.voucher, payment.day, yuan(payment.amount_fen)),
                fmt::format(
                    "voucher {} was booked on {} with {} yuan", wish.voucher, payment.day, yuan(payment.amount_fen)
                )
            );
    const auto left = contract->amount_fen - contract->paid_fen;
    if (wish.amount_fen > left)
        return refuse(
            "over_contract",
            "amount_fen",
            fmt::format("合同只剩 {} 元未付", yuan(left)),
            fmt::format("only {} yuan of the contract are unpaid", yuan(left))
        );
    return journal::decided(journal::event(
        desk.new_id(), PaymentMade{wish.contract, wish.amount_fen, wish.voucher, wish.day, wish.scan.value_or("")}
    ));
}

Result<Decision> decide(const ReversePayment& wish, const Desk& desk) {
    const auto payments = all_payments(desk.views);
    const auto payment = std::ranges::find_if(payments, [&](const PaymentFacts& each) {
        return each.node.text.empty() && each.id == wish.payment;
    });
    if (payment == payments.end())
        return refuse("payment_unknown", "payment", "没有这笔付款", "there is no such payment");
    if (!payment->reversed.empty())
        return refuse("already_reversed", "payment", "这笔付款已冲销", "it has been reversed already");
    BOOST_OUTCOME_TRYV(not_empty(wish.reason, "reason", "请写明冲销原因", "say why it is reversed"));
    return journal::decided(journal::event(wish.payment.text, PaymentReversed{wish.reason}));
}

}  // namespace anlan::programme
