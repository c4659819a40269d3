#include "warehouse/records.hpp"

#include <fmt/format.h>

#include <charconv>
#include <limits>

namespace anlan::warehouse {

namespace {

constexpr const char* kBatch =
    "SELECT id, drill, node, item, unit, grain, class_code, source, lot, maker, made_on, expires_on, supplier, "
    "contract, fund, dispatch, received_at, notice FROM stock_batch ";
constexpr const char* kSlip =
    "SELECT id, drill, node, store, purpose_kind, purpose, ordered_by, receiver, origin, dispatch, issued_at, "
    "issued_by, return_by, closed_at, overdue, signature FROM stock_slip ";
constexpr const char* kScrap =
    "SELECT id, drill, node, store, batch, item, quantity, kind, opinion, asked_at, asked_by, decided_at, decided_by, "
    "approved, reason FROM stock_scrap ";
constexpr const char* kCount =
    "SELECT id, drill, node, store, begun_at, begun_by, ended_at, approved_at, approved_by, differences FROM "
    "stock_count ";

struct Total {
    std::string item;
    std::int64_t quantity = 0;
};
BOOST_DESCRIBE_STRUCT(Total, (), (item, quantity))

std::map<std::string, std::int64_t> by_item(const std::vector<Total>& totals) {
    std::map<std::string, std::int64_t> map;
    for (const auto& each : totals) map.emplace(each.item, each.quantity);
    return map;
}

struct Mark {
    std::int64_t at = 0;
    std::string node;
    std::int64_t seq = 0, line = 0;
};

std::int64_t number_in(std::string_view text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// "1690504620000.350581106000.17.2"; without one, after everything.
Mark mark_of(const std::string& cursor) {
    std::vector<std::string> parts(1);
    for (const char c : cursor)
        if (c == '.')
            parts.emplace_back();
        else
            parts.back().push_back(c);
    if (parts.size() != 4) return {std::numeric_limits<std::int64_t>::max(), "~", 0, 0};
    return {number_in(parts[0]), parts[1], number_in(parts[2]), number_in(parts[3])};
}

}  // namespace

std::optional<BatchRow> batch_row(store::Rows& rows, const BatchId& id) {
    return rows.first<BatchRow>(std::string(kBatch) + "WHERE id = :i", id);
}

std::vector<Balance> balances(store::Rows& rows, const World& world, const Where& where) {
    std::string sql =
        "SELECT batch, store, node, MAX(item), MAX(expires_on), MAX(location), CAST(SUM(usable) AS BIGINT), "
        "CAST(SUM(aside) AS BIGINT) FROM stock_balance WHERE drill IN ('', :d)";
    std::vector<store::Value> values{world.text()};
    const auto narrow = [&](const char* column, const std::string& value) {
        if (value.empty()) return;
        sql += fmt::format(" AND {0} = :{0}", column);
        values.emplace_back(value);
    };
    narrow("store", where.store);
    narrow("item", where.item);
    narrow("batch", where.batch);
    if (where.own) sql += " AND node = ''";
    sql +=
        " GROUP BY batch, store, node HAVING SUM(usable) > 0 OR SUM(aside) > 0 ORDER BY 4, "
        "CASE WHEN MAX(expires_on) = '' THEN 1 ELSE 0 END, 5, 1, 2";
    std::vector<Balance> all;
    using store::Column;
    static const std::vector<Column> kColumns{
        Column::text,
        Column::text,
        Column::text,
        Column::text,
        Column::text,
        Column::text,
        Column::integer,
        Column::integer};
    rows.ask(sql, std::move(values), kColumns, [&](std::vector<store::Value>& row) {
        Balance& made = all.emplace_back();
        std::size_t at = 0;
        boost::mp11::mp_for_each<reflect::members_of<Balance>>([&](auto member) {
            store::from_value(made.*member.pointer, std::move(row[at++]));
        });
    });
    return all;
}

Balance balance_of(store::Rows& rows, const World& world, const std::string& batch, const std::string& store) {
    Balance none;
    none.batch = batch;
    none.store = store;
    auto found = balances(rows, world, {.store = store, .item = {}, .batch = batch});
    return found.empty() ? none : std::move(found.front());
}

std::map<std::string, std::int64_t> own_totals(store::Rows& rows, const World& world, const std::string& today) {
    return by_item(rows.select<Total>(
        "SELECT item, CAST(SUM(usable) AS BIGINT) FROM stock_balance WHERE node = '' AND drill IN ('', :d) AND "
        "(expires_on = '' OR expires_on >= :t) GROUP BY item",
        world.text(),
        today
    ));
}

std::vector<MovementRow> movements(
    store::Rows& rows, const World& world, const Where& where, const std::string& cursor, std::int64_t limit
) {
    const auto mark = mark_of(cursor);
    std::string sql =
        "SELECT node, seq, line, at, actor, kind, slip, store, other, batch, item, delta, purpose FROM stock_movement "
        "WHERE ";
    // The narrowest index of all serves: a batch, else a store, else an item.
    const auto [column, value] = !where.batch.empty()   ? std::pair{"batch", where.batch}
                                 : !where.store.empty() ? std::pair{"store", where.store}
                                                        : std::pair{"item", where.item};
    const std::string rest =
        "(at, node, seq, line) < (:at, :n, :s, :l) AND drill IN ('', :d) ORDER BY at DESC, node DESC, seq DESC, line "
        "DESC LIMIT :m";
    if (value.empty())
        return rows.select<MovementRow>(sql + rest, mark.at, mark.node, mark.seq, mark.line, world.text(), limit);
    sql += fmt::format("{} = :v AND ", column);
    if (column == std::string_view("store") && !where.item.empty())
        return rows.select<MovementRow>(
            sql + "item = :i AND " + rest,
            value,
            where.item,
            mark.at,
            mark.node,
            mark.seq,
            mark.line,
            world.text(),
            limit
        );
    return rows.select<MovementRow>(sql + rest, value, mark.at, mark.node, mark.seq, mark.line, world.text(), limit);
}

std::string cursor_of(const MovementRow& row) {
    return fmt::format("{}.{}.{}.{}", row.at.time_since_epoch().count(), row.node, row.seq, row.line);
}

std::int64_t moved_since(
    store::Rows& rows, const World& world, const std::string& batch, const std::string& store, Instant since
) {
    return rows
        .value<std::int64_t>(
            "SELECT CAST(COALESCE(SUM(delta), 0) AS BIGINT) FROM stock_movement WHERE batch = :b AND store = :s AND at "
            "> :t AND drill IN ('', :d)",
            batch,
            store,
            since,
            world.text()
        )
        .value_or(0);
}

std::optional<SlipRow> slip_row(store::Rows& rows, const SlipId& id) {
    return rows.first<SlipRow>(std::string(kSlip) + "WHERE id = :i", id);
}

std::vector<SlipRow> slips(store::Rows& rows, const World& world, bool open, std::int64_t limit) {
    return rows.select<SlipRow>(
        std::string(kSlip) + "WHERE drill = :d " + (open ? "AND closed_at IS NULL " : "") +
            "ORDER BY issued_at DESC, id DESC LIMIT :l",
        world.text(),
        limit
    );
}

std::vector<SlipRow> slips_of_dispatch(store::Rows& rows, const std::string& dispatch) {
    return rows.select<SlipRow>(std::string(kSlip) + "WHERE dispatch = :d ORDER BY issued_at, id", dispatch);
}

std::vector<SlipRow> slips_for(store::Rows& rows, const World& world, const std::string& origin) {
    return rows.select<SlipRow>(
        std::string(kSlip) + "WHERE origin = :o AND drill = :d ORDER BY issued_at, id", origin, world.text()
    );
}

std::vector<SlipLine> slip_lines(store::Rows& rows, const std::string& slip) {
    return rows.select<SlipLine>(
        "SELECT batch, item, issued, usable, damaged, lost FROM stock_slip_line WHERE slip = :s ORDER BY item, batch",
        slip
    );
}

std::optional<ScrapRow> scrap_row(store::Rows& rows, const std::string& id) {
    return rows.first<ScrapRow>(std::string(kScrap) + "WHERE id = :i", id);
}

std::vector<ScrapRow> scraps(store::Rows& rows, const World& world, std::int64_t limit) {
    return rows.select<ScrapRow>(
        std::string(kScrap) +
            "WHERE drill = :d ORDER BY CASE WHEN decided_at IS NULL THEN 0 ELSE 1 END, asked_at "
            "DESC, id LIMIT :l",
        world.text(),
        limit
    );
}

std::optional<CountRow> count_row(store::Rows& rows, const std::string& id) {
    return rows.first<CountRow>(std::string(kCount) + "WHERE id = :i", id);
}

std::optional<CountRow> open_count(store::Rows& rows, const World& world, const std::string& store) {
    return rows.first<CountRow>(
        std::string(kCount) + "WHERE store = :s AND drill = :d AND approved_at IS NULL", store, world.text()
    );
}

std::vector<CountRow> counts(store::Rows& rows, const World& world, std::int64_t limit) {
    return rows.select<CountRow>(
        std::string(kCount) + "WHERE drill = :d ORDER BY begun_at DESC, id LIMIT :l", world.text(), limit
    );
}

std::vector<CountLine> count_lines(store::Rows& rows, const std::string& count) {
    return rows.select<CountLine>(
        "SELECT batch, counted, book, seen_at, clock_odd, counted_by FROM stock_count_line WHERE count_id = :c ORDER "
        "BY batch",
        count
    );
}

std::vector<ShortRow> shorts(store::Rows& rows, const World& world) {
    return rows.select<ShortRow>(
        "SELECT node, item, unit, grain, have, minimum, since FROM stock_short WHERE drill = :d ORDER BY node, item",
        world.text()
    );
}

std::map<std::string, std::int64_t> minimums(store::Rows& rows, const std::string& node) {
    return by_item(rows.select<Total>(
        "SELECT item, MAX(quantity) FROM stock_minimum WHERE node = :n GROUP BY item HAVING MAX(quantity) > 0", node
    ));
}

}  // namespace anlan::warehouse
