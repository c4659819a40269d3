#include <algorithm>
#include <set>

#include "orders/commands.hpp"
#include "orders/queries.hpp"
#include "orders/rules.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::orders {

namespace {

constexpr std::size_t kMostAsked = 12;

Result<void> check_words(const Sheet& sheet) {
    if (sheet.title.empty()) return refuse("title_missing", "title", "请写标题", "give it a title");
    if (sheet.title.size() > kLongestTitle)
        return refuse("too_long", "title", "标题请不超过 100 字", "keep the title under 100 characters");
    if (sheet.text.empty()) return refuse("text_missing", "text", "请写正文", "write what is to be done");
    if (sheet.text.size() > kLongestText)
        return refuse("too_long", "text", "正文请不超过 4000 字", "keep the text under 4000 characters");
    return done();
}

Result<void> check_asks(const Sheet& sheet) {
    if (sheet.kind != OrderKind::question) {
        if (sheet.asks.empty()) return done();
        return refuse("asks_invalid", "asks", "只有“请报送”可以要求数字", "only a question asks for numbers");
    }
    if (sheet.asks.empty())
        return refuse("asks_missing", "asks", "请写明要报送哪些数字", "say which numbers you ask for");
    if (sheet.asks.size() > kMostAsked)
        return refuse("asks_invalid", "asks", "一次最多 12 项", "at most 12 numbers at a time");
    std::set<std::string> keys;
    for (const auto& ask : sheet.asks)
        if (ask.key.empty() || ask.label.empty() || !keys.insert(ask.key).second)
            return refuse("asks_invalid", "asks", "每一项都要有名称，且不能重复", "name every number, each once");
    return done();
}

Result<void> check_addressees(const std::vector<AreaCode>& to, const Desk& desk) {
    if (to.empty()) return refuse("to_missing", "to", "请选择下达对象", "choose whom it goes to");
    std::set<AreaCode> seen;
    for (const auto& area : to) {
        const bool child = area != desk.node.area && area.parent() == desk.node.area;
        if (!child) return refuse("not_below", "to", "只能下达给本级的直属下级", "orders go only to your own children");
        if (!organisation::area_facts(desk.views, area))
            return refuse("area_unknown", "to", "没有这个单位：" + area.text, "no such area: " + area.text);
        if (!seen.insert(area).second) return refuse("to_missing", "to", "同一单位只需选一次", "choose each area once");
    }
    return done();
}

Instant limit_of(const Desk& desk, const char* key) {
    return desk.now + policy::seconds(desk.views, key);
}

std::optional<Instant> answer_limit(const IssueOrder& wish, const Desk& desk) {
    if (wish.answer_by) return wish.answer_by;
    if (wish.sheet.kind == OrderKind::document) return std::nullopt;
    return limit_of(
        desk, wish.sheet.kind == OrderKind::question ? "order.answer_limit.question" : "order.answer_limit"
    );
}

Result<void> check_limits(const OrderIssued& issued, Instant now) {
    if (issued.receipt_by <= now)
        return refuse("deadline_past", "receipt_by", "签收时限已过，请改晚一些", "the time to receipt is already over");
    if (!issued.answer_by) return done();
    if (*issued.answer_by <= now)
        return refuse("deadline_past", "answer_by", "报送时限已过，请改晚一些", "the time to answer is already over");
    if (*issued.answer_by < issued.receipt_by)
        return refuse("deadline_order", "answer_by", "报送时限应不早于签收时限", "answers come after receipts");
    return done();
}

}  // namespace

Result<Decision> decide(const IssueOrder& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(check_words(wish.sheet));
    BOOST_OUTCOME_TRYV(check_addressees(wish.sheet.to, desk));
    BOOST_OUTCOME_TRYV(check_asks(wish.sheet));
    const auto level = wish.sheet.level;
    if (wish.sheet.kind == OrderKind::activation && (wish.sheet.hazard.empty() || level < 1 || level > 4))
        return refuse("level_missing", "response", "请选择所依据的响应", "choose the response it activates");
    const OrderIssued issued{
        wish.sheet,
        wish.receipt_by.value_or(limit_of(desk, "order.receipt_limit")),
        answer_limit(wish, desk),
        title_of(desk)};
    BOOST_OUTCOME_TRYV(check_limits(issued, desk.now));
    auto event = journal::event(desk.new_id(), issued);
    event.to = wish.sheet.to;
    return journal::decided(std::move(event));
}

Result<Decision> decide(const RemindOrder& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto order, own_order(desk, wish.order));
    if (order.withdrawn_at) return already_withdrawn();
    auto missing = missing_of(desk.views, order.id, order.answer_by ? Stage::answer : Stage::receipt);
    if (missing.empty())
        return refuse("nobody_missing", "", "各单位都已办理，无需催办", "all have done it; there is nobody to remind");
    auto event = journal::event(order.id.text, OrderReminded{missing, title_of(desk)});
    event.to = std::move(missing);
    return journal::decided(std::move(event));
}

Result<Decision> decide(const WithdrawOrder& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto order, own_order(desk, wish.order));
    if (wish.reason.empty()) return refuse("reason_missing", "reason", "请写撤回原因", "say why it is withdrawn");
    if (order.withdrawn_at) return Decision{{}, order.id.text, {}};
    auto event = journal::event(order.id.text, OrderWithdrawn{wish.reason});
    for (const auto& part : parts_of(desk.views, order.id)) event.to.push_back(part.area);
    return journal::decided(std::move(event));
}

Result<Decision> decide(const CheckOrder& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto order, own_order(desk, wish.order));
    OrderOverdue overdue{wish.stage, order.title, missing_of(desk.views, order.id, wish.stage), {}};
    if (order.withdrawn_at || overdue.missing.empty()) return Decision{{}, order.id.text, {}};
    for (const auto& area : overdue.missing) overdue.names.push_back(organisation::area_name(desk.views, area));
    return journal::decided(journal::event(order.id.text, overdue));
}

std::optional<World> world_of(const RemindOrder& wish, store::Rows& rows) {
    return world_of_order(rows, wish.order);
}
std::optional<World> world_of(const WithdrawOrder& wish, store::Rows& rows) {
    return world_of_order(rows, wish.order);
}
std::optional<World> world_of(const CheckOrder& wish, store::Rows& rows) {
    return world_of_order(rows, wish.order);
}

}  // namespace anlan::orders
