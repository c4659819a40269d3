#include "registers/mapping.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "registers/import.hpp"
#include "registers/queries.hpp"
#include "registers/room.hpp"
#include "registers/table.hpp"
#include "trial/trial.hpp"

namespace anlan::registers {
namespace {

const AreaCode kYongning{"350581106000"};

Register units() {
    return {
        .name = "units",
        .title_zh = "企业",
        .title_en = "Units",
        .fields =
            {{.name = "code", .title_zh = "编号", .title_en = "Code", .required = true},
             {.name = "name", .title_zh = "名称", .title_en = "Name", .required = true},
             {.name = "level", .title_zh = "等级", .title_en = "Level", .type = "choice", .choices = {"一级", "三级"}},
             {.name = "phone", .title_zh = "电话", .title_en = "Telephone", .personal = true}},
        .stays_home = false,
        .keys = {"code"}};
}

Mapping theirs() {
    return {
        "theirs",
        "units",
        "另一系统",
        "Theirs",
        "",
        {{"企业编码", "code"}, {"单位名称", "name"}, {"评定结果", "level"}, {"联系电话", "phone"}},
        {{"level", {{"3", "三级"}}}}};
}

ImportReport judged(trial::Trial& town, const std::string& bytes) {
    auto table = read_table(bytes, nullptr).value();
    const std::vector<Mapping> all{theirs()};
    if (const auto* mapping = mapping_for(all, "units", table.headings)) table = translated(std::move(table), *mapping);
    return judge(table, units(), kYongning, {}, town.rows());
}

using Counts = std::array<std::int64_t, 4>;

Counts brought(trial::Trial& town, const std::string& bytes) {
    auto report = judged(town, bytes);
    const Counts counts{report.created, report.changed, report.same, report.bad};
    EXPECT_TRUE(town.run(commit(std::move(report), units(), "p-officer")).has_value());
    return counts;
}

const char* const kExport =
    "企业编码,单位名称,评定结果,联系电话,备注\nA1,测试甲厂,3,13900000001,x\nA2,测试乙厂,一级,,\n";

TEST(an_export_that_nobody_knows, is_read_by_the_lists_own_headings) {
    const std::vector<Mapping> all{theirs()};
    EXPECT_EQ(mapping_for(all, "units", {"编号", "名称"}), nullptr);
    EXPECT_EQ(mapping_for(all, "boats", {"企业编码", "单位名称"}), nullptr);
    EXPECT_EQ(mapping_for(all, "units", {"企业编码", " 单位名称"})->key, "theirs");
}

TEST(json_without_records, is_refused_with_what_is_wanted) {
    EXPECT_EQ(read_table("{\"a\":1}", nullptr).error().code, "table_unreadable");
    EXPECT_EQ(read_table("[1,2]", nullptr).error().code, "table_unreadable");
    EXPECT_EQ(read_table("[]", nullptr).error().code, "table_empty");
    EXPECT_EQ(read_table("[{\"a\":", nullptr).error().code, "json_invalid");
}

TEST(one_key_twice_in_a_file, is_a_fault_of_the_second_line) {
    trial::Trial town({make_room()});
    const auto report = judged(town, "编号,名称\nA1,甲\nA1,乙\n");
    EXPECT_EQ(report.bad, 1);
    EXPECT_EQ(report.rows[1].errors.front().field, "code");
}

TEST(the_same_export_brought_twice, changes_nothing) {
    trial::Trial town({make_room()});
    EXPECT_EQ(brought(town, kExport), (Counts{2, 0, 0, 0}));
    EXPECT_EQ(brought(town, kExport), (Counts{0, 0, 2, 0}));
    EXPECT_TRUE(town.written().empty());
    EXPECT_EQ(kept_rows(town.rows(), "units").size(), 2U);
}

TEST(a_later_export, changes_the_rows_it_names_and_adds_what_is_new) {
    trial::Trial town({make_room()});
    brought(town, kExport);
    EXPECT_EQ(
        brought(town, "企业编码,单位名称,评定结果\nA1,测试甲厂,一级\nA2,测试乙厂,一级\nA3,测试丙厂,3\n"),
        (Counts{1, 1, 1, 0})
    );
    const auto kept = kept_rows(town.rows(), "units");
    ASSERT_EQ(kept.size(), 3U);
    const auto first =
        std::find_if(kept.begin(), kept.end(), [](const auto& row) { return row.values.at("code") == "A1"; });
    ASSERT_NE(first, kept.end());
    EXPECT_EQ(first->values.at("level"), "一级");
    EXPECT_EQ(personal_value(town.rows(), first->id, "phone"), "13900000001") << "what a file leaves out stays";
    EXPECT_TRUE(town.prove().ok);
}

TEST(records_as_json, are_read_like_a_table) {
    trial::Trial town({make_room()});
    const auto* text =
        R"({"code":0,"data":{"rows":[{"企业编码":"A1","单位名称":"测试甲厂","评定结果":3},{"单位名称":"测试乙厂","企业编码":"A2"}]}})";
    EXPECT_EQ(brought(town, text), (Counts{2, 0, 0, 0}));
    const auto kept = kept_rows(town.rows(), "units");
    EXPECT_EQ(
        std::count_if(
            kept.begin(),
            kept.end(),
            [](const auto& row) {
                const auto* level = row.values.if_contains("level");
                return level != nullptr && *level == "三级";
            }
        ),
        1
    );
}

}  // namespace
}  // namespace anlan::registers
