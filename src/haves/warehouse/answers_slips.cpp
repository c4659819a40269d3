#include <algorithm>

#include "organisation/queries.hpp"
#include "policy/queries.hpp"
#include "warehouse/answers.hpp"

namespace anlan::warehouse {

SlipAnswer slip_answered(const http::Call& call, store::Rows& rows, Names& names, const SlipRow& slip) {
    SlipAnswer made;
    made.id = slip.id;
    made.store = slip.store;
    made.store_name = names.store_name(slip.store);
    made.node_name = names.node_name(slip.node);
    made.own = slip.node.empty();
    made.use = slip.use;
    made.purpose = slip.purpose;
    made.ordered_by = slip.ordered_by;
    made.receiver = slip.receiver;
    made.dispatch = slip.dispatch;
    made.issued_at = slip.issued_at;
    made.issued_by = made.own ? names.person_name(slip.issued_by) : made.node_name;
    made.return_by = slip.return_by;
    made.closed_at = slip.closed_at;
    made.overdue = !slip.closed_at && slip.return_by && *slip.return_by < call.now;
    made.signed_for = !slip.signature.empty();
    for (const auto& line : slip_lines(rows, slip.id)) {
        const auto& item = names.item(line.item);
        const auto batch = batch_row(rows, BatchId{line.batch});
        made.lines.push_back(
            {line.batch,
             line.item,
             item.unit,
             balance_of(rows, call.scope(), line.batch, slip.store).location,
             batch ? batch->expires_on : "",
             item.grain,
             line.issued,
             line.usable,
             line.damaged,
             line.lost}
        );
    }
    return made;
}

ScrapAnswer scrap_answered(const http::Call& call, store::Rows&, Names& names, const ScrapRow& scrap) {
    const auto& item = names.item(scrap.item);
    const bool own = scrap.node.empty();
    return {
        scrap.id,
        names.store_name(scrap.store),
        scrap.batch,
        scrap.item,
        item.unit,
        item.grain,
        scrap.quantity,
        scrap.kind,
        scrap.opinion,
        scrap.asked_at,
        own ? names.person_name(scrap.asked_by) : names.node_name(scrap.node),
        scrap.decided_at,
        scrap.decided_at && own ? names.person_name(scrap.decided_by) : "",
        scrap.approved,
        scrap.asked_by == call.caller.person.text,
        own,
        scrap.reason};
}

CountAnswer count_answered(const http::Call& call, store::Rows& rows, Names& names, const CountRow& count, bool whole) {
    CountAnswer made;
    made.id = count.id;
    made.store = count.store;
    made.store_name = names.store_name(count.store);
    made.begun_at = count.begun_at;
    made.begun_by = names.person_name(count.begun_by);
    made.ended_at = count.ended_at;
    made.approved_at = count.approved_at;
    made.approved_by = count.approved_at ? names.person_name(count.approved_by) : "";
    made.own = count.node.empty();
    made.differing = static_cast<std::int64_t>(count.differences.size());
    for (const auto& line : count_lines(rows, count.id)) {
        ++made.batches;
        made.counted += line.counted.has_value();
        made.counted_by_me |= line.counted_by == call.caller.person.text;
        const auto batch = batch_row(rows, BatchId{line.batch});
        if (!whole || !batch) continue;
        CountLineAnswer each;
        each.batch = line.batch;
        each.item = batch->item;
        each.unit = batch->unit;
        each.grain = batch->grain;
        each.location = balance_of(rows, call.scope(), line.batch, count.store).location;
        each.lot = batch->lot;
        each.expires_on = batch->expires_on;
        each.counted = line.counted;
        // A keeper counts blind; what differs is shown once everything has been counted.
        if (count.ended_at || (line.counted && *line.counted != line.book)) each.book = line.book;
        each.counted_by = names.person_name(line.counted_by);
        each.clock_odd = line.clock_odd;
        for (const auto& difference : count.differences)
            if (difference.batch.text == line.batch) each.reason = difference.reason;
        made.lines.push_back(std::move(each));
    }
    return made;
}

namespace {

/// The store that can best give some of an item to a node without falling below its own node's minimum.
void propose_source(
    StockDueAnswer& due, const ShortRow& row, store::Rows& rows, const std::vector<Available>& all, Names& names
) {
    std::map<std::string, std::int64_t> have;
    for (const auto& each : all)
        if (each.item == row.item) have[each.node] += each.usable;
    const Available* best = nullptr;
    std::int64_t most = 0;
    for (const auto& each : all) {
        if (each.item != row.item || each.node == row.node) continue;
        const auto least = minimums(rows, each.node);
        const auto kept = least.find(row.item);
        const auto spare = std::min(each.usable, have[each.node] - (kept == least.end() ? 0 : kept->second));
        if (spare > most) best = &each, most = spare;
    }
    if (best == nullptr) return;
    due.from_name = names.store_name(best->store);
    due.from_quantity = std::min(most, row.minimum - row.have);
}

void add_counts(std::vector<StockDueAnswer>& all, const http::Call& call, store::Rows& rows) {
    const auto every = policy::seconds(rows, "store.stocktake");
    for (const auto& each : stores_answered(call, rows)) {
        if (!each.own || each.batches == 0) continue;
        if (each.counted_at && *each.counted_at + every > call.now) continue;
        StockDueAnswer due;
        due.due = StockDue::count_due;
        due.subject = each.id;
        due.store = each.id;
        due.store_name = each.name;
        due.since = each.counted_at;
        all.push_back(std::move(due));
    }
    Names names(rows, call.node);
    for (const auto& count : counts(rows, call.scope(), 100)) {
        if (!count.node.empty() || !count.ended_at || count.approved_at) continue;
        StockDueAnswer due;
        due.due = StockDue::count_waiting;
        due.subject = count.id;
        due.store = count.store;
        due.store_name = names.store_name(count.store);
        due.quantity = static_cast<std::int64_t>(count.differences.size());
        due.since = count.ended_at;
        all.push_back(std::move(due));
    }
}

void add_batches(std::vector<StockDueAnswer>& all, const http::Call& call, store::Rows& rows) {
    for (const auto& batch : batches_answered(call, rows, {.store = {}, .item = {}, .batch = {}, .own = true})) {
        if (batch.usable == 0 || (batch.freshness != Freshness::expired && batch.freshness != Freshness::soon))
            continue;
        StockDueAnswer due;
        due.due = batch.freshness == Freshness::expired ? StockDue::expired : StockDue::expiring;
        due.subject = batch.id;
        due.item = batch.item;
        due.unit = batch.unit;
        due.grain = batch.grain;
        due.quantity = batch.usable;
        due.store = batch.store;
        due.store_name = batch.store_name;
        due.says = batch.expires_on;
        all.push_back(std::move(due));
    }
}

}  // namespace

std::vector<StockDueAnswer> due_answered(const http::Call& call, store::Rows& rows) {
    std::vector<StockDueAnswer> all;
    Names names(rows, call.node);
    const auto free = available(rows, call.scope(), to_local(call.now).substr(0, 10));
    for (const auto& row : shorts(rows, call.scope())) {
        StockDueAnswer due;
        due.due = StockDue::below_minimum;
        due.subject = due.item = row.item;
        due.unit = row.unit;
        due.grain = row.grain;
        due.quantity = row.have;
        due.minimum = row.minimum;
        due.node_name = names.node_name(row.node);
        due.since = row.since;
        propose_source(due, row, rows, free, names);
        all.push_back(std::move(due));
    }
    for (const auto& slip : slips(rows, call.scope(), true, 1'000)) {
        if (!slip.node.empty() || !slip.return_by || *slip.return_by > call.now) continue;
        StockDueAnswer due;
        due.due = StockDue::loan_overdue;
        due.subject = slip.id;
        due.store_name = names.store_name(slip.store);
        due.says = slip.receiver;
        due.since = slip.return_by;
        all.push_back(std::move(due));
    }
    for (const auto& scrap : scraps(rows, call.scope(), 100)) {
        if (scrap.decided_at || !scrap.node.empty()) continue;
        StockDueAnswer due;
        due.due = StockDue::scrap_waiting;
        due.subject = scrap.id;
        due.item = scrap.item;
        due.unit = names.item(scrap.item).unit;
        due.grain = names.item(scrap.item).grain;
        due.quantity = scrap.quantity;
        due.store_name = names.store_name(scrap.store);
        due.says = scrap.opinion;
        due.since = scrap.asked_at;
        all.push_back(std::move(due));
    }
    add_counts(all, call, rows);
    add_batches(all, call, rows);
    std::stable_sort(all.begin(), all.end(), [](const StockDueAnswer& a, const StockDueAnswer& b) {
        return a.due < b.due;
    });
    return all;
}

namespace {

struct LegSum {
    std::string batch, store;
    std::int64_t sum = 0;
};
BOOST_DESCRIBE_STRUCT(LegSum, (), (batch, store, sum))

struct LastCount {
    std::string batch;
    std::int64_t counted = 0;
    Instant seen_at{}, approved_at{};
};
BOOST_DESCRIBE_STRUCT(LastCount, (), (batch, counted, seen_at, approved_at))

}  // namespace

std::vector<AgreeAnswer> agreement_answered(const http::Call& call, store::Rows& rows) {
    Names names(rows, call.node);
    const auto store = call.query("store");
    std::map<std::pair<std::string, std::string>, std::int64_t> account;
    for (auto& leg : rows.select<LegSum>(
             "SELECT batch, store, CAST(SUM(delta) AS BIGINT) FROM stock_movement WHERE node = '' AND drill IN ('', "
             ":d) GROUP BY batch, store",
             call.scope().text()
         ))
        account[{leg.batch, leg.store}] = leg.sum;
    std::map<std::pair<std::string, std::string>, LastCount> last;
    for (const auto& count : counts(rows, call.scope(), 200)) {
        if (!count.node.empty() || !count.approved_at) continue;
        for (const auto& line : count_lines(rows, count.id))
            if (line.counted && line.seen_at)
                last.emplace(
                    std::pair{line.batch, count.store},
                    LastCount{line.batch, *line.counted, *line.seen_at, *count.approved_at}
                );
    }
    std::vector<AgreeAnswer> all;
    for (const auto& row : balances(rows, call.scope(), {.store = store, .item = {}, .batch = {}, .own = true})) {
        const auto& item = names.item(row.item);
        const auto batch = batch_row(rows, BatchId{row.batch});
        AgreeAnswer made{
            names.store_name(row.store),
            row.item,
            row.batch,
            batch ? batch->lot : "",
            row.location,
            item.unit,
            item.grain,
            account[{row.batch, row.store}],
            row.usable,
            {},
            {},
            false};
        const auto counted = last.find({row.batch, row.store});
        if (counted != last.end()) {
            // What was counted, with whatever moved between the counting and now; the count's own correction is in it.
            const auto& seen = counted->second;
            auto since = moved_since(rows, call.scope(), row.batch, row.store, seen.seen_at);
            for (const auto& move :
                 movements(rows, call.scope(), {.store = {}, .item = {}, .batch = row.batch}, "", 200))
                if (move.kind == "counted" && move.store == row.store && move.at == seen.approved_at)
                    since -= move.delta;
            made.goods = seen.counted + since;
            made.counted_at = seen.seen_at;
        }
        made.agrees = made.account == made.card && (!made.goods || *made.goods == made.card);
        all.push_back(std::move(made));
    }
    return all;
}

}  // namespace anlan::warehouse
