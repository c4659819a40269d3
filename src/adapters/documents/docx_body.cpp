#include "print/docx_body.hpp"

#include <algorithm>
#include <cmath>

#include "print/docx_xml.hpp"
#include "print/layout.hpp"

namespace anlan::print {

using documents::Frame;
using documents::Official;
using documents::Rank;

namespace {

constexpr int kSlack = 6;  ///< twips: 28 characters in whole twips are that much wider than the core

void marks(pugi::xml_node body, const Official& document) {
    for (const auto* each : {&document.secrecy, &document.urgency})
        if (!each->empty()) Paragraph(body, "Mark").run(*each);
}

/// The red head: 35 mm below the top of the core, whatever marks stand over it.
void head(pugi::xml_node body, const Official& document) {
    const int above = (document.secrecy.empty() ? 0 : 1) + (document.urgency.empty() ? 0 : 1);
    const bool red = document.frame == Frame::red_head || document.frame == Frame::minutes;
    const double gap = red ? std::max(kLine, kHead - above * kLine) : kLine;
    Paragraph(body, red ? "RedHead" : "DutyHead").before(gap).run(document.issuer).size(head_size(document.issuer));
    auto right = document.signer.empty() ? document.made_at : "签发人：" + document.signer;
    const bool both = !right.empty();
    Paragraph number(body, both ? "NumberBoth" : "Number");
    number.run(both ? document.number + "\t" + right : document.number);
    if (!document.made_at.empty() && !document.signer.empty()) Paragraph(body, "MadeAt").run(document.made_at);
    Paragraph(body, red ? "RedLine" : "DutyLine");
}

const char* style_of(Rank rank) {
    switch (rank) {
        case Rank::first:
            return "Rank1";
        case Rank::second:
            return "Rank2";
        case Rank::third:
            return "Rank3";
        case Rank::fourth:
            return "Rank4";
        case Rank::body:
            break;
    }
    return "Body";
}

const char* jc_of(documents::Side side) {
    return side == documents::Side::right ? "right" : side == documents::Side::centre ? "center" : "left";
}

std::vector<int> widths_of(const documents::Table& table) {
    double all = 0;
    for (const auto& column : table.columns) all += column.share;
    std::vector<int> widths;
    for (const auto& column : table.columns) widths.push_back(twips(kCoreWidth * column.share / (all > 0 ? all : 1)));
    return widths;
}

void cell(pugi::xml_node row, int width, const std::string& text, const char* style, const char* jc) {
    auto node = row.append_child("w:tc");
    auto box = node.append_child("w:tcPr").append_child("w:tcW");
    box.append_attribute("w:w").set_value(width);
    box.append_attribute("w:type").set_value("dxa");
    Paragraph(node, style).run(text);
    put(node.last_child().child("w:pPr"), "w:jc", "w:val", jc);
}

void table(pugi::xml_node body, const documents::Table& table) {
    if (!table.caption.empty()) Paragraph(body, "Caption").run(table.caption);
    const auto widths = widths_of(table);
    auto node = body.append_child("w:tbl");
    auto properties = node.append_child("w:tblPr");
    put(properties, "w:tblStyle", "w:val", "Grid");
    auto width = properties.append_child("w:tblW");
    width.append_attribute("w:w").set_value(twips(kCoreWidth));
    width.append_attribute("w:type").set_value("dxa");
    put(properties, "w:tblLayout", "w:type", "fixed");
    auto grid = node.append_child("w:tblGrid");
    for (const auto each : widths) put(grid, "w:gridCol", "w:w", std::to_string(each));
    auto titles = node.append_child("w:tr");
    titles.append_child("w:trPr").append_child("w:tblHeader");
    for (std::size_t i = 0; i < widths.size(); ++i)
        cell(titles, widths[i], table.columns[i].title, "CellTitle", "center");
    for (const auto& row : table.rows) {
        auto line = node.append_child("w:tr");
        line.append_child("w:trPr").append_child("w:cantSplit");
        for (std::size_t i = 0; i < widths.size(); ++i)
            cell(line, widths[i], i < row.size() ? row[i] : "", "Cell", jc_of(table.columns[i].side));
    }
    Paragraph(body, "Cell");  // Word wants a paragraph between a table and whatever follows
}

/// Indents that leave a long title lines of about one length.
void title(pugi::xml_node body, const std::string& text) {
    Paragraph paragraph(body, "DocumentTitle");
    paragraph.run(text);
    const double line = kCoreWidth / kTitle, width = width_of(text), lines = std::ceil(width / line);
    if (lines < 2) return;
    const double indent = (line - std::min(line, std::ceil(width / lines) + 1)) / 2 * kTitle / kCharacter;
    paragraph.left_characters(indent).right_characters(indent);
}

void text(pugi::xml_node body, const Official& document) {
    title(body, document.title);
    if (!document.addressee.empty()) Paragraph(body, "Addressee").run(document.addressee + "：");
    for (const auto& part : document.parts) {
        if (part.table)
            table(body, *part.table);
        else
            Paragraph(body, style_of(part.rank)).run(part.text);
    }
}

void attachments(pugi::xml_node body, const Official& document) {
    const bool one = document.attachments.size() == 1;
    bool first = true;
    for (const auto& line : attachment_lines(document)) {
        const double hanging = first ? (one ? 3 : 4.5) : 1.5;
        Paragraph paragraph(body, "Attachment");
        paragraph.run(line).left_characters(one ? 5 : 6.5).first_characters(-hanging);
        if (first) paragraph.before(kLine);
        first = false;
    }
}

void signature(pugi::xml_node body, const Official& document) {
    const auto place = sign_place(document);
    if (!document.signature.empty())
        Paragraph(body, "Signature")
            .run(document.signature)
            .right_characters(place.signature_right)
            .before(document.seal_place ? 2 * kLine : kLine);
    if (!document.date.empty()) Paragraph(body, "SignDate").run(document.date).right_characters(place.date_right);
    if (!document.note.empty()) Paragraph(body, "Body").run("（" + document.note + "）");
}

/// Takes a paragraph out of the text to the foot of the page. Not in the style: LibreOffice reads it only here.
void frame(pugi::xml_node p) {
    auto node = p.insert_child_after("w:framePr", p.child("w:pStyle"));
    node.append_attribute("w:w").set_value(twips(kCoreWidth));
    node.append_attribute("w:wrap").set_value("around");
    node.append_attribute("w:vAnchor").set_value("margin");
    node.append_attribute("w:hAnchor").set_value("margin");
    node.append_attribute("w:xAlign").set_value("left");
    node.append_attribute("w:yAlign").set_value("bottom");
}

/// 版记, at the foot of the last page.
void imprint(pugi::xml_node body, const Official& document) {
    std::vector<std::string> lines;
    if (!document.copy_to.empty()) lines.push_back("抄送：" + document.copy_to + "。");
    if (!document.printed_by.empty())
        lines.push_back(document.printed_by + (document.printed_on.empty() ? "" : "\t" + document.printed_on + "印发"));
    if (lines.empty()) return;
    for (const auto& line : lines) {
        Paragraph(body, "Imprint").run(line);
        frame(body.last_child().child("w:pPr"));
    }
    Paragraph(body, "After");
}

void section(pugi::xml_node body) {
    auto node = body.append_child("w:sectPr");
    for (const auto* kind : {"default", "even"}) {
        auto footer = node.append_child("w:footerReference");
        footer.append_attribute("w:type").set_value(kind);
        footer.append_attribute("r:id").set_value(std::string_view(kind) == "even" ? "rIdEven" : "rIdOdd");
    }
    auto page = node.append_child("w:pgSz");
    page.append_attribute("w:w").set_value(twips(kPageWidth));
    page.append_attribute("w:h").set_value(twips(kPageHeight));
    const double bottom = kPageHeight - kTop - kCoreHeight;
    auto margins = node.append_child("w:pgMar");
    margins.append_attribute("w:top").set_value(twips(kTop));
    margins.append_attribute("w:right").set_value(twips(kPageWidth - kLeft - kCoreWidth) - kSlack);
    margins.append_attribute("w:bottom").set_value(twips(bottom));
    margins.append_attribute("w:left").set_value(twips(kLeft));
    margins.append_attribute("w:header").set_value(twips(mm(15)));
    margins.append_attribute("w:footer").set_value(twips(bottom - kPageNumber - kSmall));
    margins.append_attribute("w:gutter").set_value(0);
    auto grid = node.append_child("w:docGrid");
    grid.append_attribute("w:type").set_value("lines");
    grid.append_attribute("w:linePitch").set_value(static_cast<int>(kLine * 20));
}

}  // namespace

std::string docx_body(const Official& document) {
    pugi::xml_document xml;
    auto body = begin_word(xml, "w:document").append_child("w:body");
    if (document.frame != Frame::plain) {
        marks(body, document);
        head(body, document);
    }
    text(body, document);
    attachments(body, document);
    signature(body, document);
    imprint(body, document);
    section(body);
    return xml_text(xml);
}

}  // namespace anlan::print
