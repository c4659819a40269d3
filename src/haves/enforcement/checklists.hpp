#pragma once

#include <string>
#include <vector>

#include "base/reflect.hpp"

/// Check lists (检查表) from standards: data with a version (data/enforcement/checklists).
namespace anlan::enforcement {

struct ChecklistItem {
    std::string code, text, text_en, basis;
    bool grave = false;  ///< a breach may be a major hazard (重大事故隐患); a named person judges
};
BOOST_DESCRIBE_STRUCT(ChecklistItem, (), (code, text, text_en, basis, grave))

struct Checklist {
    std::string key, version, title_zh, title_en;
    std::vector<std::string> applies;  ///< kinds of enterprises and places, as the register names them
    std::string source, mark;
    std::vector<ChecklistItem> items;

    const ChecklistItem* find(const std::string& code) const;
};
BOOST_DESCRIBE_STRUCT(Checklist, (), (key, version, title_zh, title_en, applies, source, mark, items))

const std::vector<Checklist>& checklists();
const Checklist* find_checklist(const std::string& key);
/// The first that is made for such a place; else the general one.
const Checklist& checklist_for(const std::string& kind);

}  // namespace anlan::enforcement
