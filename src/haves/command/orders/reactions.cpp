#include "orders/reactions.hpp"

#include <algorithm>

#include "orders/commands.hpp"

namespace anlan::orders {

namespace {

constexpr const char* kActor = "system:orders";

journal::Wishes arrived(const journal::Cause& cause, News news) {
    if (cause.mine) return {};
    return {cause.wish(kActor, NoteArrival{{cause.entry.subject}, news})};
}

journal::Wishes heard(const journal::Cause& cause, const AreaCode& area, Stage stage) {
    if (cause.mine || area.text != cause.from_area) return {};
    return {cause.wish(kActor, NoteHeard{{cause.entry.subject}, area, stage})};
}

}  // namespace

journal::Wishes on_issued(const journal::Cause& cause, const OrderIssued&) {
    return arrived(cause, News::issued);
}

journal::Wishes on_reminded(const journal::Cause& cause, const OrderReminded& reminded) {
    if (std::find(reminded.to.begin(), reminded.to.end(), cause.node.area) == reminded.to.end()) return {};
    return arrived(cause, News::reminded);
}

journal::Wishes on_withdrawn(const journal::Cause& cause, const OrderWithdrawn&) {
    return arrived(cause, News::withdrawn);
}

journal::Wishes on_receipted(const journal::Cause& cause, const OrderReceipted& receipted) {
    return heard(cause, receipted.area, Stage::receipt);
}

journal::Wishes on_answered(const journal::Cause& cause, const OrderAnswered& answered) {
    return heard(cause, answered.area, Stage::answer);
}

}  // namespace anlan::orders
