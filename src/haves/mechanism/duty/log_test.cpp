#include <algorithm>

#include "calls/commands.hpp"
#include "calls/queries.hpp"
#include "duty/log_answers.hpp"
#include "duty/log_commands.hpp"
#include "duty/town_for_tests.hpp"
#include "enforcement/outside_commands.hpp"
#include "enforcement/outside_queries.hpp"
#include "organisation/queries.hpp"
#include "response/queries.hpp"

namespace anlan::duty {
namespace {

using std::chrono::minutes;

TEST(what_is_unfinished, goes_over_with_the_shift_until_it_is_settled) {
    Town town;
    EXPECT_EQ(town.refused(NoteLine{DutyLine::safety, "", {}, {}}), "text_missing");
    const NoteId note{
        town.when(NoteLine{DutyLine::safety, "企业反映储罐渗漏", "测试化工厂", "派人查看"}).value().subject};
    town.when(NoteLine{DutyLine::government, "来电咨询，已答复", {}, {}}).value();
    const HandoverId id{town.when(OfferHandover{all_fine(), ""}, "p-out").value().subject};
    const auto handover = find_handover(town.rows(), id);
    ASSERT_EQ(handover->open.size(), 1U);
    EXPECT_EQ(handover->open[0].words, "派人查看");
    EXPECT_EQ(town.refused(SettleNote{{"x"}, "好"}), "note_unknown");
    EXPECT_EQ(town.refused(SettleNote{note, ""}), "result_missing");
    town.when(SettleNote{note, "已查看，无渗漏"}).value();
    EXPECT_TRUE(open_items(town.rows(), World::real()).empty());
    const auto log = response::duty_log(town.rows(), World::real(), 10).lines;
    EXPECT_TRUE(std::any_of(log.begin(), log.end(), [](const auto& line) {
        return line.text_zh == "【安全生产】测试化工厂：企业反映储罐渗漏；拟办：派人查看";
    }));
    EXPECT_TRUE(town.prove().ok);
}

TEST(what_the_public_reports, stands_in_the_log_and_stays_open_until_it_is_answered) {
    Town town;
    const auto filed = town.when(enforcement::FilePublicReport{"电线裸露", "码头仓库", "13900000055", {}}).value();
    const auto open = open_items(town.rows(), World::real());
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open[0].kind, "public");
    EXPECT_EQ(open[0].words, "码头仓库 电线裸露");
    town.when(enforcement::SortPublicReport{{filed.subject}, enforcement::ReportWay::answered, "今天派人处理", ""})
        .value();
    EXPECT_TRUE(open_items(town.rows(), World::real()).empty());
    const auto log = response::duty_log(town.rows(), World::real(), 10).lines;
    EXPECT_TRUE(std::any_of(log.begin(), log.end(), [](const auto& line) {
        return line.text_zh.find("群众举报：码头仓库 电线裸露") != std::string::npos &&
               line.text_zh.find("13900000055") == std::string::npos;
    }));
    EXPECT_TRUE(town.prove().ok);
}

TEST(the_holidays_of_the_rota, are_the_days_that_legal_clocks_leave_out) {
    Town town;  // on a Friday
    town.when(SetHolidays{2023, {{"2023-07-31", "测试假日"}}, {"2023-08-05"}, "通知"}).value();
    town.when(enforcement::FilePublicReport{"电线裸露", "码头仓库", "", {}}).value();
    EXPECT_EQ(enforcement::public_reports(town.rows(), 1).front().answer_by, "2023-08-05")
        << "five working days: Monday is off, the Saturday is worked for it";
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_shift_nobody_took_over, calls_the_officer_of_the_rota) {
    Town town;
    town.add_people();
    town.set_clock(parse_time("2023-07-31T20:00:00+08:00").value());
    town.publish("2023-08");
    town.set_clock(parse_time("2023-08-01T07:50:00+08:00").value());
    town.advance(minutes{0});
    const HandoverId id{town.when(OfferHandover{all_fine(), ""}, "p-out").value().subject};
    town.when(TakeHandover{id, ""}, town.people[1].text).value();
    town.advance(minutes{30});
    EXPECT_TRUE(calls::calls_of(town.rows(), "shift:2023-08-01/day").empty()) << "taken at 07:50";
    town.advance(minutes{8 * 60});
    const auto calls = calls::calls_of(town.rows(), "shift:2023-08-01/evening");
    ASSERT_EQ(calls.size(), 1U);
    const auto there = on_duty(town.rows(), town.now());
    const auto officer =
        std::find_if(there.begin(), there.end(), [](const OnDuty& on) { return on.duty.post == DutyPost::officer; });
    EXPECT_EQ(calls[0].person, officer->duty.person);
    EXPECT_TRUE(town.prove().ok);
}

TEST(taking_over, makes_the_leader_of_the_rota_the_leader_on_duty) {
    Town town;
    town.add_people();
    const auto duties = town.publish("2023-08");
    town.set_clock(parse_time("2023-08-05T07:55:00+08:00").value());
    const HandoverId id{town.when(OfferHandover{all_fine(), ""}, "p-out").value().subject};
    town.when(TakeHandover{id, ""}, town.people[1].text).value();
    const auto leads = std::find_if(duties.begin(), duties.end(), [](const Duty& duty) {
        return duty.day == "2023-08-05" && duty.post == DutyPost::leader;
    });
    EXPECT_EQ(organisation::leader_on_duty(town.rows(), kTown), leads->person);
}

struct Pair {
    Town county{kCounty, "石狮市"}, town;
    RollCallId call(std::int64_t limit = 60) {
        const RollCallId id{county.when(MakeRollCall{{kTown}, limit}, "p-officer").value().subject};
        town.hear(county);
        return id;
    }
};

TEST(a_roll_call, refuses_whoever_is_not_below) {
    Pair pair;
    EXPECT_EQ(pair.county.refused(MakeRollCall{{}, {}}), "to_missing");
    EXPECT_EQ(pair.county.refused(MakeRollCall{{kCounty}, {}}), "not_below");
    EXPECT_EQ(pair.town.refused(MakeRollCall{{kCounty}, {}}), "not_below");
    EXPECT_EQ(pair.county.refused(MakeRollCall{{kTown}, 5}), "limit_invalid");
}

TEST(a_roll_call, rings_the_officer_of_the_rota_and_tells_the_seconds_upward) {
    Pair pair;
    pair.town.add_people();
    pair.town.publish("2023-08");
    for (auto* node : {static_cast<Town*>(&pair.county), &pair.town})
        node->set_clock(parse_time("2023-08-03T10:00:00+08:00").value());
    const auto id = pair.call();
    const auto calls = calls::calls_of(pair.town.rows(), "rollcall:" + id.text);
    ASSERT_EQ(calls.size(), 1U);
    pair.town.advance(std::chrono::seconds{23});
    pair.town.when(calls::AnswerCall{{calls[0].id}, ""}, calls[0].person.text).value();
    pair.county.hear(pair.town);
    const auto told = rollcalls_answer(pair.county.rows(), World::real(), 5);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].parts[0].outcome, "present");
    EXPECT_EQ(told[0].parts[0].seconds, 23);
    pair.town.advance(std::chrono::minutes{5});
    pair.county.hear(pair.town);
    EXPECT_EQ(rollcalls_answer(pair.county.rows(), World::real(), 5)[0].parts[0].outcome, "present");
    EXPECT_TRUE(pair.county.prove().ok);
    EXPECT_TRUE(pair.town.prove().ok);
}

