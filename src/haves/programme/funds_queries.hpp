#pragma once

#include <optional>
#include <vector>

#include "programme/funds_events.hpp"
#include "store/rows.hpp"

namespace anlan::programme {

/// One source and line of a year: what was granted, bound by contracts, paid. `node` is empty for this node's own.
struct FundRow {
    AreaCode node;
    std::int64_t year = 0;
    FundSource source = FundSource::county;
    FundLine line = FundLine::site;
    std::int64_t budget_fen = 0, bound_fen = 0, paid_fen = 0;
    std::string document;
    std::int64_t free_fen() const { return budget_fen - bound_fen; }
};
BOOST_DESCRIBE_STRUCT(FundRow, (), (node, year, source, line, budget_fen, bound_fen, paid_fen, document))

struct ContractFacts {
    ContractId id;
    AreaCode node;
    std::int64_t year = 0;
    FundSource source = FundSource::county;
    FundLine line = FundLine::site;
    std::string title, supplier, number;
    std::int64_t amount_fen = 0, paid_fen = 0;
    std::string day;
    Procurement procurement = Procurement::other;
    std::string not_reused;
    std::vector<std::string> reused;
};
BOOST_DESCRIBE_STRUCT(
    ContractFacts,
    (),
    (id, node, year, source, line, title, supplier, number, amount_fen, paid_fen, day, procurement, not_reused, reused)
)

struct PaymentFacts {
    PaymentId id;
    AreaCode node;
    ContractId contract;
    std::int64_t amount_fen = 0;
    std::string voucher, day, scan;
    std::string reversed;  ///< the reason; empty: it counts
};
BOOST_DESCRIBE_STRUCT(PaymentFacts, (), (id, node, contract, amount_fen, voucher, day, scan, reversed))

/// Of this node (`node` is empty) and of those below.
std::vector<FundRow> fund_rows(store::Rows& rows);
std::vector<ContractFacts> all_contracts(store::Rows& rows);
std::vector<PaymentFacts> all_payments(store::Rows& rows);
std::optional<ContractFacts> own_contract(store::Rows& rows, const ContractId& id);

inline constexpr double kFenOfYuan = 100;
/// "12.05" of 1205.
std::string yuan(std::int64_t fen);

}  // namespace anlan::programme
