#include <algorithm>

#include "programme/funds_commands.hpp"
#include "programme/reuse_answers.hpp"
#include "programme/trial_stations.inc"

namespace anlan::programme {
namespace {

std::string code_and_field(const Result<journal::Outcome>& outcome) {
    return outcome ? "" : outcome.error().code + " " + outcome.error().field;
}

struct the_survey : testing::Test {
    trial::Trial town{rooms_of_a_station(), kTown, "永宁镇"};

    std::string found(const char* name, const char* reuse, double value_yuan, bool in_use = false) {
        const auto made = town.run(registers::put_row(
            reuse_survey(),
            "p-officer",
            "",
            {{"kind", "设备"},
             {"name", name},
             {"count", 1},
             {"value_yuan", value_yuan},
             {"state", "完好"},
             {"reuse", reuse},
             {"in_use", in_use}}
        ));
        return made ? made.value().subject : "refused " + made.error().field;
    }
    std::string buy(FundLine line, std::optional<std::string> why, std::optional<std::vector<std::string>> reused) {
        return code_and_field(town.when(SignContract{
            2023,
            FundSource::county,
            line,
            "测试采购",
            "测试供应商",
            "测合1号",
            1'000'000,
            "2023-05-04",
            Procurement::quotation,
            std::move(why),
            std::move(reused)}));
    }
    StationReuse seen() { return reuse_seen(town.rows(), kTown).front(); }
    void SetUp() override {
        for (const auto line : {FundLine::site, FundLine::materials, FundLine::equipment, FundLine::people})
            ASSERT_TRUE(town.when(SetBudget{2023, FundSource::county, line, 9'000'000, "狮财〔2023〕1号"}));
    }
};

TEST_F(the_survey, is_asked_by_every_purchase_of_a_room_material_or_equipment) {
    for (const auto line : {FundLine::site, FundLine::materials, FundLine::equipment})
        EXPECT_EQ(buy(line, {}, {}), "not_reused_empty not_reused") << to_text(line);
    EXPECT_EQ(buy(FundLine::people, {}, {}), "") << "work is bought anew";
    EXPECT_EQ(buy(FundLine::equipment, "现有的已报废", {}), "");
    const auto projector = found("投影一套", "可利旧", 9'800);
    EXPECT_EQ(buy(FundLine::equipment, {}, std::vector{projector}), "") << "it says what is used on";
}

TEST_F(the_survey, is_not_quoted_for_what_it_does_not_hold_or_holds_as_worthless) {
    const auto horn = found("旧喇叭", kNotReusable, 10);
    EXPECT_EQ(buy(FundLine::equipment, {}, std::vector<std::string>{"r-unknown"}), "reuse_unknown reused");
    EXPECT_EQ(buy(FundLine::equipment, "有理由也不行", std::vector{horn}), "not_reusable reused");
}

TEST_F(the_survey, weighs_what_is_used_on_against_what_is_bought_each_thing_once) {
    found("值班床", "可利旧", 1'200, true);
    found("旧喇叭", kNotReusable, 10, true);
    const auto generator = found("旧发电机", kAfterRepair, 3'000.5);
    found("闲置音响", "可利旧", 500);
    ASSERT_EQ(buy(FundLine::equipment, {}, std::vector{generator}), "");
    ASSERT_EQ(buy(FundLine::equipment, {}, std::vector{generator}), "");
    ASSERT_EQ(buy(FundLine::materials, "没有", {}), "");
    ASSERT_EQ(buy(FundLine::people, {}, {}), "");
    const auto station = seen();
    EXPECT_EQ(station.found, 4);
    EXPECT_EQ(station.reusable, 3);
    EXPECT_EQ(station.after_repair, 1);
    EXPECT_EQ(station.used, 2);
    EXPECT_EQ(station.used_fen, 120'000 + 300'050);
    EXPECT_EQ(station.reusable_fen, 120'000 + 300'050 + 50'000);
    EXPECT_EQ(station.purchases, 3) << "people are no purchase of things";
    EXPECT_EQ(station.with_reuse, 2);
    EXPECT_EQ(station.bought_fen, 3'000'000);
    const auto old = std::ranges::find(station.items, generator, &SurveyedAnswer::id);
    ASSERT_NE(old, station.items.end());
    EXPECT_EQ(old->contracts.size(), 2U);
    EXPECT_EQ(reuse_seen(town.rows(), kTown, "2023-05-03").front().bought_fen, 0) << "as it stood the day before";
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(the_survey, is_seen_by_the_county_under_the_station_that_made_it) {
    const auto generator = found("旧发电机", kAfterRepair, 3'000);
    ASSERT_EQ(buy(FundLine::equipment, {}, std::vector{generator}), "");
    trial::Trial county{rooms_of_a_station(), kCounty, "石狮市"};
    county.hear(town);
    const auto all = reuse_seen(county.rows(), kCounty);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().node, kTown);
    EXPECT_FALSE(all.front().own);
    EXPECT_EQ(all.front().used_fen, 300'000);
    EXPECT_EQ(all.front().bought_fen, 1'000'000);
    EXPECT_TRUE(county.prove().ok);
}

}  // namespace
}  // namespace anlan::programme
