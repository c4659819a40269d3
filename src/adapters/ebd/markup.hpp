#pragma once

#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <string_view>

/// XML as this adapter writes and reads it. Inside the adapter only.
namespace anlan::ebd {

/// Writes indented XML, element by element.
class Markup {
  public:
    Markup() {
        auto head = document_.append_child(pugi::node_declaration);
        head.append_attribute("version") = "1.0";
        head.append_attribute("encoding") = "UTF-8";
        at_ = document_;
    }
    void open(const char* name) { at_ = at_.append_child(name); }
    void close() { at_ = at_.parent(); }
    void leaf(const char* name, const std::string& text) { at_.append_child(name).text().set(text.c_str()); }
    void leaf_unless_empty(const char* name, const std::string& text) {
        if (!text.empty()) leaf(name, text);
    }
    std::string take() const {
        std::ostringstream out;
        document_.save(out, "  ");
        return out.str();
    }

  private:
    pugi::xml_document document_;
    pugi::xml_node at_;
};

/// The words of an element's first child of this name, without white space around them; empty if there is none.
inline std::string text_of(const pugi::xml_node& element, const char* name) {
    const std::string_view text = element.child(name).text().get();
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

}  // namespace anlan::ebd
