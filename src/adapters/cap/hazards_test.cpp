#include "cap/hazards.hpp"

#include <gtest/gtest.h>

#include "cap/hazard_table.hpp"

namespace anlan::cap {

namespace {

using warning::Colour;

std::string hazard(std::string_view event, std::string_view headline = {}, const std::vector<std::string>& codes = {}) {
    return hazard_of({event, headline, "Unknown", codes, {}});
}

Colour colour(
    std::string_view event,
    std::string_view headline = {},
    std::string_view severity = "Unknown",
    const Parameters& parameters = {}
) {
    return colour_of({event, headline, severity, {}, parameters});
}

}  // namespace

TEST(knowing_hazards, finds_none_in_words_that_only_resemble) {
    for (const auto* event : {"Training exercise", "Police notice", "Immediate Threat", "Child Abduction", ""})
        EXPECT_EQ(hazard(event), "other") << event;
}

TEST(knowing_hazards, understands_chinese_and_english_events) {
    EXPECT_EQ(hazard("台风"), "typhoon");
    EXPECT_EQ(hazard("海上大风"), "gale");
    EXPECT_EQ(hazard("雷雨大风"), "thunderstorm");
    EXPECT_EQ(hazard("地质灾害气象风险"), "geological");
    EXPECT_EQ(hazard("道路结冰"), "road_icing");
    EXPECT_EQ(hazard("Severe Thunderstorm Warning"), "thunderstorm");
    EXPECT_EQ(hazard("Flash Flood Watch"), "flash_flood");
    EXPECT_EQ(hazard("Heavy rain"), "rainstorm");
    EXPECT_EQ(hazard("WILDFIRE"), "forest_fire");
    EXPECT_EQ(hazard("STORM SURGE"), "storm_surge");
    EXPECT_EQ(hazard("Hazardous Materials Incident"), "work_accident");
}

TEST(knowing_hazards, believes_words_before_codes) {
    EXPECT_EQ(hazard("", "某市发布大雾黄色预警", {"11B06"}), "fog");
    EXPECT_EQ(hazard("", "", {"00Z00", "11B03"}), "rainstorm");
}

TEST(knowing_hazards, names_only_hazards_of_the_house) {
    for (const auto& word : table::words()) EXPECT_TRUE(is_hazard(word.hazard)) << word.word;
    for (const auto& code : table::codes()) EXPECT_TRUE(is_hazard(code.hazard)) << code.code;
}

TEST(knowing_colours, sees_none_where_a_colour_is_no_signal) {
    EXPECT_EQ(colour("Flood Watch", "Flood Watch for Orange County"), Colour::none);
    EXPECT_EQ(colour("Abduction", "", "Unknown", {{"VehicleColor", "Blue"}}), Colour::none);
    EXPECT_EQ(colour("reduced visibility"), Colour::none);
}

TEST(knowing_colours, prefers_the_explicit_to_the_severity) {
    EXPECT_EQ(colour("暴雨", "", "Severe"), Colour::orange);
    EXPECT_EQ(colour("暴雨", "发布暴雨黄色预警", "Severe"), Colour::yellow);
    EXPECT_EQ(colour("Thunderstorm yellow", "", "Extreme"), Colour::yellow);
    EXPECT_EQ(colour("Wind", "Code RED", "Minor"), Colour::red);
    EXPECT_EQ(colour("暴雨", "发布暴雨黄色预警", "Severe", {{"预警颜色", "蓝"}}), Colour::blue);
    EXPECT_EQ(colour("Wind", "", "Minor", {{"awareness_level", "4; red; Extreme"}}), Colour::red);
    EXPECT_EQ(colour("x", "", "Unknown", {{"预警级别", "Ⅱ"}}), Colour::orange);
    EXPECT_EQ(colour("x", "红色预警", "Extreme", {{"cn:color", "None"}}), Colour::none);
}

TEST(knowing_colours, takes_the_last_one_of_a_change) {
    EXPECT_EQ(colour("台风", "将台风红色预警信号降级为台风黄色预警信号"), Colour::yellow);
}

}  // namespace anlan::cap
