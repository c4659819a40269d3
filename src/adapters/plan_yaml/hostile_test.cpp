#include <gtest/gtest.h>

#include <chrono>

#include "plan_yaml/plan_yaml.hpp"

namespace anlan::plan_yaml {
namespace {

/// Reads a text that must be refused, within a second: these texts are about a megabyte, and a reader that is quadratic
/// in any of them would take minutes.
plan::PlanFault refused(const std::string& yaml) {
    const auto began = std::chrono::steady_clock::now();
    const auto reading = PlanYaml().read(yaml);
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(5));
    EXPECT_FALSE(reading.plan);
    EXPECT_FALSE(reading.faults.empty());
    return reading.faults.empty() ? plan::PlanFault{} : reading.faults.front();
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

TEST(what_is_no_text, is_refused_before_it_is_parsed) {
    EXPECT_EQ(refused(std::string("id: \0x", 6)).code, "not_text");
    EXPECT_EQ(refused("\x89PNG\r\n\x1a\n").code, "not_text");
    EXPECT_EQ(refused("title: \xff\xfe").code, "not_text");
    EXPECT_EQ(refused("title: \xed\xa0\x80").code, "not_text");
    EXPECT_EQ(refused("title: \xc0\xaf").code, "not_text");
    EXPECT_EQ(refused("title: 防\x01").column, 9);
    EXPECT_EQ(refused("title: \"\\x01\"").code, "not_text");
    EXPECT_EQ(refused("levels:\n\t- level: 1").code, "tab_indent");
    EXPECT_EQ(refused(std::string(1'000'001, 'a')).code, "too_large");
}

TEST(a_mark_before_the_text, does_no_harm) {
    const auto reading = PlanYaml().read("\xEF\xBB\xBFid: x\nnonsense: 1\n");
    ASSERT_FALSE(reading.faults.empty());
    EXPECT_EQ(reading.faults.front().code, "field_unknown");
}

TEST(half_a_character_in_a_complaint, does_not_spoil_the_answer) {
    const auto reading = PlanYaml().read("title: \"B\\短时\"\n");
    ASSERT_FALSE(reading.plan);
    EXPECT_TRUE(json::parse(check_line("x", reading)).is_object());
}

TEST(deep_nesting, is_refused) {
    EXPECT_EQ(refused("a: " + repeated("[", 500'000)).code, "too_deep");
    EXPECT_EQ(refused("a: " + repeated("{a: ", 200'000)).code, "too_deep");
    EXPECT_EQ(refused(repeated("- ", 400'000)).code, "too_deep");
    std::string stairs;
    for (int i = 0; i < 1'000; ++i) stairs += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
    EXPECT_EQ(refused(stairs).code, "too_deep");
}

TEST(anchors_aliases_and_tags, are_refused) {
    EXPECT_EQ(refused("title: &a x\nid: *a\n").code, "alias_refused");
    std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
    for (char c = 'b'; c <= 'i'; ++c) {
        bomb += std::string(1, c) + ": &" + c + " [";
        for (int i = 0; i < 9; ++i) bomb += std::string("*") + static_cast<char>(c - 1) + ",";
        bomb += "]\n";
    }
    EXPECT_EQ(refused(bomb).code, "alias_refused");
    EXPECT_EQ(refused("title: !!binary aGVsbG8=\n").code, "tag_refused");
}

TEST(too_much, is_refused) {
    EXPECT_EQ(refused("hazards: [" + repeated("x,", 30'000) + "]").code, "too_large");
    EXPECT_EQ(refused("title: " + std::string(30'000, 'x')).code, "too_large");
    EXPECT_EQ(refused("id: a\n---\nid: b\n").code, "documents_many");
    std::string steps;
    for (int i = 0; i < 300; ++i)
        steps += "      - {id: s" + std::to_string(i) + ", title: t, post: rescue, after: [s" + std::to_string(i + 1) +
                 "]}\n";
    EXPECT_EQ(refused("id: a\ntitle: t\nhazards: [any]\nlevels:\n  - level: 1\n    steps:\n" + steps).code, "too_many");
}

TEST(no_text, makes_the_reader_slow) {
    refused(repeated("a: b\n", 190'000));
    refused(repeated("\"", 900'000));
    refused("a: |\n" + repeated(" x\n", 300'000));
    refused(repeated("? ", 400'000));
    refused(repeated("a b ", 240'000));
    refused(repeated("a\n", 400'000));
    refused(repeated("[a, ", 200'000));
    refused(repeated("%TAG ! x\n", 100'000));
    refused(repeated("---\n", 240'000));
    refused("{" + repeated("a,", 450'000));
    refused(repeated("#", 900'000) + "\n[");
    refused("\"" + repeated("\\x41", 240'000));
}

TEST(unknown_fields_by_the_thousand, are_named_only_so_often) {
    std::string text = "id: x\n";
    for (int i = 0; i < 5'000; ++i) text += "f" + std::to_string(i) + ": 1\n";
    EXPECT_LE(PlanYaml().read(text).faults.size(), 100U);
}

}  // namespace
}  // namespace anlan::plan_yaml
