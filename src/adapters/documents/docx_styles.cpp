#include "print/docx_styles.hpp"

#include "print/docx_xml.hpp"
#include "print/fonts.hpp"
#include "print/layout.hpp"

namespace anlan::print {

namespace {

/// One paragraph style. Lengths in points; line 0 takes the line of the core, negative the natural height.
struct Style {
    const char *id, *name;
    const Face& face;
    double size;
    const char* jc = "both";
    double first = 0, before = 0, after = 0, line = 0;
    const char* colour = nullptr;
    const char* border = nullptr;  ///< colour of a line under the paragraph
    int outline = -1;
    bool keep_next = false;
    double tab_right = 0;
    double left = 0, right = 0;
    bool ruled = false;  ///< lines above, below and between
};

void fonts(pugi::xml_node properties, const Face& face) {
    auto node = properties.append_child("w:rFonts");
    for (const auto* script : {"w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"})
        node.append_attribute(script).set_value(face.name);
    node.append_attribute("w:hint").set_value("eastAsia");
}

void rules(pugi::xml_node p) {
    auto borders = p.append_child("w:pBdr");
    for (const auto& [side, eighths] : {std::pair{"w:top", 8}, {"w:bottom", 8}, {"w:between", 6}}) {
        auto line = borders.append_child(side);
        line.append_attribute("w:val").set_value("single");
        line.append_attribute("w:sz").set_value(eighths);
        line.append_attribute("w:space").set_value(1);
        line.append_attribute("w:color").set_value("000000");
    }
}

void paragraph_properties(pugi::xml_node node, const Style& style) {
    auto p = node.append_child("w:pPr");
    if (style.keep_next) p.append_child("w:keepNext");
    put(p, "w:widowControl", "w:val", "0");
    if (style.ruled) rules(p);
    if (style.border != nullptr) {
        auto line = p.append_child("w:pBdr").append_child("w:bottom");
        line.append_attribute("w:val").set_value("single");
        line.append_attribute("w:sz").set_value("16");
        line.append_attribute("w:space").set_value("0");
        line.append_attribute("w:color").set_value(style.border);
    }
    if (style.tab_right > 0) {
        auto tab = p.append_child("w:tabs").append_child("w:tab");
        tab.append_attribute("w:val").set_value("right");
        tab.append_attribute("w:pos").set_value(twips(style.tab_right));
    }
    put(p, "w:snapToGrid", "w:val", style.line != 0 ? "0" : "1");
    auto spacing = p.append_child("w:spacing");
    spacing.append_attribute("w:before").set_value(twips(style.before));
    spacing.append_attribute("w:after").set_value(twips(style.after));
    spacing.append_attribute("w:line").set_value(
        style.line < 0 ? 240 : static_cast<int>((style.line > 0 ? style.line : kLine) * 20)
    );
    spacing.append_attribute("w:lineRule").set_value(style.line < 0 ? "auto" : "exact");
    auto indent = p.append_child("w:ind");
    indent.append_attribute("w:left").set_value(twips(style.left));
    indent.append_attribute("w:right").set_value(twips(style.right));
    indent.append_attribute("w:firstLine").set_value(twips(style.first));
    put(p, "w:jc", "w:val", style.jc);
    if (style.outline >= 0) put(p, "w:outlineLvl", "w:val", std::to_string(style.outline));
}

void add(pugi::xml_node styles, const Style& style) {
    auto node = styles.append_child("w:style");
    node.append_attribute("w:type").set_value("paragraph");
    node.append_attribute("w:styleId").set_value(style.id);
    if (std::string_view(style.id) == "Body") node.append_attribute("w:default").set_value("1");
    put(node, "w:name", "w:val", style.name);
    node.append_child("w:qFormat");
    paragraph_properties(node, style);
    auto r = node.append_child("w:rPr");
    fonts(r, style.face);
    if (style.colour != nullptr) put(r, "w:color", "w:val", style.colour);
    // The pitch of 28 characters to the line, without a grid of characters: programs read such a grid differently.
    if (style.size == kBody) put(r, "w:spacing", "w:val", std::to_string(static_cast<int>((kCharacter - kBody) * 20)));
    put(r, "w:sz", "w:val", std::to_string(static_cast<int>(style.size * 2)));
    put(r, "w:szCs", "w:val", std::to_string(static_cast<int>(style.size * 2)));
}

void add_table(pugi::xml_node styles, const char* id, std::initializer_list<std::pair<const char*, int>> lines) {
    auto node = styles.append_child("w:style");
    node.append_attribute("w:type").set_value("table");
    node.append_attribute("w:styleId").set_value(id);
    put(node, "w:name", "w:val", id);
    auto properties = node.append_child("w:tblPr");
    auto borders = properties.append_child("w:tblBorders");
    for (const auto& [side, eighths] : lines) {
        auto line = borders.append_child(side);
        line.append_attribute("w:val").set_value("single");
        line.append_attribute("w:sz").set_value(eighths);
        line.append_attribute("w:space").set_value(0);
        line.append_attribute("w:color").set_value("000000");
    }
    auto margins = properties.append_child("w:tblCellMar");
    for (const auto* side : {"w:left", "w:right"}) {
        auto margin = margins.append_child(side);
        margin.append_attribute("w:w").set_value(80);
        margin.append_attribute("w:type").set_value("dxa");
    }
}

void add_all(pugi::xml_node styles) {
    constexpr double kTwo = 2 * kCharacter;
    const char* red = "FF0000";
    add(styles, {"Body", "Normal", kFang, kBody, "both", kTwo});
    add(styles, {"Rank1", "heading 1", kHei, kBody, "both", kTwo, 0, 0, 0, nullptr, nullptr, 0, true});
    add(styles, {"Rank2", "heading 2", kKai, kBody, "both", kTwo, 0, 0, 0, nullptr, nullptr, 1, true});
    add(styles, {"Rank3", "heading 3", kFang, kBody, "both", kTwo, 0, 0, 0, nullptr, nullptr, 2});
    add(styles, {"Rank4", "heading 4", kFang, kBody, "both", kTwo, 0, 0, 0, nullptr, nullptr, 3});
    add(styles, {"Mark", "公文标识", kHei, kBody, "left"});
    add(styles, {"RedHead", "发文机关标志", kSong, 54, "center", 0, kHead, 0, -1, red});
    add(styles, {"DutyHead", "信息标志", kSong, 54, "center", 0, kLine, 0, -1});
    add(styles, {"Number", "发文字号", kFang, kBody, "center", 0, 2 * kLine});
    Style both{"NumberBoth", "发文字号与签发人", kFang, kBody, "left", 0, 2 * kLine};
    both.tab_right = kCoreWidth - kCharacter, both.left = kCharacter;
    add(styles, both);
    Style made_at{"MadeAt", "时间", kFang, kBody, "right"};
    made_at.right = kCharacter;
    add(styles, made_at);
    add(styles, {"RedLine", "红色分隔线", kFang, 2, "left", 0, 0, 0, kUnderNumber, nullptr, red});
    add(styles, {"DutyLine", "分隔线", kFang, 2, "left", 0, 0, 0, kUnderNumber, nullptr, "000000"});
    add(styles, {"DocumentTitle", "Title", kSong, kTitle, "center", 0, 2 * kLine, kLine, kTitle * 1.5});
    add(styles, {"Addressee", "主送机关", kFang, kBody, "both"});
    add(styles, {"Attachment", "附件说明", kFang, kBody, "left"});
    add(styles, {"Signature", "发文机关署名", kFang, kBody, "right", 0, 0, 0, 0, nullptr, nullptr, -1, true});
    add(styles, {"SignDate", "成文日期", kFang, kBody, "right"});
    add(styles, {"Caption", "caption", kHei, kSmall, "center", 0, 6, 3, -1, nullptr, nullptr, -1, true});
    add(styles, {"After", "文末", kFang, 1, "left", 0, 0, 0, 1});
    add(styles, {"CellTitle", "表头", kHei, kTableText, "center", 0, 2, 2, -1});
    add(styles, {"Cell", "表格", kFang, kTableText, "left", 0, 2, 2, -1});
    Style imprint{"Imprint", "版记", kFang, kSmall, "left", 0, 2, 2, -1};
    imprint.tab_right = kCoreWidth - kCharacter - 8, imprint.left = kCharacter, imprint.right = kCharacter;
    imprint.ruled = true;
    add(styles, imprint);
    Style page{"PageNumber", "页码", kNumbers, kSmall, "right", 0, 0, 0, -1};
    page.left = kCharacter, page.right = kCharacter;
    add(styles, page);
}

void field(pugi::xml_node paragraph) {
    for (const auto* kind : {"begin", "", "separate", "1", "end"}) {
        auto run = paragraph.append_child("w:r");
        const std::string_view what = kind;
        if (what.empty())
            run.append_child("w:instrText").text().set(" PAGE ");
        else if (what == "1")
            run.append_child("w:t").text().set("1");
        else
            put(run, "w:fldChar", "w:fldCharType", kind);
    }
}

}  // namespace

std::string docx_styles() {
    pugi::xml_document xml;
    auto styles = begin_word(xml, "w:styles");
    auto defaults = styles.append_child("w:docDefaults").append_child("w:rPrDefault").append_child("w:rPr");
    fonts(defaults, kFang);
    auto language = defaults.append_child("w:lang");
    language.append_attribute("w:val").set_value("en-US");
    language.append_attribute("w:eastAsia").set_value("zh-CN");
    add_all(styles);
    add_table(
        styles,
        "Grid",
        {{"w:top", 6}, {"w:left", 6}, {"w:bottom", 6}, {"w:right", 6}, {"w:insideH", 4}, {"w:insideV", 4}}
    );
    return xml_text(xml);
}

std::string docx_fonts() {
    pugi::xml_document xml;
    auto list = begin_word(xml, "w:fonts");
    for (const Face& face : {kFang, kSong, kHei, kKai, kNumbers}) {
        auto font = list.append_child("w:font");
        font.append_attribute("w:name").set_value(face.name);
        put(font, "w:altName", "w:val", face.instead);
        put(font, "w:charset", "w:val", "86");
    }
    return xml_text(xml);
}

std::string docx_settings() {
    pugi::xml_document xml;
    auto settings = begin_word(xml, "w:settings");
    settings.append_child("w:evenAndOddHeaders");
    put(settings, "w:characterSpacingControl", "w:val", "doNotCompress");
    return xml_text(xml);
}

std::string docx_footer(bool on_even) {
    pugi::xml_document xml;
    auto footer = begin_word(xml, "w:ftr");
    Paragraph paragraph(footer, "PageNumber");
    auto node = footer.child("w:p");
    if (on_even) put(node.child("w:pPr"), "w:jc", "w:val", "left");
    paragraph.run("— ");
    field(node);
    paragraph.run(" —");
    return xml_text(xml);
}

}  // namespace anlan::print
