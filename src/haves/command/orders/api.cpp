#include "orders/api.hpp"

#include "documents/download.hpp"
#include "orders/answers.hpp"
#include "orders/commands.hpp"
#include "orders/paper.hpp"
#include "orders/rules.hpp"

namespace anlan::orders {

using http::Call;
using http::Method;
using http::Page;

namespace {

constexpr const char* kDesk = "desk.view";
constexpr const char* kIssue = "order.issue";
constexpr const char* kReceipt = "order.receipt";

struct NewOrder {
    OrderKind kind = OrderKind::order;
    std::string title, text;
    std::optional<std::string> number;
    std::optional<std::vector<Asked>> asks;
    std::optional<std::string> response;  ///< of an activation: a response of this node that is active
    std::vector<AreaCode> to;
    std::optional<Instant> receipt_by, answer_by;
};
BOOST_DESCRIBE_STRUCT(NewOrder, (), (kind, title, text, number, asks, response, to, receipt_by, answer_by))

/// Hazard, level and world of an order to activate are those of the response it names.
Result<journal::Wish> issue(const Call& call, store::Rows& rows, const FindInForce& find_in_force) {
    BOOST_OUTCOME_TRY(auto wanted, http::Endpoints::body_of<NewOrder>(call));
    auto world = call.scope();
    IssueOrder order{
        {wanted.kind,
         wanted.title,
         wanted.text,
         wanted.number.value_or(""),
         wanted.asks.value_or(std::vector<Asked>{}),
         {},
         {},
         0,
         wanted.to},
        wanted.receipt_by,
        wanted.answer_by};
    if (wanted.kind == OrderKind::activation) {
        const auto response = wanted.response.value_or("");
        const auto in_force = find_in_force ? find_in_force(rows, response) : std::nullopt;
        if (!in_force)
            return refuse("not_active", "response", "请选择正在进行的响应", "choose a response that is in force");
        order.sheet.response = response;
        order.sheet.hazard = in_force->hazard;
        order.sheet.level = in_force->level;
        world = in_force->world;
    }
    return journal::wish(std::move(world), call.caller.person.text, std::move(order));
}

Result<OrderDetail> one(const Call& call, store::Rows& rows) {
    const auto found = find_order(rows, {call.path("order")});
    if (!found) return order_unknown();
    auto detail = detail_of(rows, *found, call.node.area, call.now);
    if (!detail) return order_unknown();
    return std::move(*detail);
}

Result<Page<OrderAnswer>> list(const Call& call, store::Rows& rows) {
    const auto side = enum_from<Side>(call.query("side"));
    return Page<OrderAnswer>{orders_seen(rows, call.scope(), side, call.node.area, call.now, call.limit(200)), {}};
}

Result<documents::Official> paper(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto detail, one(call, rows));
    return paper_of(detail);
}

Result<documents::Workbook> sheet(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto page, list(call, rows));
    return table_of(page.items, call.caller.name, call.now);
}

Result<documents::Workbook> answers_sheet(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto detail, one(call, rows));
    return answers_table_of(detail, call.caller.name, call.now);
}

void add_files(http::Endpoints& table, const documents::Writer* writer) {
    documents::add_official(
        table, writer, "/api/v1/orders/{order}/document", kDesk, "一件指令的公文", "One order as a document", &paper
    );
    documents::add_workbook(
        table,
        writer,
        "/api/v1/orders/{order}/answers",
        kDesk,
        "一件指令的报送汇总表",
        "What one order brought in, as a table",
        &answers_sheet
    );
    documents::add_workbook(
        table,
        writer,
        "/api/v1/orders",
        kDesk,
        "指令一览表",
        "Orders as a table",
        &sheet,
        {"drill", http::asked_choice<Side>("side"), http::asked_limit()}
    );
}

}  // namespace

void add_endpoints(http::Endpoints& table, FindInForce find_in_force, const documents::Writer* writer) {
    add_files(table, writer);
    table.list<OrderAnswer>("/api/v1/orders", kDesk, "指令、请报送与文件", "Orders, questions and documents", &list)
        .asks({"drill", http::asked_choice<Side>("side"), http::asked_limit()});
    table.get<OrderDetail>("/api/v1/orders/{order}", kDesk, "一件指令", "One order", &one);
    auto& issuing = table.add(Method::post, "/api/v1/orders", kIssue, "下达给下级", "Issue to those below");
    issuing.takes = schema_of<NewOrder>();
    issuing.gives = schema_of<http::Written>();
    issuing.creates = true;
    issuing.asks({"drill"});
    issuing.write = [find = std::move(find_in_force)](const Call& call, store::Rows& rows) {
        return issue(call, rows, find);
    };
    table.command<RemindOrder>(Method::post, "/api/v1/orders/{order}/remind", kIssue, "催办", "Remind");
    table.command<WithdrawOrder>(Method::post, "/api/v1/orders/{order}/withdraw", kIssue, "撤回", "Withdraw");
    table.command<ReceiptOrder>(Method::post, "/api/v1/orders/{order}/receipt", kReceipt, "签收", "Receipt");
    table.command<AnswerOrder>(Method::post, "/api/v1/orders/{order}/answer", kReceipt, "报送、答复", "Answer");
}

}  // namespace anlan::orders
