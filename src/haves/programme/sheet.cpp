#include "programme/sheet.hpp"

#include <algorithm>

#include "base/ensure.hpp"

namespace anlan::programme {

std::string_view shipped_sheet_json();

const Sheet& shipped_sheet() {
    static const Sheet sheet = [] {
        auto read = from_json_text<Sheet>(shipped_sheet_json());
        ensure(read.has_value(), "the shipped acceptance sheet reads");
        return std::move(read.value());
    }();
    return sheet;
}

const Item* find_item(const std::string& id) {
    const auto& items = shipped_sheet().items;
    const auto found = std::ranges::find(items, id, &Item::id);
    return found == items.end() ? nullptr : &*found;
}

}  // namespace anlan::programme
