#include "programme/at_desk.hpp"

#include "organisation/queries.hpp"

namespace anlan::programme {

using journal::Desk;

std::string title_of(const Desk& desk) {
    const auto posts = organisation::posts_held_by(desk.views, desk.person());
    return posts.empty() ? std::string() : posts.front().title;
}

Refusal unknown_acceptance() {
    return refuse(
        "acceptance_unknown", "acceptance", "没有这次验收，请刷新列表", "there is no such acceptance; reload the list"
    );
}

Result<const Item*> item_named(const std::string& id) {
    const auto* item = find_item(id);
    if (item != nullptr) return item;
    return refuse("item_unknown", "item", "评分表没有“" + id + "”这一项", "the sheet has no item " + id);
}

Result<AcceptanceFacts> under_review(const Desk& desk, const AcceptanceId& id) {
    auto found = find_acceptance(desk.views, id);
    if (!found) return unknown_acceptance();
    if (desk.node.level() != Level::county)
        return refuse("not_at_this_level", "acceptance", "由县级评审", "the county reviews");
    if (found->state != AcceptanceState::applied)
        return refuse("already_concluded", "acceptance", "验收意见已出具", "the opinion has already been given");
    return std::move(*found);
}

}  // namespace anlan::programme
