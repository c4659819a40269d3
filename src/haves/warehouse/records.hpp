#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/world.hpp"
#include "store/rows.hpp"
#include "warehouse/events.hpp"

/// The rows of the store's books. A drill begins with what really lies there: its own rows hold only what it moved, and
/// the account of a drill is the sum of both. `node` is empty for this node's own.
namespace anlan::warehouse {

struct BatchRow {
    std::string id, drill, node, item, unit;
    std::int64_t grain = 1;
    std::string class_code;
    StockSource source = StockSource::purchase;
    std::string lot, maker, made_on, expires_on, supplier, contract, fund, dispatch;
    Instant received_at{};
    std::int64_t notice = 0;
};
BOOST_DESCRIBE_STRUCT(
    BatchRow,
    (),
    (id,
     drill,
     node,
     item,
     unit,
     grain,
     class_code,
     source,
     lot,
     maker,
     made_on,
     expires_on,
     supplier,
     contract,
     fund,
     dispatch,
     received_at,
     notice)
)
std::optional<BatchRow> batch_row(store::Rows& rows, const BatchId& id);

/// What of a batch lies in a store.
struct Balance {
    std::string batch, store, node, item, expires_on, location;
    std::int64_t usable = 0, aside = 0;
};
BOOST_DESCRIBE_STRUCT(Balance, (), (batch, store, node, item, expires_on, location, usable, aside))

/// Narrows a question about balances; empty members leave it open.
struct Where {
    std::string store, item, batch;
    bool own = false;  ///< only this node's
};
/// Those that hold something, the first to expire first.
std::vector<Balance> balances(store::Rows& rows, const World& world, const Where& where = {});
Balance balance_of(store::Rows& rows, const World& world, const std::string& batch, const std::string& store);

/// Usable and not expired, by item, of this node.
std::map<std::string, std::int64_t> own_totals(store::Rows& rows, const World& world, const std::string& today);

struct MovementRow {
    std::string node;
    std::int64_t seq = 0, line = 0;
    Instant at{};
    std::string actor, kind, slip, store, other, batch, item;
    std::int64_t delta = 0;
    std::string purpose;
};
BOOST_DESCRIBE_STRUCT(
    MovementRow, (), (node, seq, line, at, actor, kind, slip, store, other, batch, item, delta, purpose)
)
/// Newest first, after `cursor` (as `cursor_of` made it).
std::vector<MovementRow> movements(
    store::Rows& rows, const World& world, const Where& where, const std::string& cursor, std::int64_t limit
);
std::string cursor_of(const MovementRow& row);
/// What moved in a store of a batch after a moment, in sum.
std::int64_t moved_since(
    store::Rows& rows, const World& world, const std::string& batch, const std::string& store, Instant since
);

struct SlipRow {
    std::string id, drill, node, store;
    IssueUse use = IssueUse::emergency;
    std::string purpose, ordered_by, receiver, origin, dispatch;
    Instant issued_at{};
    std::string issued_by;
    std::optional<Instant> return_by, closed_at;
    bool overdue = false;
    std::string signature;
};
BOOST_DESCRIBE_STRUCT(
    SlipRow,
    (),
    (id,
     drill,
     node,
     store,
     use,
     purpose,
     ordered_by,
     receiver,
     origin,
     dispatch,
     issued_at,
     issued_by,
     return_by,
     closed_at,
     overdue,
     signature)
)
struct SlipLine {
    std::string batch, item;
    std::int64_t issued = 0, usable = 0, damaged = 0, lost = 0;
    std::int64_t out() const { return issued - usable - damaged - lost; }
};
BOOST_DESCRIBE_STRUCT(SlipLine, (), (batch, item, issued, usable, damaged, lost))
std::optional<SlipRow> slip_row(store::Rows& rows, const SlipId& id);
std::vector<SlipRow> slips(store::Rows& rows, const World& world, bool open, std::int64_t limit);  ///< newest first
std::vector<SlipRow> slips_of_dispatch(store::Rows& rows, const std::string& dispatch);
/// Those written for a response or incident, whatever node wrote them.
std::vector<SlipRow> slips_for(store::Rows& rows, const World& world, const std::string& origin);
std::vector<SlipLine> slip_lines(store::Rows& rows, const std::string& slip);

struct ScrapRow {
    std::string id, drill, node, store, batch, item;
    std::int64_t quantity = 0;
    ScrapKind kind = ScrapKind::damaged;
    std::string opinion;
    Instant asked_at{};
    std::string asked_by;
    std::optional<Instant> decided_at;
    std::string decided_by;
    bool approved = false;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(
    ScrapRow,
    (),
    (id,
     drill,
     node,
     store,
     batch,
     item,
     quantity,
     kind,
     opinion,
     asked_at,
     asked_by,
     decided_at,
     decided_by,
     approved,
     reason)
)
std::optional<ScrapRow> scrap_row(store::Rows& rows, const std::string& id);
std::vector<ScrapRow> scraps(store::Rows& rows, const World& world, std::int64_t limit);  ///< open ones first

struct CountRow {
    std::string id, drill, node, store;
    Instant begun_at{};
    std::string begun_by;
    std::optional<Instant> ended_at, approved_at;
    std::string approved_by;
    std::vector<Difference> differences;
};
BOOST_DESCRIBE_STRUCT(
    CountRow, (), (id, drill, node, store, begun_at, begun_by, ended_at, approved_at, approved_by, differences)
)
struct CountLine {
    std::string batch;
    std::optional<std::int64_t> counted;
    std::int64_t book = 0;
    std::optional<Instant> seen_at;
    bool clock_odd = false;
    std::string counted_by;
};
BOOST_DESCRIBE_STRUCT(CountLine, (), (batch, counted, book, seen_at, clock_odd, counted_by))
std::optional<CountRow> count_row(store::Rows& rows, const std::string& id);
std::optional<CountRow> open_count(store::Rows& rows, const World& world, const std::string& store);
std::vector<CountRow> counts(store::Rows& rows, const World& world, std::int64_t limit);  ///< newest first
std::vector<CountLine> count_lines(store::Rows& rows, const std::string& count);

struct ShortRow {
    std::string node, item, unit;
    std::int64_t grain = 1, have = 0, minimum = 0;
    Instant since{};
};
BOOST_DESCRIBE_STRUCT(ShortRow, (), (node, item, unit, grain, have, minimum, since))
std::vector<ShortRow> shorts(store::Rows& rows, const World& world);

/// The largest of all bases, by item; of one node ("" is this one).
std::map<std::string, std::int64_t> minimums(store::Rows& rows, const std::string& node);

}  // namespace anlan::warehouse
