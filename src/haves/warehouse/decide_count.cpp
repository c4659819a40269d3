#include <algorithm>
#include <set>

#include "warehouse/rules.hpp"

namespace anlan::warehouse {

namespace {

constexpr std::chrono::hours kOldest{7 * 24};  // a phone that was without signal for longer has a wrong clock

Result<CountRow> own_count(const Desk& desk, const CountId& id) {
    auto count = count_row(desk.views, id.text);
    if (!count || !count->node.empty())
        return refuse("count_unknown", "count", "没有这次盘点", "there is no such count");
    return std::move(*count);
}

Result<CountRow> running_count(const Desk& desk, const CountId& id) {
    BOOST_OUTCOME_TRY(auto count, own_count(desk, id));
    if (count.ended_at)
        return refuse(
            "count_ended", "count", "这次盘点已提交，请另起一次盘点", "this count has been handed in; begin another"
        );
    return count;
}

/// What the account held when it was seen: what has moved since is taken off again, so a slip written while somebody
/// counts is no difference.
std::int64_t book_at(const Desk& desk, const std::string& batch, const std::string& store, Instant seen) {
    return balance_of(desk.views, desk.world, batch, store).usable -
           moved_since(desk.views, desk.world, batch, store, seen);
}

std::vector<Difference> differences_of(const Desk& desk, const std::vector<CountLine>& lines) {
    std::vector<Difference> all;
    for (const auto& line : lines) {
        if (!line.counted || *line.counted == line.book) continue;
        const auto batch = batch_row(desk.views, BatchId{line.batch});
        all.push_back({BatchId{line.batch}, batch ? batch->item : "", *line.counted - line.book, ""});
    }
    return all;
}

}  // namespace

Result<Decision> decide(const BeginCount& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(own_store(desk, wish.store));
    if (const auto open = open_count(desk.views, desk.world, wish.store)) {
        if (open->ended_at)
            return refuse(
                "count_waits",
                "store",
                "上次盘点已交，正等另一人批准；请先请站长批准，再开始新的盘点",
                "the last count has been handed in and waits for a second person; have it approved first"
            );
        return Decision{{}, open->id, {}};
    }
    CountBegun begun{wish.store, {}};
    for (const auto& row : balances(desk.views, desk.world, {.store = wish.store, .item = {}, .batch = {}}))
        if (row.usable > 0) begun.batches.push_back(BatchId{row.batch});
    if (begun.batches.empty())
        return refuse("store_empty", "store", "账上这个仓库没有物资，无需盘点", "by the account this store is empty");
    return journal::decided(journal::event(desk.new_id(), begun));
}

Result<Decision> decide(const CountBatch& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto count, running_count(desk, wish.count));
    if (wish.counted < 0 || wish.counted > kMostQuantity)
        return refuse(
            "quantity_invalid",
            "counted",
            "实盘数应为不小于零的整数",
            "what was counted is a whole number, not below zero"
        );
    const auto batch = batch_row(desk.views, wish.batch);
    if (!batch || !batch->node.empty()) return batch_unknown();
    const auto lines = count_lines(desk.views, count.id);
    const auto line =
        std::find_if(lines.begin(), lines.end(), [&](const CountLine& each) { return each.batch == wish.batch.text; });
    if (line != lines.end() && line->counted) {
        if (*line->counted == wish.counted) return Decision{{}, count.id, {}};
        if (line->counted_by != desk.actor && !wish.again)
            return refuse(
                "already_counted_otherwise",
                "counted",
                "另一人盘得 " + std::to_string(*line->counted) + "，请两人当面复盘后再提交",
                "another person counted " + std::to_string(*line->counted) + "; count it together once more"
            );
    }
    const bool odd = wish.seconds_ago < 0 || std::chrono::seconds{wish.seconds_ago} > kOldest;
    const auto seen = odd ? desk.now : desk.now - std::chrono::seconds{wish.seconds_ago};
    return journal::decided(journal::event(
        count.id, BatchCounted{wish.batch, wish.counted, book_at(desk, batch->id, count.store, seen), seen, odd}
    ));
}

Result<Decision> decide(const EndCount& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto count, running_count(desk, wish.count));
    const auto lines = count_lines(desk.views, count.id);
    const auto uncounted =
        std::count_if(lines.begin(), lines.end(), [](const CountLine& each) { return !each.counted; });
    if (uncounted > 0)
        return refuse(
            "batches_uncounted",
            "count",
            "还有 " + std::to_string(uncounted) + " 批没有盘到；确实没有的请填 0",
            std::to_string(uncounted) + " batches are not counted yet; enter 0 for what is not there"
        );
    auto differences = differences_of(desk, lines);
    for (auto& each : differences) {
        for (const auto& said : wish.reasons)
            if (said.batch == each.batch) each.reason = said.reason;
        if (each.reason.empty())
            return refuse(
                "difference_unexplained",
                "reasons",
                "“" + each.item + "”账实相差 " + std::to_string(each.delta) + "，请写明原因",
                "say why " + each.item + " differs by " + std::to_string(each.delta)
            );
    }
    return journal::decided(journal::event(count.id, CountEnded{count.store, std::move(differences)}));
}

Result<Decision> decide(const ApproveCount& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto count, own_count(desk, wish.count));
    if (!count.ended_at) return refuse("count_open", "count", "盘点还没有提交", "the count has not been handed in");
    if (count.approved_at) return refuse("already_approved", "count", "这次盘点已审批", "it is already approved");
    const auto lines = count_lines(desk.views, count.id);
    const bool counted_it =
        std::any_of(lines.begin(), lines.end(), [&](const CountLine& each) { return each.counted_by == desk.actor; });
    if (counted_it)
        return refuse(
            "second_person_wanted",
            "count",
            "盘点人不能审批自己的盘点，请站长或另一名保管员审批",
            "whoever counted cannot approve; the station head or another keeper does"
        );
    for (const auto& each : count.differences)
        if (balance_of(desk.views, desk.world, each.batch.text, count.store).usable + each.delta < 0)
            return refuse(
                "not_enough",
                "count",
                "“" + each.item + "”盘点后已出库，账上不够冲减，请重新盘这一批",
                each.item + " was issued after the count; count it again"
            );
    return journal::decided(
        journal::event(count.id, CountApproved{count.store, static_cast<std::int64_t>(lines.size()), count.differences})
    );
}

static std::optional<World> world_of_count(store::Rows& rows, const CountId& id) {
    const auto count = count_row(rows, id.text);
    if (!count) return std::nullopt;
    return World::stored(count->drill);
}

std::optional<World> world_of(const CountBatch& wish, store::Rows& rows) {
    return world_of_count(rows, wish.count);
}
std::optional<World> world_of(const EndCount& wish, store::Rows& rows) {
    return world_of_count(rows, wish.count);
}
std::optional<World> world_of(const ApproveCount& wish, store::Rows& rows) {
    return world_of_count(rows, wish.count);
}

}  // namespace anlan::warehouse
