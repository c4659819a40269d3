#include "plan_yaml/plan_yaml.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace anlan::plan_yaml {
namespace {

const std::string kGood = R"(id: typhoon_town
title: 防台风应急预案
title_en: Typhoon plan
hazards: [typhoon]
levels:
  - level: 1
    triggers:
      - {kind: warning, colour: red}
    steps:
      - id: recall
        title: 渔船回港
        post: marine
        deadline: {minutes: 60}
)";

std::string with(std::string from, const std::string& to) {
    auto text = kGood;
    text.replace(text.find(from), from.size(), to);
    return text;
}

plan::PlanFault first_fault(const std::string& yaml) {
    const auto reading = PlanYaml().read(yaml);
    EXPECT_FALSE(reading.plan);
    return reading.faults.empty() ? plan::PlanFault{} : reading.faults.front();
}

TEST(a_plan, is_refused_with_the_line_of_the_fault) {
    EXPECT_EQ(first_fault(with("hazards:", "hazard:")).code, "field_unknown");
    EXPECT_EQ(first_fault(with("hazards:", "hazard:")).line, 4);
    EXPECT_NE(first_fault(with("hazards:", "hazard:")).message.find("hazards"), std::string::npos);
    EXPECT_EQ(first_fault(with("level: 1", "level: high")).code, "type_invalid");
    EXPECT_EQ(first_fault(with("level: 1", "level: 7")).code, "level_invalid");
    EXPECT_EQ(first_fault(with("colour: red", "colour: pink")).code, "choice_invalid");
    EXPECT_EQ(first_fault(with("minutes: 60", "minutes: 60, after: nothing")).code, "deadline_broken");
    EXPECT_EQ(first_fault(with("minutes: 60", "minutes: 60, after: recall")).code, "deadline_broken");
    EXPECT_EQ(first_fault(with("        post: marine\n", "")).code, "nobody");
    EXPECT_EQ(first_fault(with("id: recall", "title: 两次\n        id: recall")).code, "field_twice");
}

TEST(a_hostile_text, is_refused_and_harms_nothing) {
    EXPECT_EQ(first_fault("{").code, "not_yaml");
    EXPECT_EQ(first_fault("- a").code, "type_invalid");
    EXPECT_EQ(first_fault(std::string("id: \0x", 6)).code, "not_text");
    EXPECT_EQ(first_fault(std::string(2'000'000, 'a')).code, "too_large");
    EXPECT_FALSE(PlanYaml().read(std::string(5'000, '[')).plan);
    std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
    for (char c = 'b'; c <= 'i'; ++c) {
        const std::string before(9, static_cast<char>(c - 1));
        bomb += std::string(1, c) + ": &" + c + " [";
        for (const char b : before) bomb += std::string("*") + b + ",";
        bomb += "]\n";
    }
    EXPECT_FALSE(PlanYaml().read(bomb + "levels: *i\n").plan);
}

TEST(a_plan, reads_back_as_it_was_written) {
    const auto reading = PlanYaml().read(kGood);
    ASSERT_TRUE(reading.plan) << reading.faults.front().message_en;
    const auto again = PlanYaml().read(PlanYaml().write(*reading.plan));
    ASSERT_TRUE(again.plan);
    EXPECT_EQ(to_json_text(*again.plan), to_json_text(*reading.plan));
}

TEST(every_shipped_plan, is_valid) {
    const auto* root = std::getenv("ANLAN_ROOT");
    const std::filesystem::path folder = std::filesystem::path(root == nullptr ? ANLAN_SOURCE : root) / "data/plans";
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ostringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        const auto reading = PlanYaml().read(text.str());
        EXPECT_TRUE(reading.plan) << entry.path() << " " << check_line("", reading);
        ++count;
    }
    EXPECT_GE(count, 12);
}

}  // namespace
}  // namespace anlan::plan_yaml
