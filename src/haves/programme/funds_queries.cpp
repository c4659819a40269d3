#include "programme/funds_queries.hpp"

#include <fmt/format.h>

namespace anlan::programme {

std::vector<FundRow> fund_rows(store::Rows& rows) {
    return rows.select<FundRow>(
        "SELECT b.node, b.year, b.source, b.line, b.amount_fen, COALESCE((SELECT SUM(c.amount_fen) FROM fund_contract "
        "c "
        "WHERE c.node = b.node AND c.year = b.year AND c.source = b.source AND c.line = b.line), 0), COALESCE((SELECT "
        "SUM(p.amount_fen) FROM fund_payment p JOIN fund_contract c ON c.id = p.contract AND c.node = p.node LEFT JOIN "
        "fund_reversal r ON r.payment = p.id AND r.node = p.node WHERE r.payment IS NULL AND c.node = b.node AND "
        "c.year "
        "= b.year AND c.source = b.source AND c.line = b.line), 0), b.document FROM fund_budget b ORDER BY b.node, "
        "b.year DESC, b.source, b.line"
    );
}

std::vector<ContractFacts> all_contracts(store::Rows& rows) {
    return rows.select<ContractFacts>(
        "SELECT c.id, c.node, c.year, c.source, c.line, c.title, c.supplier, c.number, c.amount_fen, COALESCE((SELECT "
        "SUM(p.amount_fen) FROM fund_payment p LEFT JOIN fund_reversal r ON r.payment = p.id AND r.node = p.node WHERE "
        "r.payment IS NULL AND p.contract = c.id AND p.node = c.node), 0), c.day, c.procurement, c.not_reused, "
        "c.reused FROM "
        "fund_contract c ORDER BY c.day DESC, c.id"
    );
}

std::vector<PaymentFacts> all_payments(store::Rows& rows) {
    return rows.select<PaymentFacts>(
        "SELECT p.id, p.node, p.contract, p.amount_fen, p.voucher, p.day, p.scan, COALESCE(r.reason, '') FROM "
        "fund_payment p LEFT JOIN fund_reversal r ON r.payment = p.id AND r.node = p.node "
        "ORDER BY p.day DESC, p.id"
    );
}

std::optional<ContractFacts> own_contract(store::Rows& rows, const ContractId& id) {
    for (auto& contract : all_contracts(rows))
        if (contract.node.text.empty() && contract.id == id) return std::move(contract);
    return std::nullopt;
}

std::string yuan(std::int64_t fen) {
    return fmt::format("{}.{:02}", fen / 100, fen % 100);
}

}  // namespace anlan::programme
