#include "warehouse/names.hpp"

#include "organisation/queries.hpp"

namespace anlan::warehouse {

Names::Names(store::Rows& rows, const journal::NodeFacts& here) : rows_(rows), here_(here) {
    for (auto& each : all_stores(rows)) {
        const auto id = each.id;
        stores_.emplace(id, std::move(each));
    }
}

std::string Names::store_name(const std::string& id) const {
    const auto found = stores_.find(id);
    return found == stores_.end() ? id : found->second.name;
}

std::string Names::node_name(const std::string& code) const {
    return code.empty() ? here_.name : organisation::area_name(rows_, AreaCode{code});
}

std::string Names::person_name(const std::string& id) {
    if (id.starts_with("system:") || id.starts_with("drill:")) return "系统";
    const auto [at, is_new] = people_.emplace(id, "");
    if (is_new)
        at->second =
            organisation::person_exists(rows_, PersonId{id}) ? organisation::person_name(rows_, PersonId{id}) : "";
    return at->second;
}

const ItemFacts& Names::item(const std::string& name) {
    const auto [at, is_new] = items_.emplace(name, ItemFacts{});
    if (is_new) at->second = item_facts(rows_, name).value_or(ItemFacts{name, {}, "", "", 1, false, 0, ""});
    return at->second;
}

}  // namespace anlan::warehouse
