#include "orders/queries.hpp"

#include <algorithm>

namespace anlan::orders {

namespace {

std::string sheets(std::string_view rest) {
    return "SELECT id, drill, seq, issuer, kind, title, body, number, asks, response, hazard, level, by_title, "
           "issued_at, receipt_by, answer_by, withdrawn_at, withdraw_reason FROM order_sheet " +
           std::string(rest);
}

struct PartRow {
    AreaCode area;
    std::int64_t reminders = 0;
    std::optional<Instant> reminded_at;
};
BOOST_DESCRIBE_STRUCT(PartRow, (), (area, reminders, reminded_at))

struct ReceiptRow {
    AreaCode area;
    Instant at{};
    std::string title;
    bool on_behalf = false;
};
BOOST_DESCRIBE_STRUCT(ReceiptRow, (), (area, at, title, on_behalf))

struct ReplyRow {
    AreaCode area;
    Instant first_at{}, at{};
    std::string text;
    std::vector<Given> given;
    std::string title;
    bool on_behalf = false;
};
BOOST_DESCRIBE_STRUCT(ReplyRow, (), (area, first_at, at, text, given, title, on_behalf))

/// The first receipt counts: of a town that telephoned and pressed the button later, the telephone.
void take_receipt(PartFacts& part, const ReceiptRow& row) {
    if (part.receipted_at && *part.receipted_at <= row.at) return;
    part.receipted_at = row.at;
    part.receipted_title = row.title;
    part.receipt_on_behalf = row.on_behalf;
}

/// The last answer counts, the first says whether it was in time. Called in the order of their times.
void take_reply(PartFacts& part, const ReplyRow& row) {
    part.answered_at = std::min(part.answered_at.value_or(row.first_at), row.first_at);
    if (row.at > *part.answered_at) part.corrected_at = row.at;
    part.answer = row.text;
    part.given = row.given;
    part.answered_title = row.title;
    part.answer_on_behalf = row.on_behalf;
}

}  // namespace

std::optional<OrderFacts> find_order(store::Rows& rows, const OrderId& id) {
    return rows.first<OrderFacts>(sheets("WHERE id = :i"), id);
}

std::vector<OrderFacts> find_orders(store::Rows& rows, const World& world, std::int64_t limit) {
    return rows.select<OrderFacts>(
        sheets("WHERE drill = :d ORDER BY issued_at DESC, id DESC LIMIT :l"), world.text(), limit
    );
}

std::vector<PartFacts> parts_of(store::Rows& rows, const OrderId& id) {
    std::vector<PartFacts> parts;
    for (const auto& row : rows.select<PartRow>(
             "SELECT area, reminders, reminded_at FROM order_part WHERE sheet = :s ORDER BY place", id
         )) {
        auto& part = parts.emplace_back();
        part.area = row.area;
        part.reminders = row.reminders;
        part.reminded_at = row.reminded_at;
    }
    const auto drill = rows.value<std::string>("SELECT drill FROM order_sheet WHERE id = :i", id).value_or("");
    const auto receipts = rows.select<ReceiptRow>(
        "SELECT area, at, title, on_behalf FROM order_receipt WHERE sheet = :s AND drill = :d ORDER BY at", id, drill
    );
    const auto replies = rows.select<ReplyRow>(
        "SELECT area, first_at, at, body, given, title, on_behalf FROM order_reply WHERE sheet = :s AND drill = :d "
        "ORDER BY at",
        id,
        drill
    );
    for (auto& part : parts) {
        part.arrived_at = rows.value<Instant>(
            "SELECT at FROM order_arrival WHERE sheet = :s AND area = :a AND drill = :d", id, part.area, drill
        );
        for (const auto& row : receipts)
            if (row.area == part.area) take_receipt(part, row);
        for (const auto& row : replies)
            if (row.area == part.area) take_reply(part, row);
    }
    return parts;
}

std::optional<PartFacts> part_of(store::Rows& rows, const OrderId& id, const AreaCode& area) {
    for (auto& part : parts_of(rows, id))
        if (part.area == area) return std::move(part);
    return std::nullopt;
}

std::optional<World> world_of_order(store::Rows& rows, const OrderId& id) {
    const auto drill = rows.value<std::string>("SELECT drill FROM order_sheet WHERE id = :i", id);
    if (!drill) return std::nullopt;
    return World::stored(*drill);
}

std::vector<AreaCode> missing_of(store::Rows& rows, const OrderId& id, Stage stage) {
    std::vector<AreaCode> missing;
    for (const auto& part : parts_of(rows, id))
        if (!(stage == Stage::receipt ? part.receipted_at : part.answered_at)) missing.push_back(part.area);
    return missing;
}

}  // namespace anlan::orders
