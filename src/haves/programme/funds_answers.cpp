#include "programme/funds_answers.hpp"

#include <map>

#include "organisation/queries.hpp"

namespace anlan::programme {

std::vector<StationFunds> funds_seen(store::Rows& rows, const AreaCode& here) {
    std::map<AreaCode, StationFunds> by_node;
    for (auto& row : fund_rows(rows)) {
        auto& station = by_node[row.node];
        station.budget_fen += row.budget_fen;
        station.bound_fen += row.bound_fen;
        station.paid_fen += row.paid_fen;
        station.rows.push_back(std::move(row));
    }
    const auto payments = all_payments(rows);
    for (auto& contract : all_contracts(rows)) {
        ContractAnswer answer{std::move(contract), {}};
        for (const auto& payment : payments)
            if (payment.node == answer.contract.node && payment.contract == answer.contract.id)
                answer.payments.push_back(payment);
        by_node[answer.contract.node].contracts.push_back(std::move(answer));
    }
    std::vector<StationFunds> all;
    for (auto& [node, station] : by_node) {
        station.own = node.text.empty();
        station.node = station.own ? here : node;
        station.name = organisation::area_name(rows, station.node);
        all.push_back(std::move(station));
    }
    return all;
}

}  // namespace anlan::programme
