#include <gtest/gtest.h>

#include <algorithm>

#include "print/docx_body.hpp"
#include "print/layout.hpp"
#include "print/other_programs_for_tests.hpp"
#include "print/print_writer.hpp"
#include "print/sample_for_tests.hpp"

using namespace anlan;
using namespace anlan::print;

namespace {

const PrintWriter kWriter;

/// Without blanks and line ends, which readers of PDF set as they like.
std::string packed(const std::string& text) {
    std::string out;
    for (const char c : text)
        if (c != ' ' && c != '\n' && c != '\r' && c != '\f') out.push_back(c);
    return out;
}

std::string lines_in_order(const std::string& text, std::initializer_list<const char*> wanted) {
    std::size_t at = 0;
    for (const auto* each : wanted) {
        const auto found = text.find(each, at);
        if (found == std::string::npos) return each;
        at = found;
    }
    return "";
}

const std::initializer_list<const char*> kOrder = {
    "特急",
    "石狮市防汛抗旱指挥部文件",
    "石汛〔2026〕7号",
    "签发人：测试甲",
    "紧急通知",
    "市直有关单位：",
    "一、提高认识",
    "（一）压实责任",
    "1.包村干部",
    "（1）独居老人",
    "报送时限表",
    "1,204",
    "附件：1.转移安置点一览表",
    "2.应急值班电话表",
    "2026年7月27日",
    "（此件公开发布）"};

}  // namespace

