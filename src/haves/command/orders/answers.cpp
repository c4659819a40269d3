#include "orders/answers.hpp"

#include <algorithm>

#include "organisation/queries.hpp"

namespace anlan::orders {

namespace {

Standing standing_of(const OrderFacts& order, const PartFacts& part) {
    if (order.withdrawn_at) return Standing::withdrawn;
    if (!part.receipted_at) return Standing::waiting;
    return order.answer_by && !part.answered_at ? Standing::receipted : Standing::done;
}

/// Done after the limit, or not done and the limit is over. What was withdrawn is nobody's fault.
bool late(const OrderFacts& order, const std::optional<Instant>& did, const std::optional<Instant>& by, Instant now) {
    if (!by) return false;
    return did ? *did > *by : !order.withdrawn_at && now > *by;
}

PartAnswer answer_of(store::Rows& rows, const OrderFacts& order, const PartFacts& part, Instant now) {
    return {
        part.area,
        organisation::area_name(rows, part.area),
        standing_of(order, part),
        part.arrived_at,
        part.receipted_at,
        part.receipted_title,
        part.receipt_on_behalf,
        late(order, part.receipted_at, order.receipt_by, now),
        part.answered_at,
        part.corrected_at,
        part.answer,
        part.given,
        part.answered_title,
        part.answer_on_behalf,
        late(order, part.answered_at, order.answer_by, now),
        part.reminders,
        part.reminded_at};
}

SumAnswer sum_of(const Asked& ask, const std::vector<PartAnswer>& parts) {
    SumAnswer sum{ask.key, ask.label, ask.unit, 0, 0};
    for (const auto& part : parts)
        for (const auto& given : part.given)
            if (given.key == ask.key) {
                sum.sum += given.value;
                ++sum.answered;
            }
    return sum;
}

void count(OrderAnswer& made, const OrderFacts& order, const std::vector<PartAnswer>& parts) {
    made.total = static_cast<std::int64_t>(parts.size());
    made.standing = Standing::done;
    std::vector<std::string> unanswered;
    for (const auto& part : parts) {
        made.receipted += part.receipted_at ? 1 : 0;
        made.answered += part.answered_at ? 1 : 0;
        made.receipt_late |= part.receipt_late;
        made.answer_late |= part.answer_late;
        made.reminders = std::max(made.reminders, part.reminders);
        made.standing = std::min(made.standing, part.standing);
        if (part.standing == Standing::waiting) made.missing.push_back(part.area_name);
        if (part.standing == Standing::receipted) unanswered.push_back(part.area_name);
    }
    if (order.withdrawn_at) made.standing = Standing::withdrawn;
    made.missing.insert(made.missing.end(), unanswered.begin(), unanswered.end());
}

OrderAnswer head_of(store::Rows& rows, const OrderFacts& order, const AreaCode& here) {
    OrderAnswer made;
    made.id = order.id.text;
    made.drill = order.drill;
    made.side = order.ours() ? Side::issued : Side::received;
    made.kind = order.kind;
    made.title = order.title;
    made.text = order.text;
    made.number = order.number;
    made.issuer = order.ours() ? here : AreaCode{order.issuer};
    made.issuer_name = organisation::area_name(rows, made.issuer);
    made.by_title = order.by_title;
    made.response = order.response;
    made.hazard = order.hazard;
    made.level = order.level;
    made.issued_at = order.issued_at;
    made.receipt_by = order.receipt_by;
    made.answer_by = order.answer_by;
    made.withdrawn_at = order.withdrawn_at;
    made.withdraw_reason = order.withdraw_reason;
    return made;
}

}  // namespace

std::optional<OrderDetail> detail_of(store::Rows& rows, const OrderFacts& order, const AreaCode& here, Instant now) {
    OrderDetail made{head_of(rows, order, here), order.asks, {}, {}};
    for (const auto& part : parts_of(rows, order.id))
        if (order.ours() || part.area == here) made.parts.push_back(answer_of(rows, order, part, now));
    if (made.parts.empty()) return std::nullopt;
    count(made.order, order, made.parts);
    for (const auto& ask : order.asks) made.sums.push_back(sum_of(ask, made.parts));
    return made;
}

std::vector<OrderAnswer> orders_seen(
    store::Rows& rows,
    const World& world,
    std::optional<Side> side,
    const AreaCode& here,
    Instant now,
    std::int64_t limit
) {
    std::vector<OrderAnswer> all;
    for (const auto& order : find_orders(rows, world, limit)) {
        if (side && (*side == Side::issued) != order.ours()) continue;
        auto detail = detail_of(rows, order, here, now);
        if (detail) all.push_back(std::move(detail->order));
    }
    return all;
}

}  // namespace anlan::orders
