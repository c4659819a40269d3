#pragma once

#include "base/area.hpp"
#include "journal/event.hpp"

/// 物资调拨 (R25): what is needed at a place, which stores send it, and what became of it. A town asks, its county
/// decides over all stores, the towns' keepers hand over, the place receipts.
namespace anlan::dispatch {

using DispatchId = Id<struct DispatchTag>;

/// So much of an item, in its smallest unit.
struct Need {
    std::string item, unit;
    std::int64_t grain = 1, quantity = 0;
};
BOOST_DESCRIBE_STRUCT(Need, (), (item, unit, grain, quantity))

struct SuppliesAsked {
    static constexpr journal::EventKind kKind{"dispatch.asked", 1, journal::Share::up, journal::Urgency::urgent};
    std::string title, site;
    AreaCode area, asker;  ///< where it is needed; the node that asks
    double lon = 0, lat = 0;
    std::string origin;  ///< incident, response or task it is for
    Instant needed_by{};
    std::vector<Need> needs;
    std::string by_title;
};
BOOST_DESCRIBE_STRUCT(SuppliesAsked, (), (title, site, area, asker, lon, lat, origin, needed_by, needs, by_title))

/// What one store sends of one item.
struct Sending {
    std::string store, store_name;
    AreaCode node;  ///< whose store it is
    std::string item, unit;
    std::int64_t grain = 1, quantity = 0;
    std::string team;
    double km = 0;
    std::int64_t minutes = 0;  ///< from the decision to the arrival
};
BOOST_DESCRIBE_STRUCT(Sending, (), (store, store_name, node, item, unit, grain, quantity, team, km, minutes))

/// Down to the nodes whose stores send, and to the one that asked; up when a town decides over its own stores.
struct DispatchDecided {
    static constexpr journal::EventKind kKind{"dispatch.decided", 1, journal::Share::both, journal::Urgency::urgent};
    std::string title, site;
    AreaCode area, asker;
    Instant needed_by{}, out_by{};
    std::vector<Need> needs;
    std::vector<Sending> sendings;
    bool below_minimum = false;  ///< some node goes below its minimum, and that was approved
    std::string reason, by_title;
};
BOOST_DESCRIBE_STRUCT(
    DispatchDecided, (), (title, site, area, asker, needed_by, out_by, needs, sendings, below_minimum, reason, by_title)
)

/// 出库交接. The stock leaves by a slip of the same commit (stock.issued).
struct SuppliesHandedOver {
    static constexpr journal::EventKind kKind{"dispatch.handed_over", 1, journal::Share::up, journal::Urgency::urgent};
    std::string store, slip, team;
};
BOOST_DESCRIBE_STRUCT(SuppliesHandedOver, (), (store, slip, team))

struct Arrived {
    std::string item;
    std::int64_t quantity = 0;
};
BOOST_DESCRIBE_STRUCT(Arrived, (), (item, quantity))

/// 现场签收, of what one store sent.
struct SuppliesReceipted {
    static constexpr journal::EventKind kKind{
        "dispatch.receipted", 1, journal::Share::up, journal::Urgency::urgent, "signature"};
    std::string store;
    std::vector<Arrived> arrived;
    std::string by_title, note, signature;
};
BOOST_DESCRIBE_STRUCT(SuppliesReceipted, (), (store, arrived, by_title, note, signature))

BOOST_DEFINE_ENUM_CLASS(Word, handed_over, receipted)

/// The county passes on to the others taking part what one of them did.
struct DispatchRelayed {
    static constexpr journal::EventKind kKind{"dispatch.relayed", 1, journal::Share::down, journal::Urgency::urgent};
    Word word = Word::handed_over;
    std::string store, slip, team;
    std::vector<Arrived> arrived;
    std::string by_title, note;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(DispatchRelayed, (), (word, store, slip, team, arrived, by_title, note, at))

/// 小结: what it cost and what is to be learnt.
struct DispatchClosed {
    static constexpr journal::EventKind kKind{"dispatch.closed", 1, journal::Share::both, journal::Urgency::urgent};
    std::string lessons;
    std::int64_t cost_fen = 0;
};
BOOST_DESCRIBE_STRUCT(DispatchClosed, (), (lessons, cost_fen))

}  // namespace anlan::dispatch
