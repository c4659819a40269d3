#include "cap/element.hpp"

#include <libxml/tree.h>

namespace anlan::cap {

namespace {

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view space_of(const xmlNode* node) {
    return node->ns == nullptr ? std::string_view() : view(node->ns->href);
}

/// The next node of the tree below `top`, without entering the children of `node` when `skip`.
xmlNode* next_below(xmlNode* top, xmlNode* node, bool skip) {
    if (!skip && node->type == XML_ELEMENT_NODE && node->children != nullptr) return node->children;
    while (node != top && node->next == nullptr) node = node->parent;
    return node == top ? nullptr : node->next;
}

bool is_words(const xmlNode* node) {
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

}  // namespace

std::string_view Element::name() const {
    return view(node_->name);
}

std::string_view Element::name_space() const {
    return space_of(node_);
}

int Element::line() const {
    return static_cast<int>(xmlGetLineNo(node_));
}

std::optional<Element> Element::child(std::string_view name) const {
    for (auto* each = node_->children; each != nullptr; each = each->next)
        if (each->type == XML_ELEMENT_NODE && view(each->name) == name && space_of(each) == name_space())
            return Element(each);
    return std::nullopt;
}

std::vector<Element> Element::children(std::string_view name) const {
    std::vector<Element> found;
    for (auto* each = node_->children; each != nullptr; each = each->next)
        if (each->type == XML_ELEMENT_NODE && view(each->name) == name && space_of(each) == name_space())
            found.emplace_back(each);
    return found;
}

std::string Element::text() const {
    std::string words;
    for (auto* each = node_->children; each != nullptr; each = next_below(node_, each, false))
        if (is_words(each)) words += view(each->content);
    const auto first = words.find_first_not_of(kBlanks);
    if (first == std::string::npos) return {};
    return words.substr(first, words.find_last_not_of(kBlanks) - first + 1);
}

std::string Element::text_of(std::string_view name) const {
    const auto found = child(name);
    return found ? found->text() : std::string();
}

std::vector<Element> Element::outermost(std::string_view name) const {
    std::vector<Element> found;
    for (auto* each = node_; each != nullptr;) {
        const bool hit = each->type == XML_ELEMENT_NODE && view(each->name) == name;
        if (hit) found.emplace_back(each);
        if (hit && each == node_) break;
        each = next_below(node_, each, hit);
    }
    return found;
}

std::vector<Element> Element::leaves_outside(std::string_view name) const {
    std::vector<Element> found;
    for (auto* each = node_; each != nullptr;) {
        const bool inside = each->type == XML_ELEMENT_NODE && view(each->name) == name;
        if (each->type == XML_ELEMENT_NODE && !inside && xmlChildElementCount(each) == 0) found.emplace_back(each);
        if (inside && each == node_) break;
        each = next_below(node_, each, inside);
    }
    return found;
}

}  // namespace anlan::cap
