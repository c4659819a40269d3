#pragma once

#include "journal/desk.hpp"
#include "orders/events.hpp"

namespace anlan::orders {

using journal::Decision;
using journal::Desk;

/// To some of this node's own children. Limits that are not given come from the policy pack; a document is to be
/// receipted only, unless an answer is asked for. Refuses `title_missing`, `text_missing`, `to_missing`, `not_below`,
/// `area_unknown`, `asks_missing`, `asks_invalid`, `too_long`, `level_missing`, `deadline_past`, `deadline_order`.
struct IssueOrder {
    Sheet sheet;
    std::optional<Instant> receipt_by, answer_by;
};
BOOST_DESCRIBE_STRUCT(IssueOrder, (), (sheet, receipt_by, answer_by))
Result<Decision> decide(const IssueOrder& wish, const Desk& desk);

/// Reminds all that have not receipted, or have receipted and not answered. Refuses `order_unknown`,
/// `order_not_yours`, `order_withdrawn`, `nobody_missing`.
struct RemindOrder {
    OrderId order;
};
BOOST_DESCRIBE_STRUCT(RemindOrder, (), (order))
Result<Decision> decide(const RemindOrder& wish, const Desk& desk);
std::optional<World> world_of(const RemindOrder& wish, store::Rows& rows);

/// Refuses `order_unknown`, `order_not_yours`, `reason_missing`; withdrawn twice it was already so.
struct WithdrawOrder {
    OrderId order;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawOrder, (), (order, reason))
Result<Decision> decide(const WithdrawOrder& wish, const Desk& desk);
std::optional<World> world_of(const WithdrawOrder& wish, store::Rows& rows);

/// 签收. No `area`: this node. At the issuer `area` names the addressee that has telephoned. Refuses `order_unknown`,
/// `not_addressed`, `order_withdrawn`; receipted twice it was already so.
struct ReceiptOrder {
    OrderId order;
    AreaCode area;
};
BOOST_DESCRIBE_STRUCT(ReceiptOrder, (), (order, area))
Result<Decision> decide(const ReceiptOrder& wish, const Desk& desk);
std::optional<World> world_of(const ReceiptOrder& wish, store::Rows& rows);

/// Every number asked for must be given; where none is asked, words. May be corrected by answering again. Refuses
/// `order_unknown`, `not_addressed`, `order_withdrawn`, `not_receipted`, `answer_missing`, `value_missing`,
/// `value_unknown`, `value_invalid`, `too_long`.
struct AnswerOrder {
    OrderId order;
    AreaCode area;
    std::string text;
    std::vector<Given> values;
};
BOOST_DESCRIBE_STRUCT(AnswerOrder, (), (order, area, text, values))
Result<Decision> decide(const AnswerOrder& wish, const Desk& desk);
std::optional<World> world_of(const AnswerOrder& wish, store::Rows& rows);

/// Called by the deadlines `order/<id>/receipt` and `order/<id>/answer`.
struct CheckOrder {
    OrderId order;
    Stage stage = Stage::receipt;
};
BOOST_DESCRIBE_STRUCT(CheckOrder, (), (order, stage))
Result<Decision> decide(const CheckOrder& wish, const Desk& desk);
std::optional<World> world_of(const CheckOrder& wish, store::Rows& rows);

/// The program's own, at the addressee. What is not addressed to this node is passed over.
struct NoteArrival {
    OrderId order;
    News news = News::issued;
};
BOOST_DESCRIBE_STRUCT(NoteArrival, (), (order, news))
Result<Decision> decide(const NoteArrival& wish, const Desk& desk);

/// The program's own, at the issuer.
struct NoteHeard {
    OrderId order;
    AreaCode area;
    Stage stage = Stage::receipt;
};
BOOST_DESCRIBE_STRUCT(NoteHeard, (), (order, area, stage))
Result<Decision> decide(const NoteHeard& wish, const Desk& desk);

}  // namespace anlan::orders
