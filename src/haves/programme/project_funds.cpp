#include "programme/project_funds.hpp"

/// Rows stand under the node that keeps the books; this node's own under none.
namespace anlan::programme {

using journal::Entry;
using store::Rows;

namespace {

void keep(Rows& rows, const Entry&, const BudgetSet& set, const AreaCode& node) {
    rows.run(
        "INSERT INTO fund_budget(node, year, source, line, amount_fen, document) VALUES(:n, :y, :s, :l, :a, :d) "
        "ON CONFLICT(node, year, source, line) DO UPDATE SET amount_fen = excluded.amount_fen, document = "
        "excluded.document",
        node,
        set.year,
        set.source,
        set.line,
        set.amount_fen,
        set.document
    );
}

void keep(Rows& rows, const Entry& entry, const ContractSigned& contract, const AreaCode& node) {
    rows.run(
        "INSERT INTO fund_contract(node, id, year, source, line, title, supplier, number, amount_fen, day, "
        "procurement, "
        "not_reused, reused) VALUES(:n, :i, :y, :s, :l, :t, :u, :m, :a, :d, :p, :r, :x) ON CONFLICT(node, id) DO "
        "NOTHING",
        node,
        entry.subject,
        contract.year,
        contract.source,
        contract.line,
        contract.title,
        contract.supplier,
        contract.number,
        contract.amount_fen,
        contract.day,
        contract.procurement,
        contract.not_reused,
        contract.reused
    );
}

void keep(Rows& rows, const Entry& entry, const PaymentMade& payment, const AreaCode& node) {
    rows.run(
        "INSERT INTO fund_payment(node, id, contract, amount_fen, voucher, day, scan) VALUES(:n, :i, :c, :a, :v, :d, "
        ":s) "
        "ON CONFLICT(node, id) DO NOTHING",
        node,
        entry.subject,
        payment.contract,
        payment.amount_fen,
        payment.voucher,
        payment.day,
        payment.scan
    );
}

void keep(Rows& rows, const Entry& entry, const PaymentReversed& reversed, const AreaCode& node) {
    rows.run(
        "INSERT INTO fund_reversal(node, payment, reason) VALUES(:n, :p, :r) ON CONFLICT(node, payment) DO NOTHING",
        node,
        entry.subject,
        reversed.reason
    );
}

}  // namespace

void project(Rows& rows, const Entry& entry, const BudgetSet& set) {
    keep(rows, entry, set, {});
}
void project(Rows& rows, const Entry& entry, const ContractSigned& contract) {
    keep(rows, entry, contract, {});
}
void project(Rows& rows, const Entry& entry, const PaymentMade& payment) {
    keep(rows, entry, payment, {});
}
void project(Rows& rows, const Entry& entry, const PaymentReversed& reversed) {
    keep(rows, entry, reversed, {});
}
void mirror(Rows& rows, const Entry& entry, const BudgetSet& set, const AreaCode& from) {
    keep(rows, entry, set, from);
}
void mirror(Rows& rows, const Entry& entry, const ContractSigned& contract, const AreaCode& from) {
    keep(rows, entry, contract, from);
}
void mirror(Rows& rows, const Entry& entry, const PaymentMade& payment, const AreaCode& from) {
    keep(rows, entry, payment, from);
}
void mirror(Rows& rows, const Entry& entry, const PaymentReversed& reversed, const AreaCode& from) {
    keep(rows, entry, reversed, from);
}

}  // namespace anlan::programme
