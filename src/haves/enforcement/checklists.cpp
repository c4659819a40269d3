#include "enforcement/checklists.hpp"

#include <algorithm>
#include <string_view>

#include "base/ensure.hpp"

namespace anlan::enforcement {

std::string_view small_places_fire_json();
std::string_view hazardous_chemicals_json();
std::string_view construction_json();
std::string_view fishing_port_json();
std::string_view limited_space_json();
std::string_view general_workplace_json();

const ChecklistItem* Checklist::find(const std::string& code) const {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const ChecklistItem& each) { return each.code == code; });
    return found == items.end() ? nullptr : &*found;
}

const std::vector<Checklist>& checklists() {
    static const auto all = [] {
        std::vector<Checklist> read;
        for (const auto text :
             {general_workplace_json(),
              small_places_fire_json(),
              hazardous_chemicals_json(),
              construction_json(),
              fishing_port_json(),
              limited_space_json()}) {
            auto list = from_json_text<Checklist>(text, Unknown::refused);
            ensure(list.has_value() && !list.value().items.empty(), "a shipped check list reads");
            read.push_back(std::move(list.value()));
        }
        return read;
    }();
    return all;
}

const Checklist* find_checklist(const std::string& key) {
    for (const auto& list : checklists())
        if (list.key == key) return &list;
    return nullptr;
}

const Checklist& checklist_for(const std::string& kind) {
    for (const auto& list : checklists())
        if (std::find(list.applies.begin(), list.applies.end(), kind) != list.applies.end()) return list;
    return checklists().front();
}

}  // namespace anlan::enforcement
