#pragma once

#include "journal/desk.hpp"
#include "programme/funds_events.hpp"

namespace anlan::programme {

/// Refuses `year_invalid`, `amount_invalid`, `document_empty`, `budget_below_contracts` with what is bound already.
struct SetBudget {
    std::int64_t year = 0;
    FundSource source = FundSource::county;
    FundLine line = FundLine::site;
    std::int64_t amount_fen = 0;
    std::string document;
};
BOOST_DESCRIBE_STRUCT(SetBudget, (), (year, source, line, amount_fen, document))

/// Refuses `over_budget` with what is left of that source and line (专款专用), `title_empty`, `amount_invalid`,
/// `day_invalid`, `not_reused_empty` for things bought that neither use something on nor say why nothing could be,
/// `reuse_unknown` and `not_reusable` for rows that are not in the survey, or not to be used on (R29).
struct SignContract {
    std::int64_t year = 0;
    FundSource source = FundSource::county;
    FundLine line = FundLine::site;
    std::string title, supplier, number;
    std::int64_t amount_fen = 0;
    std::string day;
    Procurement procurement = Procurement::other;
    std::optional<std::string> not_reused;
    std::optional<std::vector<std::string>> reused{};
};
BOOST_DESCRIBE_STRUCT(
    SignContract, (), (year, source, line, title, supplier, number, amount_fen, day, procurement, not_reused, reused)
)

/// Refuses `contract_unknown`, `over_contract`, `already_booked` for a voucher entered before, `day_invalid` for a day
/// to come or before the contract, `voucher_empty`.
struct MakePayment {
    ContractId contract;
    std::int64_t amount_fen = 0;
    std::string voucher, day;
    std::optional<std::string> scan;
};
BOOST_DESCRIBE_STRUCT(MakePayment, (), (contract, amount_fen, voucher, day, scan))

/// Refuses `payment_unknown`, `already_reversed`, `reason_empty`.
struct ReversePayment {
    PaymentId payment;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReversePayment, (), (payment, reason))

Result<journal::Decision> decide(const SetBudget& wish, const journal::Desk& desk);
Result<journal::Decision> decide(const SignContract& wish, const journal::Desk& desk);
Result<journal::Decision> decide(const MakePayment& wish, const journal::Desk& desk);
Result<journal::Decision> decide(const ReversePayment& wish, const journal::Desk& desk);

}  // namespace anlan::programme
