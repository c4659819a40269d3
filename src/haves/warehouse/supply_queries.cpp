#include "warehouse/supply_queries.hpp"

#include <algorithm>

#include "registers/queries.hpp"

namespace anlan::warehouse {

namespace {

const std::string kSupplies =
    "SELECT id, drill, agreement, supplier, item, unit, grain, quantity, store, purpose, origin, dispatch, ordered_at, "
    "ordered_by, due_at, ended_at, arrived, cost_fen, batch, reason FROM stock_supply ";

/// The words of a list as people write it: 饮用水、方便食品.
std::vector<std::string> words_of(std::string list) {
    for (const std::string_view mark : {"、", "，", "；", ","})
        for (auto at = list.find(mark); at != std::string::npos; at = list.find(mark, at + 1))
            list.replace(at, mark.size(), "\n");
    std::vector<std::string> words;
    for (std::size_t from = 0; from <= list.size();) {
        const auto until = std::min(list.find('\n', from), list.size());
        auto word = list.substr(from, until - from);
        word.erase(0, word.find_first_not_of(' '));
        word.erase(word.find_last_not_of(' ') + 1);
        if (!word.empty()) words.push_back(std::move(word));
        from = until + 1;
    }
    return words;
}

}  // namespace

bool AgreementFacts::covers(const ItemFacts& item) const {
    const auto words = words_of(items);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return word == item.name || std::find(item.aliases.begin(), item.aliases.end(), word) != item.aliases.end();
    });
}

std::optional<AgreementFacts> agreement_facts(store::Rows& rows, const std::string& id) {
    const auto kept = registers::kept_row(rows, "supply_agreements", id);
    if (!kept) return std::nullopt;
    auto read = registers::read_rows<AgreementFacts>({*kept});
    if (read.empty()) return std::nullopt;
    read.front().second.id = id;
    return std::move(read.front().second);
}

std::vector<AgreementFacts> agreements_for(store::Rows& rows, const std::string& today, const std::string& item) {
    const auto facts = item.empty() ? std::nullopt : item_facts(rows, item);
    std::vector<AgreementFacts> all;
    for (auto& [id, each] : registers::read_rows<AgreementFacts>(registers::kept_rows(rows, "supply_agreements"))) {
        if (each.valid_to < today || (!item.empty() && (!facts || !each.covers(*facts)))) continue;
        each.id = id;
        all.push_back(std::move(each));
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.minutes < b.minutes; });
    return all;
}

std::optional<SupplyRow> supply_row(store::Rows& rows, const SupplyId& id) {
    return rows.first<SupplyRow>(kSupplies + "WHERE id = :i", id);
}

std::int64_t supply_cost_fen(store::Rows& rows, const std::string& dispatch) {
    return rows
        .value<std::int64_t>(
            "SELECT CAST(COALESCE(SUM(cost_fen), 0) AS BIGINT) FROM stock_supply WHERE dispatch = :d", dispatch
        )
        .value_or(0);
}

std::vector<SupplyRow> supplies(store::Rows& rows, const World& world, std::int64_t limit) {
    return rows.select<SupplyRow>(
        kSupplies +
            "WHERE drill = :d ORDER BY CASE WHEN ended_at IS NULL THEN 0 ELSE 1 END, ordered_at DESC, id LIMIT :l",
        world.text(),
        limit
    );
}

}  // namespace anlan::warehouse
