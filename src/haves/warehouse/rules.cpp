#include "warehouse/rules.hpp"

#include <algorithm>

#include "organisation/queries.hpp"

namespace anlan::warehouse {

namespace {

/// The last time somebody took some of it, so that who comes second knows from whom.
std::string last_taken(const journal::Desk& desk, const std::string& store, const std::string& item) {
    for (const auto& row : movements(desk.views, desk.world, {.store = store, .item = item, .batch = {}}, "", 20))
        if (row.kind == "issued")
            return "（最近一次：" + organisation::person_name(desk.views, PersonId{row.actor}) + "，" +
                   to_local(row.at).substr(11, 5) + "，" + row.purpose + "）";
    return {};
}

/// What earlier lines of the same slip have taken already.
using Taken = std::map<std::string, std::int64_t>;

Refusal not_enough(
    const journal::Desk& desk, const std::string& store, const std::string& item, std::int64_t have, std::int64_t wanted
) {
    const auto facts = item_facts(desk.views, item).value_or(ItemFacts{item, {}, "", "", 1, false, 0, ""});
    return refuse(
        "not_enough",
        "wanted",
        "“" + item + "”本库可用 " + in_units(have, facts.grain, facts.unit) + "，不够 " +
            in_units(wanted, facts.grain, facts.unit) + last_taken(desk, store, item) + "。请减少数量或从其他仓库调",
        "only " + in_units(have, facts.grain, facts.unit) + " of " + item +
            " can be had in this store; ask for less or from another store"
    );
}

Result<void> pick_batch(
    const journal::Desk& desk,
    const std::string& store,
    const WantedStock& want,
    Taken& taken,
    std::vector<Piece>& pieces
) {
    const auto batch = batch_row(desk.views, want.batch);
    if (!batch || !batch->node.empty()) return batch_unknown();
    if (!batch->expires_on.empty() && batch->expires_on < today(desk))
        return refuse(
            "batch_expired",
            "wanted",
            "“" + batch->item + "”这一批已于 " + batch->expires_on + " 过期，请换一批，过期的办理报废",
            "this batch has expired; take another one and have it scrapped"
        );
    const auto have = balance_of(desk.views, desk.world, batch->id, store).usable - taken[batch->id];
    if (have < want.quantity)
        return not_enough(desk, store, batch->item, std::max<std::int64_t>(0, have), want.quantity);
    taken[batch->id] += want.quantity;
    pieces.push_back({want.batch, batch->item, want.quantity});
    return done();
}

Result<void> pick_item(
    const journal::Desk& desk,
    const std::string& store,
    const WantedStock& want,
    Taken& taken,
    std::vector<Piece>& pieces
) {
    const auto item = item_facts(desk.views, want.item);
    if (!item) return refuse("item_unknown", "wanted", "品目表里没有“" + want.item + "”", "no such item: " + want.item);
    auto left = want.quantity;
    std::int64_t have = 0;
    std::vector<Piece> found;
    for (const auto& row : balances(desk.views, desk.world, {.store = store, .item = item->name, .batch = {}})) {
        if (!row.expires_on.empty() && row.expires_on < today(desk)) continue;
        const auto free = row.usable - taken[row.batch];
        if (free <= 0) continue;
        have += free;
        const auto take = std::min(free, left);
        if (take > 0) found.push_back({BatchId{row.batch}, item->name, take});
        left -= take;
    }
    if (left > 0) return not_enough(desk, store, item->name, have, want.quantity);
    for (auto& each : found) {
        taken[each.batch.text] += each.quantity;
        pieces.push_back(std::move(each));
    }
    return done();
}

}  // namespace

Refusal store_unknown() {
    return refuse(
        "store_unknown",
        "store",
        "没有这个仓库，请先在台账“仓库”里登记",
        "no such store; enter it in the list of stores first"
    );
}

Refusal batch_unknown() {
    return refuse("batch_unknown", "batch", "本站没有这个批次", "this station has no such batch");
}

Refusal quantity_invalid(const std::string& field) {
    return refuse(
        "quantity_invalid",
        field,
        "数量应为大于零的整数（按最小单位计，不能是负数或半件）",
        "a quantity is a whole number above zero, in the smallest unit"
    );
}

Result<StoreFacts> own_store(const journal::Desk& desk, const std::string& id) {
    for (auto& each : own_stores(desk.views))
        if (each.id == id) return std::move(each);
    return store_unknown();
}

std::string today(const journal::Desk& desk) {
    return to_local(desk.now).substr(0, 10);
}

Result<std::vector<Piece>> picked(
    const journal::Desk& desk, const std::string& store, const std::vector<WantedStock>& wanted
) {
    if (wanted.empty()) return refuse("nothing_wanted", "wanted", "请填写要领的物资", "say what is wanted");
    std::vector<Piece> pieces;
    Taken taken;
    for (const auto& want : wanted) {
        if (want.quantity <= 0 || want.quantity > kMostQuantity) return quantity_invalid("wanted");
        BOOST_OUTCOME_TRYV(
            want.batch.empty() ? pick_item(desk, store, want, taken, pieces)
                               : pick_batch(desk, store, want, taken, pieces)
        );
    }
    // Two lines of one batch are one.
    std::map<std::string, std::size_t> place;
    std::vector<Piece> merged;
    for (auto& piece : pieces) {
        const auto [at, is_new] = place.emplace(piece.batch.text, merged.size());
        if (is_new)
            merged.push_back(std::move(piece));
        else
            merged[at->second].quantity += piece.quantity;
    }
    return merged;
}

bool second_person(const journal::Desk& desk, const std::string& first) {
    return desk.actor != first;
}

}  // namespace anlan::warehouse
