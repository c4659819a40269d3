#pragma once

#include <optional>
#include <string>
#include <vector>

#include "orders/queries.hpp"

/// What the endpoints of this room answer.
namespace anlan::orders {

/// issued: this node's own; received: from above.
BOOST_DEFINE_ENUM_CLASS(Side, issued, received)
/// Where an addressee stands, or a whole order: the least far of its addressees.
BOOST_DEFINE_ENUM_CLASS(Standing, waiting, receipted, done, withdrawn)

struct OrderAnswer {
    std::string id, drill;
    Side side = Side::issued;
    OrderKind kind = OrderKind::order;
    std::string title, text, number;
    AreaCode issuer;
    std::string issuer_name, by_title;
    std::string response, hazard;
    std::int64_t level = 0;
    Instant issued_at{}, receipt_by{};
    std::optional<Instant> answer_by, withdrawn_at;
    std::string withdraw_reason;
    Standing standing = Standing::waiting;  ///< of a received one: ours
    std::int64_t total = 0, receipted = 0, answered = 0;
    bool receipt_late = false, answer_late = false;  ///< somebody is missing, or ours came, after the time
    std::vector<std::string> missing;                ///< names of who has not receipted, then who has not answered
    std::int64_t reminders = 0;                      ///< of a received one: how often we were reminded
};
BOOST_DESCRIBE_STRUCT(
    OrderAnswer,
    (),
    (id,
     drill,
     side,
     kind,
     title,
     text,
     number,
     issuer,
     issuer_name,
     by_title,
     response,
     hazard,
     level,
     issued_at,
     receipt_by,
     answer_by,
     withdrawn_at,
     withdraw_reason,
     standing,
     total,
     receipted,
     answered,
     receipt_late,
     answer_late,
     missing,
     reminders)
)

struct PartAnswer {
    AreaCode area;
    std::string area_name;
    Standing standing = Standing::waiting;
    std::optional<Instant> arrived_at;  ///< at its station, as far as is known here
    std::optional<Instant> receipted_at;
    std::string receipted_title;
    bool receipt_on_behalf = false, receipt_late = false;
    std::optional<Instant> answered_at, corrected_at;
    std::string answer;
    std::vector<Given> given;
    std::string answered_title;
    bool answer_on_behalf = false, answer_late = false;
    std::int64_t reminders = 0;
    std::optional<Instant> reminded_at;
};
BOOST_DESCRIBE_STRUCT(
    PartAnswer,
    (),
    (area,
     area_name,
     standing,
     arrived_at,
     receipted_at,
     receipted_title,
     receipt_on_behalf,
     receipt_late,
     answered_at,
     corrected_at,
     answer,
     given,
     answered_title,
     answer_on_behalf,
     answer_late,
     reminders,
     reminded_at)
)

/// One number asked for, added up over those that have answered.
struct SumAnswer {
    std::string key, label, unit;
    double sum = 0;
    std::int64_t answered = 0;
};
BOOST_DESCRIBE_STRUCT(SumAnswer, (), (key, label, unit, sum, answered))

struct OrderDetail {
    OrderAnswer order;
    std::vector<Asked> asks;
    std::vector<PartAnswer> parts;  ///< of a received one: only ours
    std::vector<SumAnswer> sums;
};
BOOST_DESCRIBE_STRUCT(OrderDetail, (), (order, asks, parts, sums))

/// Nothing for an order of another node that is not addressed to this one.
std::optional<OrderDetail> detail_of(store::Rows& rows, const OrderFacts& order, const AreaCode& here, Instant now);

/// Newest first; `side` empty for both.
std::vector<OrderAnswer> orders_seen(
    store::Rows& rows,
    const World& world,
    std::optional<Side> side,
    const AreaCode& here,
    Instant now,
    std::int64_t limit
);

}  // namespace anlan::orders
