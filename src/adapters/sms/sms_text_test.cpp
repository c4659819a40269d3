#include "sms/sms_text.hpp"

#include <gtest/gtest.h>

namespace anlan::sms {
namespace {

std::string times(int count, const std::string& what) {
    std::string all;
    for (int i = 0; i < count; ++i) all += what;
    return all;
}

TEST(words_in_parts, stay_one_to_seventy_characters) {
    EXPECT_EQ(parts_of(times(70, "字"), 1).value().size(), 1u);
    EXPECT_EQ(parts_of(times(70, "字"), 1).value()[0].header, "");
    const auto two = parts_of(times(71, "字"), 0x4a).value();
    ASSERT_EQ(two.size(), 2u);
    EXPECT_EQ(two[0].words, times(67, "字"));
    EXPECT_EQ(two[0].header, "0500034A0201");
    EXPECT_EQ(two[1].header, "0500034A0202");
}

TEST(words_in_parts, never_cut_a_character_of_two_units) {
    const auto parts = parts_of(times(66, "字") + "😀" + times(20, "字"), 1).value();
    EXPECT_EQ(parts[0].words, times(66, "字"));
    EXPECT_TRUE(parts[1].hex.starts_with("D83DDE00"));
    EXPECT_EQ(parts_of("𠮷", 1).value()[0].hex, "D842DFB7");
}

TEST(words_in_parts, show_what_is_no_character) {
    EXPECT_EQ(
        parts_of(
            "a\xff\x01"
            "b",
            1
        )
            .value()[0]
            .words,
        "a□□b"
    );
    EXPECT_EQ(parts_of("\xed\xa0\x80", 1).value()[0].words, "□");
    EXPECT_EQ(parts_of("\xe5\xad", 1).value()[0].words, "□□");
    EXPECT_EQ(parts_of("一\r\n二", 1).value()[0].words, "一\n二");
}

TEST(words_in_parts, are_refused_when_there_are_too_many_or_none) {
    EXPECT_EQ(parts_of(times(670, "字"), 1).value().size(), 10u);
    const auto refused = parts_of(times(10'000, "字"), 1);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "message_too_long");
    EXPECT_EQ(refused.error().zh, "短信过长：10000 字，最多 670 字");
    EXPECT_EQ(parts_of("", 1).error().code, "message_empty");
}

TEST(a_number, is_written_as_modems_take_it) {
    EXPECT_EQ(number_of("139 0000-0001").value(), "+8613900000001");
    EXPECT_EQ(number_of("+8613900000001").value(), "+8613900000001");
    EXPECT_EQ(number_of("059588880000").value(), "059588880000");
    for (const auto* none : {"", "12", "1390000\n01", "abc", "139+1"})
        EXPECT_FALSE(number_of(none).has_value()) << none;
}

}  // namespace
}  // namespace anlan::sms
