#pragma once

#include "dispatch/events.hpp"
#include "journal/desk.hpp"

namespace anlan::dispatch {

using journal::Decision;
using journal::Desk;

struct NeedAsked {
    std::string item;
    std::int64_t quantity = 0;
};
BOOST_DESCRIBE_STRUCT(NeedAsked, (), (item, quantity))

/// Refuses `title_missing`, `site_missing`, `not_yours` (an area that is not this node's), `place_missing`,
/// `nothing_needed`, `item_unknown`, `quantity_invalid`, `deadline_past`.
struct AskSupplies {
    std::string title, site;
    AreaCode area;                   ///< empty: this node's
    std::optional<double> lon, lat;  ///< absent: the area's own
    std::string origin;
    std::optional<Instant> needed_by;  ///< absent: in two hours
    std::vector<NeedAsked> needs;
};
BOOST_DESCRIBE_STRUCT(AskSupplies, (), (title, site, area, lon, lat, origin, needed_by, needs))
Result<Decision> decide(const AskSupplies& wish, const Desk& desk);

struct SendChosen {
    std::string store, item;
    std::int64_t quantity = 0;
    std::string team;
    std::optional<double> km{};  ///< measured by the station; absent: on the straight line with a detour
};
BOOST_DESCRIBE_STRUCT(SendChosen, (), (store, item, quantity, team, km))

/// Refuses `dispatch_unknown`, `already_decided`, `nothing_sent`, `store_unknown`, `item_not_needed`,
/// `quantity_invalid`, `more_than_needed`, `not_enough`, `minimum_broken` (unless approved, with a reason),
/// `reason_missing`.
struct DecideDispatch {
    DispatchId dispatch;
    std::vector<SendChosen> sends;
    bool below_minimum = false;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DecideDispatch, (), (dispatch, sends, below_minimum, reason))
Result<Decision> decide(const DecideDispatch& wish, const Desk& desk);
std::optional<World> world_of(const DecideDispatch& wish, store::Rows& rows);

/// At the store. Refuses `dispatch_unknown`, `not_decided`, `store_not_sending`, `already_handed_over`, and as
/// warehouse::IssueStock does.
struct HandOverSupplies {
    DispatchId dispatch;
    std::string store, team;
    std::string photo;  ///< of the signature of who takes it
};
BOOST_DESCRIBE_STRUCT(HandOverSupplies, (), (dispatch, store, team, photo))
Result<Decision> decide(const HandOverSupplies& wish, const Desk& desk);
std::optional<World> world_of(const HandOverSupplies& wish, store::Rows& rows);

/// At the place, by the node that asked or by the one that decided. `arrived` empty: all that was sent. Refuses
/// `dispatch_unknown`, `not_handed_over`, `already_receipted`, `item_not_sent`, `quantity_invalid`, `note_missing`
/// (when less arrived than was sent).
struct ReceiptSupplies {
    DispatchId dispatch;
    std::string store;
    std::vector<Arrived> arrived;
    std::string note;
    std::string photo;  ///< of the signature
};
BOOST_DESCRIBE_STRUCT(ReceiptSupplies, (), (dispatch, store, arrived, note, photo))
Result<Decision> decide(const ReceiptSupplies& wish, const Desk& desk);
std::optional<World> world_of(const ReceiptSupplies& wish, store::Rows& rows);

/// Refuses `dispatch_unknown`, `not_decided`, `already_closed`, `under_way` (not everything has been receipted),
/// `cost_invalid`.
struct CloseDispatch {
    DispatchId dispatch;
    std::string lessons;
    std::int64_t cost_fen = 0;
};
BOOST_DESCRIBE_STRUCT(CloseDispatch, (), (dispatch, lessons, cost_fen))
Result<Decision> decide(const CloseDispatch& wish, const Desk& desk);
std::optional<World> world_of(const CloseDispatch& wish, store::Rows& rows);

/// The program's own, at the county: tells the others.
struct RelayDispatch {
    DispatchId dispatch;
    DispatchRelayed word;
    AreaCode from;
};
BOOST_DESCRIBE_STRUCT(RelayDispatch, (), (dispatch, word, from))
Result<Decision> decide(const RelayDispatch& wish, const Desk& desk);

}  // namespace anlan::dispatch
