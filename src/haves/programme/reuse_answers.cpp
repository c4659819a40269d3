#include "programme/reuse_answers.hpp"

#include <algorithm>
#include <map>

#include "organisation/queries.hpp"
#include "programme/funds_queries.hpp"

namespace anlan::programme {

namespace {

SurveyedAnswer answer_of(const Surveyed& found, const std::vector<ContractFacts>& contracts) {
    const auto& what = found.what;
    SurveyedAnswer answer{
        found.id,
        what.kind,
        what.name,
        what.place,
        what.state,
        what.reuse,
        what.note,
        what.count,
        found.value_fen(),
        found.reusable(),
        what.in_use,
        {}};
    for (const auto& contract : contracts)
        if (contract.node == found.node && std::ranges::count(contract.reused, found.id) > 0)
            answer.contracts.push_back(contract.title);
    answer.used = answer.used || !answer.contracts.empty();
    return answer;
}

void count(StationReuse& station, const Surveyed& found, const SurveyedAnswer& answer) {
    ++station.found;
    if (!found.reusable()) return;
    ++station.reusable;
    station.after_repair += answer.reuse == kAfterRepair;
    station.reusable_fen += answer.value_fen;
    station.used += answer.used;
    if (answer.used) station.used_fen += answer.value_fen;
}

}  // namespace

std::vector<StationReuse> reuse_seen(store::Rows& rows, const AreaCode& here, const std::string& until) {
    auto contracts = all_contracts(rows);
    std::erase_if(contracts, [&](const ContractFacts& each) {
        return !is_thing(each.line) || (!until.empty() && each.day > until);
    });
    std::map<AreaCode, StationReuse> by_node;
    for (const auto& found : all_found(rows)) {
        auto answer = answer_of(found, contracts);
        auto& station = by_node[found.node];
        count(station, found, answer);
        station.items.push_back(std::move(answer));
    }
    for (const auto& contract : contracts) {
        auto& station = by_node[contract.node];
        ++station.purchases;
        station.with_reuse += !contract.reused.empty();
        station.bought_fen += contract.amount_fen;
    }
    std::vector<StationReuse> all;
    for (auto& [node, station] : by_node) {
        station.own = node.text.empty();
        station.node = station.own ? here : node;
        station.name = organisation::area_name(rows, station.node);
        all.push_back(std::move(station));
    }
    return all;
}

}  // namespace anlan::programme
