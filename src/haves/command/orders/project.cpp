#include "orders/project.hpp"

#include "journal/deadline.hpp"
#include "orders/commands.hpp"

namespace anlan::orders {

namespace {

std::string deadline_of(const Entry& entry, Stage stage) {
    return "order/" + entry.subject + "/" + to_text(stage);
}

/// `issuer` is empty for our own orders.
void keep(store::Rows& rows, const Entry& entry, const OrderIssued& issued, const std::string& issuer) {
    const auto& sheet = issued.sheet;
    rows.run(
        "INSERT INTO order_sheet(id, drill, seq, issuer, kind, title, body, number, asks, response, hazard, level, "
        "by_title, issued_at, receipt_by, answer_by, withdraw_reason) VALUES(:id, :d, :q, :n, :k, :t, :b, :u, :a, :r, "
        ":h, :l, :w, :i, :p, :s, '') ON CONFLICT(id) DO NOTHING",
        entry.subject,
        entry.drill,
        entry.seq,
        issuer,
        sheet.kind,
        sheet.title,
        sheet.text,
        sheet.number,
        sheet.asks,
        sheet.response,
        sheet.hazard,
        sheet.level,
        issued.by_title,
        entry.at,
        issued.receipt_by,
        issued.answer_by
    );
    std::int64_t place = 0;
    for (const auto& area : sheet.to)
        rows.run(
            "INSERT INTO order_part(sheet, area, drill, place, reminders) VALUES(:s, :a, :d, :p, 0) "
            "ON CONFLICT(sheet, area) DO NOTHING",
            entry.subject,
            area,
            entry.drill,
            place++
        );
}

void remind(store::Rows& rows, const Entry& entry, const OrderReminded& reminded, const std::string& issuer) {
    for (const auto& area : reminded.to)
        rows.run(
            "UPDATE order_part SET reminders = reminders + 1, reminded_at = :at WHERE sheet = :s AND area = :a AND "
            "drill = :d AND sheet IN (SELECT id FROM order_sheet WHERE issuer = :n)",
            entry.at,
            entry.subject,
            area,
            entry.drill,
            issuer
        );
}

void withdraw(store::Rows& rows, const Entry& entry, const OrderWithdrawn& withdrawn, const std::string& issuer) {
    rows.run(
        "UPDATE order_sheet SET withdrawn_at = COALESCE(withdrawn_at, :at), withdraw_reason = :r WHERE id = :i AND "
        "drill = :d AND issuer = :n",
        entry.at,
        withdrawn.reason,
        entry.subject,
        entry.drill,
        issuer
    );
}

/// `node` is empty for what was noted here; a node's own receipt and the one noted by telephone stand side by side.
void receipt(store::Rows& rows, const Entry& entry, const OrderReceipted& receipted, const std::string& node) {
    rows.run(
        "INSERT INTO order_receipt(sheet, area, node, drill, at, title, on_behalf) VALUES(:s, :a, :n, :d, :at, :t, :b) "
        "ON CONFLICT(sheet, area, node, drill) DO NOTHING",
        entry.subject,
        receipted.area,
        node,
        entry.drill,
        entry.at,
        receipted.by_title,
        receipted.on_behalf
    );
}

void reply(store::Rows& rows, const Entry& entry, const OrderAnswered& answered, const std::string& node) {
    rows.run(
        "INSERT INTO order_reply(sheet, area, node, drill, first_at, at, body, given, title, on_behalf) "
        "VALUES(:s, :a, :n, :d, :f, :at, :x, :v, :t, :b) ON CONFLICT(sheet, area, node, drill) DO UPDATE SET "
        "at = excluded.at, body = excluded.body, given = excluded.given, title = excluded.title, "
        "on_behalf = excluded.on_behalf",
        entry.subject,
        answered.area,
        node,
        entry.drill,
        entry.at,
        entry.at,
        answered.text,
        answered.values,
        answered.by_title,
        answered.on_behalf
    );
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const OrderIssued& issued) {
    keep(rows, entry, issued, {});
    const OrderId order{entry.subject};
    journal::set_deadline(
        rows,
        entry,
        deadline_of(entry, Stage::receipt),
        issued.receipt_by,
        "orders.check",
        CheckOrder{order, Stage::receipt}
    );
    if (issued.answer_by)
        journal::set_deadline(
            rows,
            entry,
            deadline_of(entry, Stage::answer),
            *issued.answer_by,
            "orders.check",
            CheckOrder{order, Stage::answer}
        );
}

void project(store::Rows& rows, const Entry& entry, const OrderReminded& reminded) {
    remind(rows, entry, reminded, {});
}

void project(store::Rows& rows, const Entry& entry, const OrderWithdrawn& withdrawn) {
    withdraw(rows, entry, withdrawn, {});
    journal::clear_deadline(rows, deadline_of(entry, Stage::receipt));
    journal::clear_deadline(rows, deadline_of(entry, Stage::answer));
}

void project(store::Rows& rows, const Entry& entry, const OrderReceipted& receipted) {
    receipt(rows, entry, receipted, {});
}

void project(store::Rows& rows, const Entry& entry, const OrderAnswered& answered) {
    reply(rows, entry, answered, {});
}

void project(store::Rows& rows, const Entry& entry, const OrderOverdue& overdue) {
    // Who is late is read from the times; the entry is for the duty log and the live notice.
    journal::clear_deadline(rows, deadline_of(entry, overdue.stage));
}

void project(store::Rows&, const Entry&, const OrderArrived&) {
    // Here the order itself is the proof; the entry is for the issuer and for the live notice.
}

void project(store::Rows&, const Entry&, const OrderHeard&) {
    // For the live notice.
}

void mirror(store::Rows& rows, const Entry& entry, const OrderIssued& issued, const AreaCode& from) {
    keep(rows, entry, issued, from.text);
}

void mirror(store::Rows& rows, const Entry& entry, const OrderReminded& reminded, const AreaCode& from) {
    remind(rows, entry, reminded, from.text);
}

void mirror(store::Rows& rows, const Entry& entry, const OrderWithdrawn& withdrawn, const AreaCode& from) {
    withdraw(rows, entry, withdrawn, from.text);
}

void mirror(store::Rows& rows, const Entry& entry, const OrderReceipted& receipted, const AreaCode& from) {
    if (receipted.area == from) receipt(rows, entry, receipted, from.text);
}

void mirror(store::Rows& rows, const Entry& entry, const OrderAnswered& answered, const AreaCode& from) {
    if (answered.area == from) reply(rows, entry, answered, from.text);
}

void mirror(store::Rows& rows, const Entry& entry, const OrderArrived& arrived, const AreaCode& from) {
    if (arrived.area != from || arrived.news != News::issued) return;
    rows.run(
        "INSERT INTO order_arrival(sheet, area, drill, at) VALUES(:s, :a, :d, :at) "
        "ON CONFLICT(sheet, area, drill) DO NOTHING",
        entry.subject,
        from,
        entry.drill,
        entry.at
    );
}

}  // namespace anlan::orders
