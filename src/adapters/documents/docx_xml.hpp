#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

/// Small steps of WordprocessingML.
namespace anlan::print {

/// A paragraph being written. Lengths are twentieths of a point ("twips").
class Paragraph {
  public:
    Paragraph(pugi::xml_node parent, const char* style);
    Paragraph& run(std::string_view text, const char* run_style = nullptr);  ///< line breaks and tabs stay
    Paragraph& size(double points);                                          ///< of the run before
    Paragraph& right_characters(double characters);                          ///< indent from the right edge
    Paragraph& first_characters(double characters);
    Paragraph& left_characters(double characters);
    Paragraph& before(double points);
    Paragraph& page_before();

  private:
    pugi::xml_node indent();
    pugi::xml_node spacing();
    pugi::xml_node node_, properties_, run_properties_;
};

inline int twips(double points) {
    return static_cast<int>(points * 20 + 0.5);
}

/// The whole text of an XML document, UTF-8, without white space between elements.
std::string xml_text(const pugi::xml_document& document);
pugi::xml_node begin_word(pugi::xml_document& document, const char* root);  ///< with the name spaces declared

/// A child with one attribute: <w:jc w:val="center"/>.
inline void put(pugi::xml_node node, const char* name, const char* attribute, const std::string& value) {
    node.append_child(name).append_attribute(attribute).set_value(value.c_str());
}

}  // namespace anlan::print
