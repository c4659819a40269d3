#pragma once

#include "journal/event.hpp"

/// The programme's money (专项资金): budget, contracts, payments. Amounts are whole fen (分), so that sums are exact.
/// POLICY.md §1.1 (earmarked, borne by the county, subsidy from the prefecture), §1.6.
namespace anlan::programme {

using ContractId = Id<struct ContractTag>;
using PaymentId = Id<struct PaymentTag>;

/// 县级, 泉州补助, 镇级配套.
BOOST_DEFINE_ENUM_CLASS(FundSource, county, prefecture, town)
/// 场地, 物资, 设备, 人员.
BOOST_DEFINE_ENUM_CLASS(FundLine, site, materials, equipment, people)
/// Rooms, material and equipment may exist already; the work of people is bought anew.
inline bool is_thing(FundLine line) {
    return line != FundLine::people;
}
/// 政府采购, 网上超市, 询价, 其他.
BOOST_DEFINE_ENUM_CLASS(Procurement, tender, online_store, quotation, other)

struct BudgetSet {
    static constexpr journal::EventKind kKind{"funds.budget_set", 1, journal::Share::up};
    std::int64_t year = 0;
    FundSource source = FundSource::county;
    FundLine line = FundLine::site;
    std::int64_t amount_fen = 0;
    std::string document;  ///< number of the document that grants it
};
BOOST_DESCRIBE_STRUCT(BudgetSet, (), (year, source, line, amount_fen, document))

struct ContractSigned {
    static constexpr journal::EventKind kKind{"funds.contract_signed", 1, journal::Share::up};
    std::int64_t year = 0;
    FundSource source = FundSource::county;
    FundLine line = FundLine::site;
    std::string title, supplier, number;
    std::int64_t amount_fen = 0;
    std::string day;  ///< YYYY-MM-DD
    Procurement procurement = Procurement::other;
    std::string not_reused;           ///< what exists already and why it does not do (利旧)
    std::vector<std::string> reused;  ///< rows of the survey that this purchase uses on
};
BOOST_DESCRIBE_STRUCT(
    ContractSigned, (), (year, source, line, title, supplier, number, amount_fen, day, procurement, not_reused, reused)
)

struct PaymentMade {
    static constexpr journal::EventKind kKind{"funds.payment_made", 1, journal::Share::up};
    ContractId contract;
    std::int64_t amount_fen = 0;
    std::string voucher, day, scan;  ///< scan: SHA-256 of an attachment
};
BOOST_DESCRIBE_STRUCT(PaymentMade, (), (contract, amount_fen, voucher, day, scan))

/// 冲销: the payment stays readable and counts no more.
struct PaymentReversed {
    static constexpr journal::EventKind kKind{"funds.payment_reversed", 1, journal::Share::up};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PaymentReversed, (), (reason))

}  // namespace anlan::programme
