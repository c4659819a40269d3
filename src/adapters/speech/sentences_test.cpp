#include "speech/sentences.hpp"

#include <gtest/gtest.h>

#include "speech/characters.hpp"
#include "speech/numbers.hpp"
#include "speech/readings.hpp"

namespace anlan::speech {
namespace {

std::string said(const std::string& text) {
    return text_of(numbers_said(characters_of(text)));
}

TEST(a_number, is_said_as_it_is_meant) {
    EXPECT_EQ(said("105毫米"), "一百零五毫米");
    EXPECT_EQ(said("3.5米"), "三点五米");
    EXPECT_EQ(said("12级"), "十二级");
    EXPECT_EQ(said("2个村"), "两个村");
    EXPECT_EQ(said("2号楼"), "二号楼");
    EXPECT_EQ(said("20%"), "百分之二十");
    EXPECT_EQ(said("3-5人"), "三至五人");
    EXPECT_EQ(said("12000人"), "一万二千人");
    EXPECT_EQ(said("0人"), "零人");
    EXPECT_EQ(said("1010人"), "一千零一十人");
}

TEST(a_year_a_time_and_a_telephone, are_said_digit_by_digit_or_as_hours) {
    EXPECT_EQ(said("2026年10月3日"), "二零二六年十月三日");
    EXPECT_EQ(said("18:30"), "十八点三十分");
    EXPECT_EQ(said("2:05"), "两点零五分");
    EXPECT_EQ(said("20：00"), "二十点整");
    EXPECT_EQ(said("拨打119"), "拨打幺幺九");
    EXPECT_EQ(said("119人"), "一百一十九人");
    EXPECT_EQ(said("0595-88880000"), "零五九五八八八八零零零零");
    EXPECT_EQ(said("12345"), "幺二三四五");
}

TEST(numbers, of_any_length_and_signs_in_any_place_are_got_over) {
    EXPECT_EQ(said(std::string(40, '9')).size(), 120U);
    for (const auto* odd : {"1.", ".5", "1:", "1:2", ":", "-", "1-", "%", "1..2", "99:99:99", "1%%"}) said(odd);
    EXPECT_EQ(said("1."), "一.");
}

TEST(sentences, end_at_full_stops_and_lines) {
    const auto made = sentences_of("请立即转移。不要观潮！\n带好证件");
    ASSERT_EQ(made.size(), 3U);
    EXPECT_EQ(made[0], (Sentence{"请立即转移", true}));
    EXPECT_EQ(made[2].text, "带好证件");
}

TEST(emoji_signs_and_characters_of_a_font_of_ones_own, are_left_out) {
    const auto made = sentences_of("台风😀🌀来了\uE000\u200D★☎，风力12级");
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0].text, "台风来了，风力十二级");
    EXPECT_TRUE(sentences_of("😀😀 🌀。★").empty());
    EXPECT_TRUE(sentences_of("").empty());
    EXPECT_TRUE(sentences_of("\xFF\xFE\xC3").empty());
}

TEST(wide_letters_and_units, are_read_as_what_they_stand_for) {
    EXPECT_EQ(sentences_of("气温３８℃，面积２０㎡").at(0).text, "气温三十八摄氏度，面积二十平方米");
    EXPECT_EQ(sentences_of("打开GPS").at(0).text, "打开G P S");
}

TEST(a_sentence_without_a_chinese_word, is_for_the_english_voice) {
    const auto made = sentences_of("请注意。This is a test, please stay inside.");
    ASSERT_EQ(made.size(), 2U);
    EXPECT_TRUE(made[0].chinese);
    EXPECT_FALSE(made[1].chinese);
}

TEST(a_sentence_without_an_end, is_cut_where_one_can_breathe) {
    std::string text;
    for (int i = 0; i < 3'000; ++i) text += i % 20 == 19 ? "，" : "水";
    for (const auto& sentence : sentences_of(text)) EXPECT_LE(characters_of(sentence.text).size(), kSentenceMost);
    for (const auto& sentence : sentences_of(std::string(9'000, 'x')))
        EXPECT_LE(characters_of(sentence.text).size(), kSentenceMost);
}

TEST(a_word_the_voice_reads_wrongly, is_given_in_pinyin) {
    EXPECT_EQ(text_of(with_readings(U"应急响应")), " ying4 ji2  xiang3 ying4 ");
    EXPECT_EQ(text_of(with_readings(U"水位")), "水位");
}

}  // namespace
}  // namespace anlan::speech
