#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/world.hpp"
#include "orders/events.hpp"
#include "store/rows.hpp"

/// What is known of orders.
namespace anlan::orders {

struct OrderFacts {
    OrderId id;
    std::string drill;
    std::int64_t seq = 0;
    std::string issuer;  ///< node that issued it; empty: this one
    OrderKind kind = OrderKind::order;
    std::string title, text, number;
    std::vector<Asked> asks;
    std::string response, hazard;
    std::int64_t level = 0;
    std::string by_title;
    Instant issued_at{}, receipt_by{};
    std::optional<Instant> answer_by, withdrawn_at;
    std::string withdraw_reason;

    bool ours() const { return issuer.empty(); }
};
BOOST_DESCRIBE_STRUCT(
    OrderFacts,
    (),
    (id,
     drill,
     seq,
     issuer,
     kind,
     title,
     text,
     number,
     asks,
     response,
     hazard,
     level,
     by_title,
     issued_at,
     receipt_by,
     answer_by,
     withdrawn_at,
     withdraw_reason)
)

/// One addressee.
struct PartFacts {
    AreaCode area;
    std::optional<Instant> arrived_at;  ///< at the addressee's station; known only to the issuer
    std::optional<Instant> receipted_at;
    std::string receipted_title;
    bool receipt_on_behalf = false;
    std::optional<Instant> answered_at, corrected_at;
    std::string answer;
    std::vector<Given> given;
    std::string answered_title;
    bool answer_on_behalf = false;
    std::int64_t reminders = 0;
    std::optional<Instant> reminded_at;
};
std::optional<OrderFacts> find_order(store::Rows& rows, const OrderId& id);
std::vector<OrderFacts> find_orders(store::Rows& rows, const World& world, std::int64_t limit);  ///< newest first
std::vector<PartFacts> parts_of(store::Rows& rows, const OrderId& id);  ///< in the order they were addressed
std::optional<PartFacts> part_of(store::Rows& rows, const OrderId& id, const AreaCode& area);
std::optional<World> world_of_order(store::Rows& rows, const OrderId& id);

/// Who has not receipted, or not answered.
std::vector<AreaCode> missing_of(store::Rows& rows, const OrderId& id, Stage stage);

}  // namespace anlan::orders