TEST(a_roll_call_nobody_answers, is_missed_at_its_limit) {
    Pair pair;
    pair.town.add_people();
    pair.town.publish("2023-08");
    for (auto* node : {static_cast<Town*>(&pair.county), &pair.town})
        node->set_clock(parse_time("2023-08-03T10:00:00+08:00").value());
    const auto id = pair.call(30);
    pair.town.advance(std::chrono::seconds{31});
    pair.county.hear(pair.town);
    EXPECT_EQ(rollcalls_answer(pair.county.rows(), World::real(), 5)[0].parts[0].outcome, "missed");
    EXPECT_EQ(calls::calls_of(pair.town.rows(), "rollcall:" + id.text)[0].state, "closed");
    EXPECT_EQ(statistics(pair.county.rows(), "2023-08-01", "2023-08-31").value().rollcalls.total, 1);
    EXPECT_EQ(statistics(pair.county.rows(), "2023-08-01", "2023-08-31").value().rollcalls.done, 0);
    EXPECT_TRUE(pair.town.prove().ok);
}

TEST(statistics, count_turns_and_refuse_days_that_never_were) {
    Town town;
    town.add_people();
    const auto duties = town.publish("2023-08");
    EXPECT_EQ(statistics(town.rows(), "2023-02-30", "2023-03-01").error().code, "day_invalid");
    EXPECT_EQ(statistics(town.rows(), "2023-03-02", "2023-03-01").error().code, "days_order");
    const auto month = statistics(town.rows(), "2023-08-01", "2023-08-31").value();
    std::int64_t turns = 0;
    for (const auto& each : month.people) turns += each.duties;
    EXPECT_EQ(turns, static_cast<std::int64_t>(duties.size()));
    EXPECT_EQ(month.periods.size(), 31U);
    EXPECT_EQ(statistics(town.rows(), "2023-01-01", "2023-12-31").value().periods.size(), 12U);
    EXPECT_EQ(workbook_of(month, "永宁镇").sheets.at(1).rows.size(), month.people.size());
}

}  // namespace
}  // namespace anlan::duty
