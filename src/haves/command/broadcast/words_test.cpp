#include "broadcast/words.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "broadcast/town_for_tests.hpp"

namespace anlan::broadcast {
namespace {

std::string refused(const std::string& text, std::int64_t most = 2'000) {
    const auto checked = check_words(text, "text", most);
    return checked ? "" : checked.error().code;
}

std::string many(const std::string& character, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += character;
    return text;
}

TEST(words_for_a_loudspeaker, are_counted_as_characters_and_not_as_bytes) {
    EXPECT_EQ(characters_in("台风a，\n"), 5);
    EXPECT_EQ(refused(many("风", 2'000)), "");
    EXPECT_EQ(refused(many("风", 2'001)), "too_long");
    EXPECT_EQ(refused(many("风", 10'000)), "too_long");
}

TEST(words_for_a_loudspeaker, that_no_voice_can_say_are_named) {
    EXPECT_EQ(refused("请注意\a"), "control_character");
    EXPECT_EQ(refused(std::string("零\0字", 7)), "control_character");
    EXPECT_EQ(refused("反\xE2\x80\xAE向"), "control_character");  // U+202E: text from right to left
    EXPECT_EQ(refused("台风🌀来了"), "emoji");
    EXPECT_EQ(refused("☔大雨"), "emoji");
    EXPECT_EQ(refused("自造\xEE\x80\x80"), "private_character");
    EXPECT_EQ(refused("\xC0\xAF"), "not_utf8");
    EXPECT_EQ(refused("\xED\xA0\x80"), "not_utf8");  // half of a pair
    EXPECT_EQ(refused("台\xE5"), "not_utf8");
    const auto told = check_words("台风🌀来了", "sheet.text", 100).error();
    EXPECT_EQ(told.field, "sheet.text");
    EXPECT_NE(told.zh.find("第 3 个字符（🌀 U+1F300）"), std::string::npos) << told.zh;
}

TEST(words_for_a_loudspeaker, may_be_rare_and_then_are_to_be_heard_first) {
    EXPECT_EQ(refused("𠮷田村㙍头"), "");
    EXPECT_EQ(rare_characters("𠮷田村㙍头𠮷"), (std::vector<std::string>{"𠮷", "㙍"}));
    EXPECT_TRUE(rare_characters("台风来临").empty());
}

TEST(any_bytes, are_taken_or_refused_and_never_read_beyond_their_end) {
    rc::check([](const std::string& bytes) {
        const auto checked = check_words(bytes, "text", 100);
        const bool said = checked.has_value() || !checked.error().zh.empty();
        RC_ASSERT(said);
        RC_ASSERT(characters_in(bytes) <= static_cast<std::int64_t>(bytes.size()));
    });
}

TEST(a_draft, is_refused_with_the_field_that_is_wrong) {
    Town town;
    const auto field = [&](auto change) {
        auto wish = sheet();
        change(wish);
        const auto outcome = town.when(DraftBroadcast{wish}, kFirst);
        return outcome ? std::string() : outcome.error().code + " " + outcome.error().field;
    };
    EXPECT_EQ(field([](auto& s) { s.zones = {}; }), "zones_missing sheet.zones");
    EXPECT_EQ(field([](auto& s) { s.zones = {AreaCode{"350582000000"}}; }), "area_outside sheet.zones");
    EXPECT_EQ(field([](auto& s) { s.title = ""; }), "title_missing sheet.title");
    EXPECT_EQ(field([](auto& s) { s.text = " \n"; }), "text_missing sheet.text");
    EXPECT_EQ(field([](auto& s) { s.text = many("风", 10'000); }), "too_long sheet.text");
    EXPECT_EQ(field([](auto& s) { s.text += "😀"; }), "emoji sheet.text");
    EXPECT_EQ(field([](auto& s) { s.severity = 0; }), "severity_invalid sheet.severity");
    EXPECT_EQ(field([](auto& s) { s.repeats = 11; }), "repeats_invalid sheet.repeats");
    EXPECT_EQ(field([](auto& s) { s.recording = "../../etc/passwd"; }), "recording_invalid sheet.recording");
    EXPECT_EQ(field([](auto& s) { s.pattern = "none"; }), "pattern_unknown sheet.pattern");
    EXPECT_EQ(field([](auto&) {}), "");
    EXPECT_EQ(town.refused(DraftBroadcast{sheet()}, "system:announcing"), "not_a_person");
}

TEST(every_template, can_be_said_in_the_demonstration_town) {
    LoudTown town;
    for (const auto& pattern : all_patterns()) {
        auto said = sheet({kVillage, kNext}, pattern.purpose);
        said.title = pattern.title;
        said.text = filled(pattern, said.zones, town.rows());
        said.severity = pattern.severity;
        said.repeats = pattern.repeats;
        said.pattern = pattern.id;
        EXPECT_EQ(town.refused(DraftBroadcast{said}), "") << pattern.id;
        EXPECT_EQ(said.text.find('{'), std::string::npos) << said.text;
        EXPECT_NE(said.text.find("第一社区、第二社区"), std::string::npos) << said.text;
    }
}

}  // namespace
}  // namespace anlan::broadcast
