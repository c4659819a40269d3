#include "narrow/reactions.hpp"

#include "narrow/queries.hpp"
#include "organisation/queries.hpp"
#include "plan/queries.hpp"
#include "response/commands.hpp"
#include "response/queries.hpp"
#include "warning/queries.hpp"

namespace anlan::narrow {

namespace {

constexpr const char* kActor = "system:narrow";

std::string colour_of_level(std::int64_t level) {
    static constexpr const char* kColours[] = {"none", "red", "orange", "yellow", "blue"};
    return level >= 1 && level <= 4 ? kColours[level] : "none";
}

std::vector<plan::Called> plans_called(const journal::Cause& cause, const AreaCode& from, const OrderTold& order) {
    plan::Occasion occasion;
    occasion.hazard = order.hazard;
    occasion.ordered_level = order.level;
    occasion.source_name = organisation::area_name(cause.views, from);
    occasion.hazard_name_zh = warning::hazard_name(order.hazard);
    occasion.hazard_name_en = warning::hazard_name(order.hazard, true);
    std::vector<plan::Plan> shelf;
    for (auto& each : plan::approved_plans(cause.views, to_text(cause.node.level())))
        shelf.push_back(std::move(each.plan));
    return plan::match_all(shelf, occasion, {});
}

journal::Wish follow(
    const journal::Cause& cause, const OrderTold& order, const std::string& hazard, const plan::Called& called
) {
    const auto colour = colour_of_level(order.level);
    if (const auto open = response::open_response(cause.views, cause.entry.world(), hazard, called.plan))
        return cause.wish(
            kActor,
            response::SuggestLevel{
                open->id, std::min(called.level, open->level), {}, colour, called.reason_zh, called.reason_en}
        );
    return cause.wish(
        kActor,
        response::ProposeResponse{
            hazard, called.plan, called.level, {}, order.id, colour, called.reason_zh, called.reason_en}
    );
}

journal::Wishes stand_down(const journal::Cause& cause, const OrderTold& order) {
    journal::Wishes wishes;
    for (const auto& open : response::open_responses(cause.views, cause.entry.world()))
        if (open.ordered_by == order.id)
            wishes.push_back(cause.wish(
                kActor,
                response::SuggestLevel{
                    open.id, 0, {}, open.colour, "上级响应已结束，建议解除", "the order above has ended; stand down"}
            ));
    return wishes;
}

}  // namespace

journal::Wishes on_received(const journal::Cause& cause, const NarrowReceived& received) {
    if (!cause.mine || received.told != ToldKind::order || !received.from.contains(cause.node.area)) return {};
    if (came_in_full(cause.views, received.from, received.seq, received.thing)) return {};
    const auto order = from_json<OrderTold>(received.body);
    if (!order) return {};
    if (order.value().state == OrderState::closed) return stand_down(cause, order.value());
    if (order.value().hazard.empty()) return {};  // an order in words alone: people read it
    journal::Wishes wishes;
    for (const auto& called : plans_called(cause, received.from, order.value()))
        wishes.push_back(follow(cause, order.value(), order.value().hazard, called));
    return wishes;
}

}  // namespace anlan::narrow
