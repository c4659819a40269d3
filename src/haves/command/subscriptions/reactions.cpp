#include "subscriptions/reactions.hpp"

#include "subscriptions/commands.hpp"
#include "subscriptions/queries.hpp"

namespace anlan::subscriptions {

journal::Wishes on_erased(const journal::Cause& cause, const organisation::PersonErased&) {
    const PersonId person{cause.entry.subject};
    if (!cause.mine || !has_device(cause.views, person)) return {};
    return {cause.wish("system:subscriptions", DropDevicesOf{person})};
}

}  // namespace anlan::subscriptions
