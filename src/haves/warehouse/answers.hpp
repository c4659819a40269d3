#pragma once

#include "http/endpoint.hpp"
#include "warehouse/names.hpp"
#include "warehouse/queries.hpp"
#include "warehouse/records.hpp"

/// What the pages of the store are told. Quantities are in the smallest unit; `grain` of them make one `unit`.
namespace anlan::warehouse {

struct StoreAnswer {
    std::string id, name, node, node_name;
    bool own = false;
    AreaCode area;
    std::string area_name, address, rooms;
    std::optional<double> lon, lat;
    std::string keeper_name, second_name;
    std::int64_t kinds = 0, batches = 0, expired = 0;
    std::optional<Instant> counted_at;
};
BOOST_DESCRIBE_STRUCT(
    StoreAnswer,
    (),
    (id,
     name,
     node,
     node_name,
     own,
     area,
     area_name,
     address,
     rooms,
     lon,
     lat,
     keeper_name,
     second_name,
     kinds,
     batches,
     expired,
     counted_at)
)

struct StoreShare {
    std::string store, name;
    std::int64_t usable = 0;
};
BOOST_DESCRIBE_STRUCT(StoreShare, (), (store, name, usable))

/// One item over all stores seen from here. `minimum` is the sum of what each node must keep.
struct StockAnswer {
    std::string item, unit, class_code;
    std::int64_t grain = 1, usable = 0, aside = 0, expired = 0, minimum = 0;
    bool returnable = false;
    std::string next_expiry;
    std::vector<StoreShare> stores;
    std::vector<std::string> below;  ///< names of the nodes that have less than they must
};
BOOST_DESCRIBE_STRUCT(
    StockAnswer,
    (),
    (item, unit, class_code, grain, usable, aside, expired, minimum, returnable, next_expiry, stores, below)
)

BOOST_DEFINE_ENUM_CLASS(Freshness, lasting, good, soon, expired)

struct BatchAnswer {
    std::string id, item, unit, class_code;
    std::int64_t grain = 1;
    std::string store, store_name, location;
    std::int64_t usable = 0, aside = 0;
    std::string lot, maker, made_on, expires_on;
    Freshness freshness = Freshness::lasting;
    StockSource source = StockSource::purchase;
    std::string supplier, contract, fund;
    Instant received_at{};
    bool own = false;
};
BOOST_DESCRIBE_STRUCT(
    BatchAnswer,
    (),
    (id,
     item,
     unit,
     class_code,
     grain,
     store,
     store_name,
     location,
     usable,
     aside,
     lot,
     maker,
     made_on,
     expires_on,
     freshness,
     source,
     supplier,
     contract,
     fund,
     received_at,
     own)
)

struct MovementAnswer {
    std::string id;
    Instant at{};
    std::string kind, store, store_name, other, item, unit, batch, slip, purpose, by_name;
    std::int64_t grain = 1, delta = 0;
};
BOOST_DESCRIBE_STRUCT(
    MovementAnswer,
    (),
    (id, at, kind, store, store_name, other, item, unit, batch, slip, purpose, by_name, grain, delta)
)

struct SlipLineAnswer {
    std::string batch, item, unit, location, expires_on;
    std::int64_t grain = 1, issued = 0, usable = 0, damaged = 0, lost = 0;
};
BOOST_DESCRIBE_STRUCT(
    SlipLineAnswer, (), (batch, item, unit, location, expires_on, grain, issued, usable, damaged, lost)
)
struct SlipAnswer {
    std::string id, store, store_name, node_name;
    bool own = false;
    IssueUse use = IssueUse::emergency;
    std::string purpose, ordered_by, receiver, dispatch;
    Instant issued_at{};
    std::string issued_by;
    std::optional<Instant> return_by, closed_at;
    bool overdue = false, signed_for = false;
    std::vector<SlipLineAnswer> lines;
};
BOOST_DESCRIBE_STRUCT(
    SlipAnswer,
    (),
    (id,
     store,
     store_name,
     node_name,
     own,
     use,
     purpose,
     ordered_by,
     receiver,
     dispatch,
     issued_at,
     issued_by,
     return_by,
     closed_at,
     overdue,
     signed_for,
     lines)
)

struct ScrapAnswer {
    std::string id, store_name, batch, item, unit;
    std::int64_t grain = 1, quantity = 0;
    ScrapKind kind = ScrapKind::damaged;
    std::string opinion;
    Instant asked_at{};
    std::string asked_by;
    std::optional<Instant> decided_at;
    std::string decided_by;
    bool approved = false, mine = false, own = false;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(
    ScrapAnswer,
    (),
    (id,
     store_name,
     batch,
     item,
     unit,
     grain,
     quantity,
     kind,
     opinion,
     asked_at,
     asked_by,
     decided_at,
     decided_by,
     approved,
     mine,
     own,
     reason)
)

/// A line of a count. `book` stays unsaid while the count runs: who counts does not know what should be there.
struct CountLineAnswer {
    std::string batch, item, unit, location, lot, expires_on;
    std::int64_t grain = 1;
    std::optional<std::int64_t> counted, book;
    std::string counted_by, reason;
    bool clock_odd = false;
};
BOOST_DESCRIBE_STRUCT(
    CountLineAnswer,
    (),
    (batch, item, unit, location, lot, expires_on, grain, counted, book, counted_by, reason, clock_odd)
)
struct CountAnswer {
    std::string id, store, store_name;
    Instant begun_at{};
    std::string begun_by;
    std::optional<Instant> ended_at, approved_at;
    std::string approved_by;
    bool own = false, counted_by_me = false;
    std::int64_t batches = 0, counted = 0, differing = 0;
    std::vector<CountLineAnswer> lines;
};
BOOST_DESCRIBE_STRUCT(
    CountAnswer,
    (),
    (id,
     store,
     store_name,
     begun_at,
     begun_by,
     ended_at,
     approved_at,
     approved_by,
     own,
     counted_by_me,
     batches,
     counted,
     differing,
     lines)
)

BOOST_DEFINE_ENUM_CLASS(
    StockDue, below_minimum, loan_overdue, expired, scrap_waiting, count_waiting, count_due, expiring
)
/// Something to do now. Of what is below its minimum: the store that could send it, and how much.
struct StockDueAnswer {
    StockDue due = StockDue::below_minimum;
    std::string subject, item, unit, store, store_name, node_name, says;
    std::int64_t grain = 1, quantity = 0, minimum = 0;
    std::optional<Instant> since;
    std::string from_name;
    std::int64_t from_quantity = 0;
};
BOOST_DESCRIBE_STRUCT(
    StockDueAnswer,
    (),
    (due,
     subject,
     item,
     unit,
     store,
     store_name,
     node_name,
     says,
     grain,
     quantity,
     minimum,
     since,
     from_name,
     from_quantity)
)

/// 账卡物相符: what the movements add up to, what the card of the batch says, and what was last counted (with what
/// moved since). `goods` is absent where nobody has counted yet.
struct AgreeAnswer {
    std::string store_name, item, batch, lot, location, unit;
    std::int64_t grain = 1, account = 0, card = 0;
    std::optional<std::int64_t> goods;
    std::optional<Instant> counted_at;
    bool agrees = false;
};
BOOST_DESCRIBE_STRUCT(
    AgreeAnswer, (), (store_name, item, batch, lot, location, unit, grain, account, card, goods, counted_at, agrees)
)

std::vector<StoreAnswer> stores_answered(const http::Call& call, store::Rows& rows);
std::vector<StockAnswer> items_answered(const http::Call& call, store::Rows& rows);
std::vector<BatchAnswer> batches_answered(const http::Call& call, store::Rows& rows, const Where& where);
std::vector<MovementAnswer> movements_answered(
    const http::Call& call, store::Rows& rows, const std::vector<MovementRow>& found
);
SlipAnswer slip_answered(const http::Call& call, store::Rows& rows, Names& names, const SlipRow& slip);
ScrapAnswer scrap_answered(const http::Call& call, store::Rows& rows, Names& names, const ScrapRow& scrap);
CountAnswer count_answered(const http::Call& call, store::Rows& rows, Names& names, const CountRow& count, bool whole);
std::vector<StockDueAnswer> due_answered(const http::Call& call, store::Rows& rows);
std::vector<AgreeAnswer> agreement_answered(const http::Call& call, store::Rows& rows);

}  // namespace anlan::warehouse
