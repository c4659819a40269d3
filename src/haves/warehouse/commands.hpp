#pragma once

#include "journal/desk.hpp"
#include "warehouse/events.hpp"

namespace anlan::warehouse {

using journal::Decision;
using journal::Desk;

/// 入库. Empty location, lot and so on stay empty. Refuses `store_unknown`, `item_unknown`, `quantity_invalid`,
/// `class_invalid`, `date_invalid`, `supplier_missing` (of a purchase or donation), `already_expired`.
struct ReceiveStock {
    std::string store, item;
    std::int64_t quantity = 0;
    StockSource source = StockSource::purchase;
    std::string class_code, lot, maker, made_on, expires_on, location, supplier, contract, fund, dispatch;
};
BOOST_DESCRIBE_STRUCT(
    ReceiveStock,
    (),
    (store,
     item,
     quantity,
     source,
     class_code,
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
Result<Decision> decide(const ReceiveStock& wish, const Desk& desk);

/// Several batches at once, all or none: a delivery, or the opening of the books. Refuses as ReceiveStock does, with
/// the field as "lines[2].item", and `nothing_received`.
struct ReceiveDelivery {
    std::vector<ReceiveStock> lines;
};
BOOST_DESCRIBE_STRUCT(ReceiveDelivery, (), (lines))
Result<Decision> decide(const ReceiveDelivery& wish, const Desk& desk);

/// So much of a batch, or of an item: then the batches that expire first are taken (先到期先出).
struct WantedStock {
    BatchId batch;
    std::string item;
    std::int64_t quantity = 0;
};
BOOST_DESCRIBE_STRUCT(WantedStock, (), (batch, item, quantity))

/// 出库. Refuses `store_unknown`, `nothing_wanted`, `quantity_invalid`, `batch_unknown`, `batch_expired`, `not_enough`
/// (with who took the last), `order_missing`, `purpose_missing`, `receiver_missing`, `return_missing` (of a loan),
/// `return_past`.
struct IssueStock {
    std::string store;
    IssueUse use = IssueUse::emergency;
    std::string purpose, ordered_by, receiver, origin, dispatch;
    std::vector<WantedStock> wanted;
    std::optional<Instant> return_by;
    std::string signature;
};
BOOST_DESCRIBE_STRUCT(
    IssueStock, (), (store, use, purpose, ordered_by, receiver, origin, dispatch, wanted, return_by, signature)
)
Result<Decision> decide(const IssueStock& wish, const Desk& desk);

/// 归还. With `closes` what is not back was used up. Refuses `slip_unknown`, `slip_closed`, `nothing_back`,
/// `quantity_invalid`, `batch_unknown`, `more_than_issued`.
struct ReturnStock {
    SlipId slip;
    std::vector<Back> pieces;
    bool closes = false;
};
BOOST_DESCRIBE_STRUCT(ReturnStock, (), (slip, pieces, closes))
Result<Decision> decide(const ReturnStock& wish, const Desk& desk);
std::optional<World> world_of(const ReturnStock& wish, store::Rows& rows);

/// 移库; within one store 换库位, a batch at a time and whole. Refuses as IssueStock does, and `same_store` (without a
/// new location), `whole_batch_wanted`.
struct TransferStock {
    std::string source, target, location;
    std::vector<WantedStock> wanted;
};
BOOST_DESCRIBE_STRUCT(TransferStock, (), (source, target, location, wanted))
Result<Decision> decide(const TransferStock& wish, const Desk& desk);

/// Refuses `store_unknown`, `batch_unknown`, `quantity_invalid`, `not_enough`, `opinion_missing`.
struct AskScrap {
    std::string store;
    BatchId batch;
    std::int64_t quantity = 0;
    ScrapKind kind = ScrapKind::damaged;
    std::string opinion;
};
BOOST_DESCRIBE_STRUCT(AskScrap, (), (store, batch, quantity, kind, opinion))
Result<Decision> decide(const AskScrap& wish, const Desk& desk);

/// By somebody other than who asked. Refuses `scrap_unknown`, `already_decided`, `second_person_wanted`,
/// `reason_missing` (of a no).
struct DecideScrap {
    ScrapId scrap;
    bool approved = false;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DecideScrap, (), (scrap, approved, reason))
Result<Decision> decide(const DecideScrap& wish, const Desk& desk);
std::optional<World> world_of(const DecideScrap& wish, store::Rows& rows);

/// One count of a store at a time; begun again it is the same one. Refuses `store_unknown`, `store_empty`,
/// `count_waits` (the last one has been handed in and is not approved).
struct BeginCount {
    std::string store;
};
BOOST_DESCRIBE_STRUCT(BeginCount, (), (store))
Result<Decision> decide(const BeginCount& wish, const Desk& desk);

/// `seconds_ago`: when it was seen, for a phone that had no signal; the account of that moment is compared, so an issue
/// since is no difference. Refuses `count_unknown`, `count_ended`, `batch_unknown`, `quantity_invalid`,
/// `already_counted_otherwise` (by another person; with `again` this one stands).
struct CountBatch {
    CountId count;
    BatchId batch;
    std::int64_t counted = 0, seconds_ago = 0;
    bool again = false;
};
BOOST_DESCRIBE_STRUCT(CountBatch, (), (count, batch, counted, seconds_ago, again))
Result<Decision> decide(const CountBatch& wish, const Desk& desk);
std::optional<World> world_of(const CountBatch& wish, store::Rows& rows);

struct Explained {
    BatchId batch;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Explained, (), (batch, reason))

/// Refuses `count_unknown`, `count_ended`, `batches_uncounted`, `difference_unexplained`.
struct EndCount {
    CountId count;
    std::vector<Explained> reasons;
};
BOOST_DESCRIBE_STRUCT(EndCount, (), (count, reasons))
Result<Decision> decide(const EndCount& wish, const Desk& desk);
std::optional<World> world_of(const EndCount& wish, store::Rows& rows);

/// By somebody who has not counted. Refuses `count_unknown`, `count_open`, `already_approved`, `second_person_wanted`,
/// `not_enough` (it was issued meanwhile: count that batch again).
struct ApproveCount {
    CountId count;
};
BOOST_DESCRIBE_STRUCT(ApproveCount, (), (count))
Result<Decision> decide(const ApproveCount& wish, const Desk& desk);
std::optional<World> world_of(const ApproveCount& wish, store::Rows& rows);

struct Least {
    std::string item;
    std::int64_t quantity = 0;
};
BOOST_DESCRIBE_STRUCT(Least, (), (item, quantity))

/// All minimums of one basis: what it named before and does not name now has none. Items nobody knows are left out.
/// Refuses `quantity_invalid`.
struct SetMinimums {
    std::string basis;
    std::vector<Least> least;
};
BOOST_DESCRIBE_STRUCT(SetMinimums, (), (basis, least))
Result<Decision> decide(const SetMinimums& wish, const Desk& desk);

/// By hand, one item. Refuses `not_in_drill`, `item_unknown`, `quantity_invalid`.
struct SetMinimum {
    std::string item;
    std::int64_t quantity = 0;
};
BOOST_DESCRIBE_STRUCT(SetMinimum, (), (item, quantity))
Result<Decision> decide(const SetMinimum& wish, const Desk& desk);

/// Called daily by the deadline `stock/daily`, and after whatever moved.
struct LookOver {
    bool daily = false;
};
BOOST_DESCRIBE_STRUCT(LookOver, (), (daily))
Result<Decision> decide(const LookOver& wish, const Desk& desk);

/// Refuses `not_in_drill`, `name_missing`, `already_named`, `unit_missing`, `grain_invalid`, `class_invalid`.
struct NameItem {
    std::string name, unit, class_code;
    std::int64_t grain = 1;
    bool returnable = false;
};
BOOST_DESCRIBE_STRUCT(NameItem, (), (name, unit, class_code, grain, returnable))
Result<Decision> decide(const NameItem& wish, const Desk& desk);

/// Opens the books with what the old list of stock held, once; rows of a store that is not on the list of stores and
/// items without a whole number are left out. Nothing to take over: nothing happens.
struct OpenBooks {};
BOOST_DESCRIBE_STRUCT(OpenBooks, (), ())
Result<Decision> decide(const OpenBooks& wish, const Desk& desk);

}  // namespace anlan::warehouse
