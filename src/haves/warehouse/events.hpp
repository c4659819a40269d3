#pragma once

#include "base/area.hpp"
#include "journal/event.hpp"

/// Every gram is an event (R24). Quantities are whole numbers of an item's smallest unit, so nothing is ever half a
/// pump or 0.1 + 0.2. All that goes up has one urgency, for an account told out of order is no account. What moves is
/// told upward: the county has one view over all stores of its towns.
namespace anlan::warehouse {

using BatchId = Id<struct BatchTag>;  ///< 批次
using SlipId = Id<struct SlipTag>;    ///< 出库单
using ScrapId = Id<struct ScrapTag>;  ///< 报废单
using CountId = Id<struct CountTag>;  ///< 盘点

/// 采购, 捐赠, 上级或外镇调入, 回收, 期初建账.
BOOST_DEFINE_ENUM_CLASS(StockSource, purchase, donation, allotted, recovered, opening)
/// What it leaves for: an emergency, a loan to be returned, a drill or training, everyday work.
BOOST_DEFINE_ENUM_CLASS(IssueUse, emergency, loan, training, daily)
/// 过期, 损坏, 淘汰, 丢失.
BOOST_DEFINE_ENUM_CLASS(ScrapKind, expired, damaged, obsolete, lost)

/// So much of a batch.
struct Piece {
    BatchId batch;
    std::string item;
    std::int64_t quantity = 0;
};
BOOST_DESCRIBE_STRUCT(Piece, (), (batch, item, quantity))

/// 入库. Subject: the batch, which carries its item's facts, so that no other node needs the same list of items.
struct StockReceived {
    static constexpr journal::EventKind kKind{"stock.received", 1, journal::Share::up};
    std::string store, item, unit;
    std::int64_t grain = 1;  ///< smallest units in one `unit`
    std::string class_code;  ///< GB/T 38565-2020
    std::int64_t quantity = 0;
    StockSource source = StockSource::purchase;
    std::string lot, maker, made_on, expires_on;  ///< days as YYYY-MM-DD
    std::string location;                         ///< 库区-架-位
    std::string supplier, contract, fund;         ///< 供应商, 合同号, 资金来源
    std::string dispatch;                         ///< sent here by this dispatch
};
BOOST_DESCRIBE_STRUCT(
    StockReceived,
    (),
    (store,
     item,
     unit,
     grain,
     class_code,
     quantity,
     source,
     lot,
     maker,
     made_on,
     expires_on,
     location,
     supplier,
     contract,
     fund,
     dispatch)
)

/// 出库. Subject: the slip.
struct StockIssued {
    static constexpr journal::EventKind kKind{
        "stock.issued", 1, journal::Share::up, journal::Urgency::routine, "signature"};
    std::string store;
    IssueUse use = IssueUse::emergency;
    std::string purpose;     ///< what for
    std::string ordered_by;  ///< post or document that ordered it; never blank (白条拒发)
    std::string receiver;    ///< unit that takes it
    std::string origin;      ///< response or incident
    std::string dispatch;
    std::vector<Piece> pieces;
    std::optional<Instant> return_by;
    std::string signature;  ///< picture of the receiver's signature; stays home
};
BOOST_DESCRIBE_STRUCT(
    StockIssued, (), (store, use, purpose, ordered_by, receiver, origin, dispatch, pieces, return_by, signature)
)

/// What came back of a slip, and how. The damaged are set aside until somebody decides; the lost are used up.
struct Back {
    BatchId batch;
    std::string item;
    std::int64_t usable = 0, damaged = 0, lost = 0;
};
BOOST_DESCRIBE_STRUCT(Back, (), (batch, item, usable, damaged, lost))

struct StockReturned {
    static constexpr journal::EventKind kKind{"stock.returned", 1, journal::Share::up};
    SlipId slip;
    std::string store;
    std::vector<Back> pieces;
    bool closes = false;  ///< nothing more is to come back of this slip
};
BOOST_DESCRIBE_STRUCT(StockReturned, (), (slip, store, pieces, closes))

/// 移库: between stores of one node.
struct StockTransferred {
    static constexpr journal::EventKind kKind{"stock.transferred", 1, journal::Share::up};
    std::string source, target, location;
    std::vector<Piece> pieces;
};
BOOST_DESCRIBE_STRUCT(StockTransferred, (), (source, target, location, pieces))

/// Set aside until a second person decides: scrapped, or found usable again.
struct ScrapAsked {
    static constexpr journal::EventKind kKind{"stock.scrap_asked", 1, journal::Share::up};
    std::string store;
    Piece piece;
    ScrapKind kind = ScrapKind::damaged;
    std::string opinion;
    bool out_of_stock = true;  ///< taken out of what was usable; false: came back damaged
};
BOOST_DESCRIBE_STRUCT(ScrapAsked, (), (store, piece, kind, opinion, out_of_stock))

struct ScrapDecided {
    static constexpr journal::EventKind kKind{"stock.scrap_decided", 1, journal::Share::up};
    std::string store;
    Piece piece;
    bool approved = false;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ScrapDecided, (), (store, piece, approved, reason))

/// 盘点. Subject of all four: the count. Counting itself stays home; what it changed is told.
struct CountBegun {
    static constexpr journal::EventKind kKind{"stock.count_begun", 1};
    std::string store;
    std::vector<BatchId> batches;  ///< what the account says lies there
};
BOOST_DESCRIBE_STRUCT(CountBegun, (), (store, batches))

struct BatchCounted {
    static constexpr journal::EventKind kKind{"stock.counted", 1};
    BatchId batch;
    std::int64_t counted = 0;
    std::int64_t book = 0;  ///< what the account held at the moment of counting, issues since left out
    Instant seen_at{};
    bool clock_odd = false;  ///< the phone's clock was no help
};
BOOST_DESCRIBE_STRUCT(BatchCounted, (), (batch, counted, book, seen_at, clock_odd))

/// A difference and why.
struct Difference {
    BatchId batch;
    std::string item;
    std::int64_t delta = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Difference, (), (batch, item, delta, reason))

struct CountEnded {
    static constexpr journal::EventKind kKind{"stock.count_ended", 1};
    std::string store;
    std::vector<Difference> differences;
};
BOOST_DESCRIBE_STRUCT(CountEnded, (), (store, differences))

/// A second person agrees: the account becomes what lies there.
struct CountApproved {
    static constexpr journal::EventKind kKind{"stock.count_approved", 1, journal::Share::up};
    std::string store;
    std::int64_t batches = 0;
    std::vector<Difference> differences;
};
BOOST_DESCRIBE_STRUCT(CountApproved, (), (store, batches, differences))

/// Least stock (最低储备); real, never of a drill. `basis`: "set" by hand, "policy", or "plan:<id>"; the largest
/// counts.
struct MinimumSet {
    static constexpr journal::EventKind kKind{"stock.minimum_set", 1, journal::Share::up};
    std::string item, basis;
    std::int64_t quantity = 0;  ///< 0: none on this basis any more
};
BOOST_DESCRIBE_STRUCT(MinimumSet, (), (item, basis, quantity))

struct FellBelowMinimum {
    static constexpr journal::EventKind kKind{"stock.below_minimum", 1, journal::Share::up};
    std::string item, unit;
    std::int64_t grain = 1, have = 0, minimum = 0;
};
BOOST_DESCRIBE_STRUCT(FellBelowMinimum, (), (item, unit, grain, have, minimum))

struct MinimumMet {
    static constexpr journal::EventKind kKind{"stock.minimum_met", 1, journal::Share::up};
    std::string item;
};
BOOST_DESCRIBE_STRUCT(MinimumMet, (), (item))

/// Subject: the batch. Told once at each of the notices of the policy.
struct BatchExpiring {
    static constexpr journal::EventKind kKind{"stock.expiring", 1};
    std::string item, store, expires_on;
    std::int64_t quantity = 0, days = 0;
    std::int64_t notice = 0;  ///< 1, 2, 3; 4: it has expired
};
BOOST_DESCRIBE_STRUCT(BatchExpiring, (), (item, store, expires_on, quantity, days, notice))

/// Subject: the slip. What was lent should be back.
struct LoanOverdue {
    static constexpr journal::EventKind kKind{"stock.loan_overdue", 1, journal::Share::local, journal::Urgency::urgent};
    std::string store, receiver;
};
BOOST_DESCRIBE_STRUCT(LoanOverdue, (), (store, receiver))

/// The daily look at minimums, expiry and loans; subject: "stock".
struct StockLookedOver {
    static constexpr journal::EventKind kKind{"stock.looked_over", 1};
    std::int64_t below = 0, expiring = 0, overdue = 0;
};
BOOST_DESCRIBE_STRUCT(StockLookedOver, (), (below, expiring, overdue))

/// An item the shipped list does not have; real, never of a drill.
struct ItemNamed {
    static constexpr journal::EventKind kKind{"stock.item_named", 1};
    std::string name, unit, class_code;
    std::int64_t grain = 1;
    bool returnable = false;
};
BOOST_DESCRIBE_STRUCT(ItemNamed, (), (name, unit, class_code, grain, returnable))

}  // namespace anlan::warehouse
