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
      - id: ashore
        title: 渔排人员上岸
        line: flood_typhoon
        after: [recall]
        deadline: {minutes: 30, after: recall}
        needs:
          - {kind: stock, what: 救生衣, quantity: 20, unit: 件}
)";

std::string with(const std::string& from, const std::string& to) {
    auto text = kGood;
    text.replace(text.find(from), from.size(), to);
    return text;
}

plan::PlanFault first_fault(const std::string& yaml) {
    const auto reading = PlanYaml().read(yaml);
    EXPECT_FALSE(reading.plan);
    return reading.faults.empty() ? plan::PlanFault{} : reading.faults.front();
}

std::string code_of(const std::string& from, const std::string& to) {
    return first_fault(with(from, to)).code;
}

std::vector<std::filesystem::path> shipped() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(ANLAN_SOURCE "/data/plans"))
        if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    return files;
}

std::string text_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

TEST(a_faulty_plan, is_refused_with_the_line_and_the_word_that_was_meant) {
    const auto fault = first_fault(with("hazards:", "hazard:"));
    EXPECT_EQ(fault.code, "field_unknown");
    EXPECT_EQ(fault.line, 4);
    EXPECT_EQ(fault.column, 1);
    EXPECT_NE(fault.message.find("是否想写“hazards”"), std::string::npos) << fault.message;
    EXPECT_NE(fault.message_en.find("did you mean \"hazards\""), std::string::npos);
}

TEST(a_faulty_plan, is_refused_for_wrong_types_and_words) {
    EXPECT_EQ(code_of("level: 1", "level: high"), "type_invalid");
    EXPECT_EQ(code_of("level: 1", "level: 1.5"), "type_invalid");
    EXPECT_EQ(code_of("[typhoon]", "typhoon"), "type_invalid");
    EXPECT_EQ(code_of("minutes: 60", "minutes: [60]"), "type_invalid");
    EXPECT_EQ(code_of("quantity: 20", "quantity: 多"), "type_invalid");
    EXPECT_EQ(code_of("colour: red", "colour: pink"), "choice_invalid");
    EXPECT_EQ(code_of("kind: stock", "kind: stuff"), "choice_invalid");
    EXPECT_EQ(code_of("hazards:", "scope: planet\nhazards:"), "choice_invalid");
}

TEST(a_faulty_plan, is_refused_for_what_is_missing_or_double) {
    EXPECT_EQ(code_of("title: 防台风应急预案\n", "title: ' '\n"), "title_empty");
    EXPECT_EQ(code_of("id: typhoon_town\n", ""), "id_invalid");
    EXPECT_EQ(code_of("        post: marine\n", ""), "nobody");
    EXPECT_EQ(code_of("        title: 渔船回港\n", ""), "title_empty");
    EXPECT_EQ(code_of("id: recall", "title: 两次\n        id: recall"), "field_twice");
    EXPECT_EQ(code_of("id: ashore", "id: recall"), "id_twice");
    EXPECT_EQ(code_of("level: 1", "level: 7"), "level_invalid");
    EXPECT_EQ(code_of("level: 1", "level: 0"), "level_invalid");
    EXPECT_EQ(first_fault("").code, "empty");
    EXPECT_EQ(first_fault("# nothing\n").code, "empty");
}

TEST(a_faulty_plan, is_refused_for_deadlines_that_cannot_be) {
    EXPECT_EQ(code_of("minutes: 60", "minutes: 60, after: nothing"), "deadline_broken");
    EXPECT_EQ(code_of("minutes: 60", "minutes: 60, after: recall"), "deadline_broken");
    EXPECT_EQ(code_of("minutes: 60", "minutes: -1"), "deadline_negative");
    EXPECT_EQ(code_of("minutes: 60", "minutes: 99999999"), "deadline_unreachable");
    EXPECT_EQ(code_of("minutes: 60", "at: '25:00'"), "clock_invalid");
    EXPECT_EQ(code_of("minutes: 60", "at: '18:00', before_landfall_hours: 6"), "deadline_two");
    EXPECT_EQ(code_of("after: [recall]", "after: [nothing]"), "after_unknown");
}