TEST(text_on_paper, loses_control_characters_and_broken_bytes_only) {
    EXPECT_EQ(printable(std::string("a\x01\x0b\0b", 5)), "ab");
    EXPECT_EQ(printable("甲\xE4\xB8"), "甲\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(printable("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(printable("一行\n二行\t🌀"), "一行\n二行\t🌀");
}

TEST(signature_and_date, stand_as_the_standard_has_them) {
    auto paper = sample();
    paper.signature = "某某镇人民政府", paper.date = "2026年7月27日";
    const auto sealed = sign_place(paper);
    EXPECT_DOUBLE_EQ(sealed.signature_right, 4);
    EXPECT_DOUBLE_EQ(sealed.date_right, 4 + (7 - width_of("2026年7月27日")) / 2);
    paper.seal_place = false;
    const auto plain = sign_place(paper);
    // From the left: the date begins two characters after the signature.
    EXPECT_DOUBLE_EQ(plain.signature_right + 7 - 2, plain.date_right + width_of(paper.date));
    EXPECT_GE(plain.signature_right, 2);
}

TEST(a_document_in_word, is_the_same_xml_as_the_golden_one) {
    documents::Official paper;
    paper.frame = documents::Frame::plain;
    paper.title = "甲<乙>&\"丙\"";
    paper.say("</w:t><w:br/>\x02=1+1");
    EXPECT_EQ(
        docx_body(paper),
        R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body><w:p><w:pPr><w:pStyle w:val="DocumentTitle"/></w:pPr><w:r><w:rPr/><w:t xml:space="preserve">甲&lt;乙&gt;&amp;"丙"</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr><w:r><w:rPr/><w:t xml:space="preserve">&lt;/w:t&gt;&lt;w:br/&gt;=1+1</w:t></w:r></w:p><w:sectPr><w:footerReference w:type="default" r:id="rIdOdd"/><w:footerReference w:type="even" r:id="rIdEven"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1468" w:bottom="1984" w:left="1587" w:header="850" w:footer="1307" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr></w:body></w:document>)"
    );
}

TEST(the_same_document, gives_the_same_bytes) {
    EXPECT_EQ(kWriter.docx(sample()).value(), kWriter.docx(sample()).value());
    EXPECT_EQ(kWriter.pdf(sample()).value(), kWriter.pdf(sample()).value());
}

TEST(a_document_in_word, is_read_by_an_office_program_whole_and_in_order) {
    if (!installed("soffice")) GTEST_SKIP() << "needs libreoffice-writer-nogui";
    const Folder folder;
    folder.put("paper.docx", kWriter.docx(sample()).value());
    folder.office("txt:Text (encoded):UTF8", "paper.docx");
    const auto text = packed(folder.get("paper.txt"));
    EXPECT_EQ(lines_in_order(text, kOrder), "");
    EXPECT_NE(text.find("<b>不得</b>迟报&漏报；=1+1与</w:t>只是文字。"), std::string::npos) << text;
    folder.office("pdf", "paper.docx");
    const auto facts = folder.run("pdfinfo paper.pdf");
    EXPECT_NE(facts.find("(A4)"), std::string::npos) << facts;
    // Without the faces of an office computer its lines break elsewhere.
    EXPECT_TRUE(
        facts.find("Pages:           2") != std::string::npos || facts.find("Pages:           3") != std::string::npos
    ) << facts;
    const auto printed = packed(folder.run("pdftotext -layout paper.pdf -"));
    EXPECT_NE(printed.find("—1—"), std::string::npos);
    EXPECT_NE(printed.find("抄送：泉州市防汛抗旱指挥部"), std::string::npos) << printed;
}

TEST(a_document_as_pdf, holds_its_text_its_fonts_and_its_size) {
    if (!installed("pdftotext")) GTEST_SKIP() << "needs poppler-utils";
    const Folder folder;
    folder.put("paper.pdf", kWriter.pdf(sample()).value());
    const auto text = packed(folder.run("pdftotext -layout paper.pdf -"));
    EXPECT_EQ(lines_in_order(text, kOrder), "") << text;
    EXPECT_NE(text.find("—2—"), std::string::npos);
    EXPECT_NE(text.find("<b>不得</b>迟报&漏报"), std::string::npos);
    EXPECT_NE(folder.run("pdfinfo paper.pdf").find("(A4)"), std::string::npos);
    std::istringstream fonts(folder.run("pdffonts paper.pdf"));
    std::string line;
    int listed = 0;
    for (int i = 0; std::getline(fonts, line); ++i) {
        if (i < 2) continue;
        EXPECT_NE(line.find(" yes no  yes "), std::string::npos) << "not embedded, or not told: " << line;
        ++listed;
    }
    EXPECT_GE(listed, 3);
}

TEST(a_page, takes_22_lines_of_28_characters) {
    if (!installed("pdftotext")) GTEST_SKIP() << "needs poppler-utils";
    documents::Official paper;
    paper.frame = documents::Frame::plain;
    paper.title = "题";
    std::string text;
    for (int i = 0; i < 26 + 28 * 40; ++i) text += "安";
    paper.say(text);
    const Folder folder;
    folder.put("page.pdf", kWriter.pdf(paper).value());
    std::istringstream second(folder.run("pdftotext -f 2 -l 2 -raw page.pdf -"));
    std::string line;
    std::vector<std::string> full;
    while (std::getline(second, line))
        if (line.find("安") != std::string::npos) full.push_back(line);
    ASSERT_EQ(full.size(), 22U);
    for (const auto& each : full) EXPECT_EQ(each.size() / 3, 28U) << each;
}

TEST(a_character_with_late_hints, is_not_left_white) {
    if (!installed("pdftoppm")) GTEST_SKIP() << "needs poppler-utils";
    documents::Official paper;
    paper.frame = documents::Frame::plain;
    paper.say("如", documents::Rank::first);
    const Folder folder;
    folder.put("one.pdf", kWriter.pdf(paper).value());
    const auto picture = folder.run("pdftoppm -gray -r 72 -y 100 -H 140 one.pdf");
    const auto head = picture.find("255\n");
    ASSERT_NE(head, std::string::npos);
    const auto dark = std::count_if(picture.begin() + static_cast<std::ptrdiff_t>(head) + 4, picture.end(), [](char c) {
        return static_cast<unsigned char>(c) < 128;
    });
    EXPECT_GT(dark, 20);
}

TEST(a_spreadsheet, keeps_formulas_as_text_and_numbers_as_numbers) {
    if (!installed("soffice")) GTEST_SKIP() << "needs libreoffice-calc-nogui";
    documents::Workbook book;
    book.sheets.push_back(
        {"叫应/记录",
         "叫应记录表",
         "2026年7月",
         {{"对象", 2}, {"号码"}, {"次数", 1, documents::Side::right}},
         {{"=1+1", "0013900000000", documents::Cell::of(3)},
          {"@SUM(A1)", "+86", documents::Cell::of(2.5)},
          {"{=A1}", "http://x.example/", documents::Cell::of(-1)},
          {"甲,\"乙\"\x01"}}}
    );
    const Folder folder;
    folder.put("list.xlsx", kWriter.xlsx(book).value());
    folder.office("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1", "list.xlsx");
    std::string csv = folder.get("list-叫应_记录.csv");
    EXPECT_EQ(
        csv,
        "叫应记录表,,\n2026年7月,,\n对象,号码,次数\n=1+1,0013900000000,3\n@SUM(A1),+86,2.5\n{=A1},http://x.example/"
        ",-1\n"
        "\"甲,\"\"乙\"\"\",,\n"
    );
    EXPECT_EQ(kWriter.xlsx(book).value(), kWriter.xlsx(book).value());
}

TEST(a_workbook, takes_any_name_for_a_tab) {
    documents::Workbook book;
    for (const auto* name :
         {"", "[a]:*?/\\", "同名", "同名", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十超长"})
        book.sheets.push_back({name, "", "", {{"甲"}}, {}});
    EXPECT_GT(kWriter.xlsx(book).value().size(), 1000U);
}
