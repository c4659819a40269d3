#pragma once

#include "programme/funds_queries.hpp"

namespace anlan::programme {

/// A contract with its payments, as the page shows them.
struct ContractAnswer {
    ContractFacts contract;
    std::vector<PaymentFacts> payments;
};
BOOST_DESCRIBE_STRUCT(ContractAnswer, (), (contract, payments))

/// One station's books.
struct StationFunds {
    AreaCode node;
    std::string name;
    bool own = false;
    std::int64_t budget_fen = 0, bound_fen = 0, paid_fen = 0;
    std::vector<FundRow> rows;
    std::vector<ContractAnswer> contracts;
};
BOOST_DESCRIBE_STRUCT(StationFunds, (), (node, name, own, budget_fen, bound_fen, paid_fen, rows, contracts))

/// This node's own books first, then those below that have any.
std::vector<StationFunds> funds_seen(store::Rows& rows, const AreaCode& here);

}  // namespace anlan::programme
