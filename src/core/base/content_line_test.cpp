#include "base/content_line.hpp"

#include <gtest/gtest.h>

namespace anlan::content_line {
namespace {

TEST(a_content_line, is_folded_between_characters_and_read_back) {
    const std::string words =
        "带班领导；永宁镇,值班\\室;第二行\n请提前十分钟到岗，核对未结事项、电话、设备、钥匙与车辆";
    std::string text;
    add(text, "NOTE:" + escaped(words));
    for (std::size_t at = 0, end = text.find("\r\n"); end != std::string::npos;
         at = end + 2, end = text.find("\r\n", at))
        EXPECT_LE(end - at, 75U);
    const auto lines = read(text);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(parts(lines.front().value), std::vector<std::string>{words});
}

TEST(a_content_line, of_other_programs_is_read_as_they_write_it) {
    const auto lines = read(
        "BEGIN:VCARD\nitem1.TEL;type=CELL;PREF:139 0000 0001\r\nno colon\r\nFN;CHARSET=UTF-8;"
        "ENCODING=QUOTED-PRINTABLE:=E6=B5=8B=\r\n=E8=AF=95\r\n"
    );
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[1].name, "TEL");
    EXPECT_EQ(lines[1].parameters.at("TYPE"), "CELL");
    EXPECT_EQ(lines[1].number, 2);
    EXPECT_EQ(lines[2].value, "测试");
}

TEST(any_bytes, are_read_without_harm) {
    for (const std::string text : {"", ":", "\r\n", " x", "A:=\n=4", "A;ENCODING=QUOTED-PRINTABLE:=G1=", "A:\\"})
        for (const auto& line : read(text)) EXPECT_LE(parts(line.value).size(), 2U);
}

}  // namespace
}  // namespace anlan::content_line
