#include "print/docx_xml.hpp"

#include <sstream>

#include "print/layout.hpp"

namespace anlan::print {

namespace {

/// The schema wants pPr's children in an order: pStyle, …, pageBreakBefore, …, spacing, ind, jc.
pugi::xml_node child_after(pugi::xml_node parent, const char* name, std::initializer_list<const char*> earlier) {
    if (auto found = parent.child(name)) return found;
    pugi::xml_node last;
    for (const auto* each : earlier)
        if (auto found = parent.child(each)) last = found;
    return last ? parent.insert_child_after(name, last) : parent.prepend_child(name);
}

void set(pugi::xml_node node, const char* name, int value) {
    auto attribute = node.attribute(name);
    if (!attribute) attribute = node.append_attribute(name);
    attribute.set_value(value);
}

}  // namespace

Paragraph::Paragraph(pugi::xml_node parent, const char* style) : node_(parent.append_child("w:p")) {
    properties_ = node_.append_child("w:pPr");
    properties_.append_child("w:pStyle").append_attribute("w:val").set_value(style);
}

Paragraph& Paragraph::run(std::string_view text, const char* run_style) {
    auto run = node_.append_child("w:r");
    run_properties_ = run.append_child("w:rPr");
    if (run_style != nullptr) run_properties_.append_child("w:rStyle").append_attribute("w:val").set_value(run_style);
    const auto clean = printable(text);
    std::string piece;
    const auto flush = [&] {
        if (piece.empty()) return;
        auto node = run.append_child("w:t");
        node.append_attribute("xml:space").set_value("preserve");
        node.text().set(piece.c_str());
        piece.clear();
    };
    for (const char c : clean) {
        if (c != '\n' && c != '\t') {
            piece.push_back(c);
            continue;
        }
        flush();
        run.append_child(c == '\n' ? "w:br" : "w:tab");
    }
    flush();
    return *this;
}

Paragraph& Paragraph::size(double points) {
    set(run_properties_.append_child("w:sz"), "w:val", static_cast<int>(points * 2));
    set(run_properties_.append_child("w:szCs"), "w:val", static_cast<int>(points * 2));
    return *this;
}

pugi::xml_node Paragraph::spacing() {
    return child_after(properties_, "w:spacing", {"w:pStyle", "w:pageBreakBefore"});
}

pugi::xml_node Paragraph::indent() {
    return child_after(properties_, "w:ind", {"w:pStyle", "w:pageBreakBefore", "w:spacing"});
}

Paragraph& Paragraph::right_characters(double characters) {
    set(indent(), "w:right", twips(characters * kCharacter));
    return *this;
}

Paragraph& Paragraph::left_characters(double characters) {
    set(indent(), "w:left", twips(characters * kCharacter));
    return *this;
}

Paragraph& Paragraph::first_characters(double characters) {
    const bool hanging = characters < 0;
    set(indent(), hanging ? "w:hanging" : "w:firstLine", twips((hanging ? -characters : characters) * kCharacter));
    return *this;
}

Paragraph& Paragraph::before(double points) {
    set(spacing(), "w:before", twips(points));
    return *this;
}

Paragraph& Paragraph::page_before() {
    child_after(properties_, "w:pageBreakBefore", {"w:pStyle"});
    return *this;
}

std::string xml_text(const pugi::xml_document& document) {
    std::ostringstream out;
    document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    return out.str();
}

pugi::xml_node begin_word(pugi::xml_document& document, const char* root) {
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version").set_value("1.0");
    declaration.append_attribute("encoding").set_value("UTF-8");
    declaration.append_attribute("standalone").set_value("yes");
    auto node = document.append_child(root);
    node.append_attribute("xmlns:w").set_value("http://schemas.openxmlformats.org/wordprocessingml/2006/main");
    node.append_attribute("xmlns:r").set_value("http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    return node;
}

}  // namespace anlan::print