TEST(steps_in_a_circle, are_refused_and_named) {
    const auto fault = first_fault(with("post: marine\n", "post: marine\n        after: [ashore]\n"));
    EXPECT_EQ(fault.code, "steps_circular");
    EXPECT_EQ(fault.line, 10);
    EXPECT_NE(fault.message.find("recall → ashore → recall"), std::string::npos) << fault.message;
}

TEST(every_fault, has_its_own_line) {
    const auto reading = PlanYaml().read(with("minutes: 60", "minutes: soon") + "extra: 1\n");
    ASSERT_EQ(reading.faults.size(), 2U);
    EXPECT_EQ(reading.faults[0].line, 13);
    EXPECT_EQ(reading.faults[1].line, 21);
    EXPECT_EQ(reading.faults[1].code, "field_unknown");
}

TEST(a_column, counts_characters_and_not_bytes) {
    const auto fault = first_fault("id: a\ntitle: 防台风\nbasis: {\"台风预案\": x}\n");
    EXPECT_EQ(fault.line, 3);
    EXPECT_EQ(fault.column, 8);
    EXPECT_EQ(first_fault("{防台风: 1, 防台风: 2}\n").column, 2);
}

TEST(a_usable_plan, is_read_with_warnings_about_what_looks_odd) {
    const auto reading = PlanYaml().read(with("post: marine", "post: marin"));
    ASSERT_TRUE(reading.plan);
    const auto odd = std::find_if(reading.warnings.begin(), reading.warnings.end(), [](const auto& each) {
        return each.code == "post_unusual";
    });
    ASSERT_NE(odd, reading.warnings.end());
    EXPECT_EQ(odd->line, 12);
    EXPECT_NE(odd->message.find("marine"), std::string::npos);
}

TEST(the_line_of_a_check, is_one_json_object) {
    const auto line = json::parse(check_line("a.yaml", PlanYaml().read("id: x"))).as_object();
    EXPECT_EQ(line.at("file"), "a.yaml");
    EXPECT_EQ(line.at("valid"), false);
    EXPECT_EQ(line.at("errors").as_array().front().at("line"), 1);
    EXPECT_TRUE(line.at("errors").as_array().front().as_object().contains("message_en"));
    EXPECT_TRUE(line.at("warnings").is_array());
}

TEST(a_plan, reads_back_as_it_was_written) {
    auto files = shipped();
    ASSERT_GE(files.size(), 12U);
    for (const auto& file : files) {
        const auto reading = PlanYaml().read(text_of(file));
        ASSERT_TRUE(reading.plan) << check_line(file, reading);
        const auto written = PlanYaml().write(*reading.plan);
        const auto again = PlanYaml().read(written);
        ASSERT_TRUE(again.plan) << check_line(file, again);
        EXPECT_EQ(to_json_text(*again.plan), to_json_text(*reading.plan));
        EXPECT_EQ(PlanYaml().write(*again.plan), written);
    }
}

TEST(a_plan, keeps_awkward_texts_when_written) {
    auto plan = *PlanYaml().read(kGood).plan;
    plan.summary = "第一行\n  缩进 # 不是注释\n\n末行: “引号”\t\"'{}[]&*!|>%@`";
    plan.basis = "null";
    plan.title_en = "- yes: ~";
    plan.version = " 1.0 ";
    const auto again = PlanYaml().read(PlanYaml().write(plan));
    ASSERT_TRUE(again.plan) << check_line("", again);
    EXPECT_EQ(to_json_text(*again.plan), to_json_text(plan));
}

TEST(a_plan, travels_as_json_too) {
    const auto plan = *PlanYaml().read(kGood).plan;
    const auto again = from_json_text<plan::Plan>(to_json_text(plan), Unknown::refused);
    ASSERT_TRUE(again);
    EXPECT_EQ(to_json_text(again.value()), to_json_text(plan));
}

TEST(every_shipped_plan, is_valid_and_nothing_about_it_looks_odd) {
    for (const auto& file : shipped()) {
        const auto reading = PlanYaml().read(text_of(file));
        ASSERT_TRUE(reading.plan && reading.warnings.empty()) << check_line(file.filename(), reading);
        EXPECT_EQ(reading.plan->id, file.stem());
    }
}

}  // namespace
}  // namespace anlan::plan_yaml
