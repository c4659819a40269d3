#include <gtest/gtest.h>

#include "registers/table.hpp"

namespace anlan::registers {
namespace {

using Cells = std::vector<std::string>;

TEST(a_table_that_cannot_be_read, is_refused_with_its_line) {
    EXPECT_EQ(parse_csv("").error().code, "table_empty");
    EXPECT_EQ(parse_csv("\r\n \r\n").error().code, "table_empty");
    const auto open = parse_csv("a,b\n1,\"never closed\n2,3\n");
    ASSERT_FALSE(open);
    EXPECT_EQ(open.error().code, "table_unreadable");
    EXPECT_NE(open.error().en.find("line 2"), std::string::npos);
    EXPECT_EQ(parse_csv(std::string("a\0b", 3)).error().code, "encoding_unknown");
    EXPECT_EQ(parse_csv("a\n\xFF\xFF\xFF").error().code, "encoding_unknown");
    const std::string wide(300, ',');
    EXPECT_EQ(parse_csv(wide).error().code, "table_too_large");
    std::string many;
    for (int i = 0; i < 10'100; ++i) many += "x\n";
    EXPECT_EQ(parse_csv(many).error().code, "table_too_large");
    EXPECT_EQ(read_table("PK\x03\x04", nullptr).error().code, "sheet_unreadable");
}

TEST(quotes_and_line_ends, are_read_as_spreadsheets_write_them) {
    const auto table =
        parse_csv("\xEF\xBB\xBF姓名,备注\r\n测试甲,\"他说\"\"好\"\"，\r\n第二行\"\r\n\r\n测试乙,\r\n测试丙,x");
    ASSERT_TRUE(table);
    EXPECT_EQ(table.value().headings, (Cells{"姓名", "备注"}));
    ASSERT_EQ(table.value().rows.size(), 3U);
    EXPECT_EQ(table.value().rows[0].cells, (Cells{"测试甲", "他说\"好\"，\r\n第二行"}));
    EXPECT_EQ(table.value().rows[1].line, 5) << "after a cell of two lines and an empty line";
    EXPECT_EQ(table.value().rows[1].cells, (Cells{"测试乙", ""}));
    EXPECT_EQ(table.value().rows[2].cells, (Cells{"测试丙", "x"}));
}

TEST(old_line_ends_tabs_and_semicolons, are_understood) {
    EXPECT_EQ(parse_csv("a;b\r1;2\r").value().rows[0].cells, (Cells{"1", "2"}));
    EXPECT_EQ(parse_csv("a\tb\n1\t2").value().rows[0].cells, (Cells{"1", "2"}));
    EXPECT_EQ(parse_csv("a,b\n1,").value().rows[0].cells, (Cells{"1", ""}));
}

TEST(chinese_encodings, become_utf8) {
    EXPECT_EQ(to_utf8("\xD3\xC0\xC4\xFE\xD5\xF2").value(), "永宁镇");
    EXPECT_EQ(to_utf8(std::string("\xFF\xFE\x38\x6C\x81\x5B", 6)).value(), "永宁");
    EXPECT_EQ(to_utf8(std::string("\xFE\xFF\x6C\x38\x5B\x81", 6)).value(), "永宁");
    EXPECT_EQ(to_utf8("永宁").value(), "永宁");
}

TEST(a_formula, is_only_a_text_and_a_signed_number_stays_one) {
    EXPECT_EQ(neutralised("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
    EXPECT_EQ(neutralised("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(neutralised("+cmd|' /C calc'!A0"), "'+cmd|' /C calc'!A0");
    EXPECT_EQ(neutralised("-12.5"), "-12.5");
    EXPECT_EQ(neutralised("+86 139-0000-0000"), "+86 139-0000-0000");
    EXPECT_EQ(parse_csv("a\n=1+1\n").value().rows[0].cells[0], "'=1+1");
}

}  // namespace
}  // namespace anlan::registers
