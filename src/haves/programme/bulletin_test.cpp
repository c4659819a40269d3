#include "programme/bulletin.hpp"

#include "organisation/commands.hpp"
#include "programme/building_commands.hpp"
#include "programme/funds_commands.hpp"
#include "programme/trial_stations.inc"

namespace anlan::programme {
namespace {

Day day(const char* text) {
    return parse_day(text, "day").value();
}

TEST(a_week, is_numbered_by_its_thursday) {
    EXPECT_EQ(week_of(day("2026-01-01")).number, 1);
    EXPECT_EQ(week_of(day("2025-12-29")).year, 2026) << "its Thursday lies in the new year";
    EXPECT_EQ(week_of(day("2021-01-03")).number, 53);
    EXPECT_EQ(week_of(day("2021-01-03")).year, 2020);
    EXPECT_EQ(to_text(week_of(day("2026-11-29")).monday), "2026-11-23") << "a Sunday belongs to the week before it";
}

TEST(a_week, is_asked_for_by_name_and_never_one_to_come) {
    const auto today = day("2026-11-30");
    const auto code = [&](const char* text) {
        const auto found = week_asked(text, today);
        return found ? to_text(found.value().monday) : found.error().code;
    };
    EXPECT_EQ(code(""), "2026-11-30");
    EXPECT_EQ(code("2026-W48"), "2026-11-23");
    EXPECT_EQ(code("2020-W53"), "2020-12-28");
    for (const auto* wrong : {"2026-W50", "2021-W53", "2026-W00", "2026-48", "2026-Wxx", "W48-2026", "2026-W481"})
        EXPECT_EQ(code(wrong), "week_invalid") << wrong;
}

/// Four tasks in July 2023; the trial's clock stands at Friday the 28th, in week 30 (24–30 July).
struct a_bulletin : testing::Test {
    trial::Trial county{rooms_of_a_station(), kCounty, "石狮市"}, town{rooms_of_a_station(), kTown, "永宁镇"};

    static BuildTask task(const char* id, const char* title, const char* begin, const char* end) {
        return {id, "build", title, "test", "zhanzhang", begin, end, {}, ""};
    }
    void SetUp() override {
        const BuildPlan plan{
            2023,
            "测试",
            {{"build", "建设", "Building"}},
            {task("a", "修缮值班室", "2023-07-01", "2023-07-10"),
             task("b", "装视频会议", "2023-07-11", "2023-07-26"),
             task("c", "编预案", "2023-07-11", "2023-07-20"),
             task("d", "挂牌", "2023-07-28", "2023-08-02")}};
        county
            .when(organisation::AdoptAreas{
                {{kCounty, "石狮市", kPrefecture, {}, {}},
                 {kTown, "永宁镇", kCounty, {}, {}},
                 {AreaCode{"350581102000"}, "蚶江镇", kCounty, {}, {}}}})
            .value();
        county.when(AdoptBuildPlan{plan}).value();
        town.hear(county);
        town.when(ReportBuildTask{2023, "a", BuildState::done, "2023-07-09", {}}).value();
        town.when(ReportBuildTask{2023, "b", BuildState::done, "2023-07-27", "材料到货晚"}).value();
        town.when(ReportBuildTask{2023, "c", BuildState::started, "2023-07-18", "等县里批复"}).value();
        town.when(SetBudget{2023, FundSource::county, FundLine::equipment, 3'000'000, "测〔2023〕1号"}).value();
        const auto contract = town.when(SignContract{
            2023,
            FundSource::county,
            FundLine::equipment,
            "测试终端",
            "测试供应商",
            "",
            2'000'000,
            "2023-07-03",
            Procurement::other,
            "没有"});
        const ContractId id{contract.value().subject};
        town.when(MakePayment{id, 500'000, "记-1", "2023-07-05", {}}).value();
        town.when(MakePayment{id, 700'000, "记-2", "2023-07-25", {}}).value();
        county.hear(town);
    }
    Bulletin of(const char* week, trial::Trial& at) {
        return bulletin_of(at.rows(), at.writer().node(), week_asked(week, day_at(at.now())).value(), at.now()).value();
    }
    static std::string text(const documents::Official& paper) { return to_json_text(paper); }
};

TEST_F(a_bulletin, says_what_was_finished_what_is_late_and_what_comes) {
    const auto told = of("", county);
    EXPECT_EQ(told.as_of, "2023-07-28") << "the week is not over";
    ASSERT_EQ(told.stations.size(), 1U);
    const auto& station = told.stations.front();
    EXPECT_EQ(station.done, 2);
    ASSERT_EQ(station.finished.size(), 1U);
    EXPECT_EQ(station.finished.front().title, "装视频会议");
    ASSERT_EQ(station.delayed.size(), 1U);
    EXPECT_EQ(station.delayed.front().note, "等县里批复");
    EXPECT_EQ(station.delayed.front().late_days, 8);
    ASSERT_EQ(station.coming.size(), 1U);
    EXPECT_EQ(station.coming.front().id, "d");
    EXPECT_EQ(told.silent, std::vector<std::string>{"蚶江镇"}) << "silence is told too";
}

TEST_F(a_bulletin, of_a_week_past_knows_nothing_of_what_came_later) {
    const auto told = of("2023-W27", county);
    EXPECT_EQ(told.as_of, "2023-07-09");
    const auto& station = told.stations.front();
    EXPECT_EQ(station.done, 1);
    EXPECT_EQ(station.finished.front().title, "修缮值班室");
    EXPECT_TRUE(station.delayed.empty());
    EXPECT_EQ(station.money.paid_fen, 500'000);
    EXPECT_EQ(station.money.paid_in_week_fen, 500'000);
    EXPECT_EQ(station.reuse.bought_fen, 2'000'000);
}

TEST_F(a_bulletin, adds_up_money_by_the_week) {
    const auto& money = of("", town).stations.front().money;
    EXPECT_EQ(money.budget_fen, 3'000'000);
    EXPECT_EQ(money.bound_fen, 2'000'000);
    EXPECT_EQ(money.paid_fen, 1'200'000);
    EXPECT_EQ(money.paid_in_week_fen, 700'000);
}

TEST_F(a_bulletin, shows_money_only_to_those_who_may_see_the_books) {
    const auto told = of("", county);
    EXPECT_NE(text(bulletin_paper(told, "石狮市", true)).find("12000.00"), std::string::npos);
    const auto without = text(bulletin_paper(told, "石狮市", false));
    EXPECT_EQ(without.find("12000.00"), std::string::npos);
    EXPECT_NE(without.find("五、利旧与采购"), std::string::npos) << "headings are numbered without a gap";
    EXPECT_NE(without.find("等县里批复"), std::string::npos);
}

TEST_F(a_bulletin, waits_for_a_plan) {
    trial::Trial other{rooms_of_a_station(), AreaCode{"350582000000"}, "晋江市"};
    const auto week = week_of(day_at(other.now()));
    EXPECT_EQ(bulletin_of(other.rows(), other.writer().node(), week, other.now()).error().code, "plan_unknown");
}

}  // namespace
}  // namespace anlan::programme
