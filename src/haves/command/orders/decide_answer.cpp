#include <algorithm>
#include <cmath>

#include "orders/commands.hpp"
#include "orders/queries.hpp"
#include "orders/rules.hpp"
#include "organisation/queries.hpp"

namespace anlan::orders {

namespace {

constexpr double kMost = 1e12;

struct Addressed {
    OrderFacts order;
    PartFacts part;
    bool on_behalf = false;
};

bool holds_post_in(const Desk& desk, const AreaCode& area) {
    const auto posts = organisation::posts_held_by(desk.views, desk.person());
    return std::any_of(posts.begin(), posts.end(), [&](const auto& post) { return area.contains(post.area); });
}

/// The part of the order that this desk may speak for: its own node's, or at the issuer any addressee's.
Result<Addressed> addressed(const Desk& desk, const OrderId& id, const AreaCode& area) {
    auto order = find_order(desk.views, id);
    if (!order) return order_unknown();
    const auto& whose = area.text.empty() ? desk.node.area : area;
    auto part = part_of(desk.views, id, whose);
    if (!part || (!order->ours() && whose != desk.node.area))
        return refuse("not_addressed", "area", "这件不是下达给该单位的", "it is not addressed to this area");
    if (order->withdrawn_at) return already_withdrawn();
    const bool on_behalf = order->ours() && !holds_post_in(desk, whose);
    return Addressed{std::move(*order), std::move(*part), on_behalf};
}

Result<void> check_values(const std::vector<Asked>& asks, const std::vector<Given>& values) {
    for (const auto& ask : asks) {
        const auto same =
            std::count_if(values.begin(), values.end(), [&](const Given& each) { return each.key == ask.key; });
        if (same != 1)
            return refuse(
                "value_missing",
                "values",
                "请填写：" + ask.label + "（没有填 0）",
                "fill in: " + ask.label + " (none: 0)"
            );
    }
    if (values.size() != asks.size())
        return refuse("value_unknown", "values", "填了没有要求的项目", "a number was given that nobody asked for");
    for (const auto& each : values)
        if (!std::isfinite(each.value) || each.value < 0 || each.value > kMost)
            return refuse("value_invalid", "values", "数字应不小于 0", "numbers cannot be below 0");
    return done();
}

bool said_already(const PartFacts& part, const AnswerOrder& wish) {
    return part.answered_at && part.answer == wish.text && to_json_text(part.given) == to_json_text(wish.values);
}

}  // namespace

Refusal order_unknown() {
    return refuse("order_unknown", "order", "没有这件指令", "no such order");
}

Refusal already_withdrawn() {
    return refuse("order_withdrawn", "order", "已被上级撤回，无需办理", "it has been withdrawn; nothing is to be done");
}

std::string title_of(const Desk& desk) {
    for (const auto& post : organisation::posts_held_by(desk.views, desk.person()))
        if (desk.node.area.contains(post.area)) return post.title;
    return "值班室";
}

Result<OrderFacts> own_order(const Desk& desk, const OrderId& id) {
    auto order = find_order(desk.views, id);
    if (!order) return order_unknown();
    if (!order->ours())
        return refuse(
            "order_not_yours",
            "order",
            "这件由上级下达，只能由上级处理",
            "the level above issued it; only they may do this"
        );
    return std::move(*order);
}

Result<Decision> decide(const ReceiptOrder& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, addressed(desk, wish.order, wish.area));
    if (found.part.receipted_at) return Decision{{}, wish.order.text, {}};
    return journal::decided(journal::event(
        wish.order.text, OrderReceipted{found.part.area, found.order.title, title_of(desk), found.on_behalf}
    ));
}

Result<Decision> decide(const AnswerOrder& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, addressed(desk, wish.order, wish.area));
    if (!found.part.receipted_at)
        return refuse("not_receipted", "order", "请先签收，再报送", "receipt it first, then answer");
    if (wish.text.empty() && found.order.asks.empty())
        return refuse("answer_missing", "text", "请写办理情况", "write what was done");
    if (wish.text.size() > kLongestText)
        return refuse("too_long", "text", "请不超过 4000 字", "keep it under 4000 characters");
    BOOST_OUTCOME_TRYV(check_values(found.order.asks, wish.values));
    if (said_already(found.part, wish)) return Decision{{}, wish.order.text, {}};
    return journal::decided(journal::event(
        wish.order.text,
        OrderAnswered{found.part.area, found.order.title, wish.text, wish.values, title_of(desk), found.on_behalf}
    ));
}

std::optional<World> world_of(const ReceiptOrder& wish, store::Rows& rows) {
    return world_of_order(rows, wish.order);
}
std::optional<World> world_of(const AnswerOrder& wish, store::Rows& rows) {
    return world_of_order(rows, wish.order);
}

}  // namespace anlan::orders
