#include <gtest/gtest.h>

#include "registers/import.hpp"
#include "registers/queries.hpp"
#include "registers/room.hpp"
#include "registers/table.hpp"
#include "trial/trial.hpp"
#include "worksafety/registers.hpp"

namespace anlan::worksafety {
namespace {

const AreaCode kTown{"350581106000"};

registers::ImportReport judged(trial::Trial& town, const registers::Register& list, const std::string& bytes) {
    auto table = registers::read_table(bytes, nullptr).value();
    const auto* mapping = registers::mapping_for(mappings(), list.name, table.headings);
    if (mapping != nullptr) table = registers::translated(std::move(table), *mapping);
    return registers::judge(table, list, kTown, {}, town.rows());
}

TEST(the_shipped_mappings, name_only_fields_and_choices_there_are) {
    for (const auto& mapping : mappings()) {
        const auto list = mapping.list == "safety_units" ? units() : hazards();
        ASSERT_EQ(mapping.list, list.name);
        for (const auto& [heading, field] : mapping.columns) EXPECT_NE(list.find(field), nullptr) << heading;
        for (const auto& [field, words] : mapping.words)
            for (const auto& [theirs, ours] : words) {
                const auto& choices = list.find(field)->choices;
                EXPECT_NE(std::find(choices.begin(), choices.end(), ours), choices.end()) << theirs << " → " << ours;
            }
    }
}

TEST(an_export_with_a_date_that_never_was, names_line_and_field_and_writes_nothing) {
    trial::Trial town({registers::make_room()});
    auto report = judged(
        town,
        units(),
        "企业名称,统一社会信用代码,达标等级,证书有效期至\n测试甲厂,91350500TEST00001X,三级达标,2026-02-30\n"
    );
    ASSERT_EQ(report.bad, 1);
    EXPECT_EQ(report.rows[0].line, 2);
    EXPECT_EQ(report.rows[0].errors[0].field, "valid_until");
    EXPECT_TRUE(town.run(registers::commit(std::move(report), units(), "p")).has_value());
    EXPECT_TRUE(registers::kept_rows(town.rows(), "safety_units").empty());
}

TEST(hazards_of_the_standardisation_system, are_brought_again_and_again_and_change_their_state) {
    trial::Trial town({registers::make_room()});
    const auto bring = [&](const char* state) {
        auto report = judged(
            town,
            hazards(),
            std::string(
                R"([{"hazardId":"YH-1","enterpriseName":"测试甲厂","hazardContent":"消防通道堵塞","hazardLevel":2,)"
            ) + R"("checkDate":"2026/7/1","rectifyStatus":")" +
                state + "\"}]"
        );
        EXPECT_EQ(report.bad, 0);
        const auto changed = report.changed;
        EXPECT_TRUE(town.run(registers::commit(std::move(report), hazards(), "p")).has_value());
        return changed;
    };
    EXPECT_EQ(bring("0"), 0);
    EXPECT_EQ(bring("0"), 0);
    EXPECT_EQ(bring("已销号"), 1);
    const auto kept = registers::kept_rows(town.rows(), "safety_hazards");
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].values.at("state"), "已整改");
    EXPECT_EQ(kept[0].values.at("grade"), "重大");
    EXPECT_EQ(kept[0].values.at("found_on"), "2026-07-01");
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::worksafety
