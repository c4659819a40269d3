#include <algorithm>

#include "duty/town_for_tests.hpp"
#include "response/commands.hpp"

namespace anlan::duty {
namespace {

TEST(a_rota, refuses_what_is_no_turn_of_the_month) {
    Town town;
    town.add_people(3);
    const auto& p = town.people;
    EXPECT_EQ(town.refused(SaveRota{"2023-13", 0, {}}), "month_invalid");
    EXPECT_EQ(town.refused(SaveRota{"2023-02", 0, {{"2023-02-30", "day", DutyPost::officer, p[1]}}}), "day_invalid");
    EXPECT_EQ(town.refused(SaveRota{"2023-08", 0, {{"2023-09-01", "day", DutyPost::officer, p[1]}}}), "no_such_place");
    EXPECT_EQ(town.refused(SaveRota{"2023-08", 0, {{"2023-08-01", "tea", DutyPost::officer, p[1]}}}), "no_such_place");
    EXPECT_EQ(town.refused(SaveRota{"2023-08", 0, {{"2023-08-01", "day", DutyPost::leader, p[0]}}}), "no_such_place");
    EXPECT_EQ(
        town.refused(SaveRota{"2023-08", 0, {{"2023-08-01", "day", DutyPost::officer, {"nobody"}}}}), "person_unknown"
    );
    const Duty one{"2023-08-01", "day", DutyPost::officer, p[1]};
    EXPECT_EQ(town.refused(SaveRota{"2023-08", 0, {one, one}}), "twice");
    EXPECT_EQ(town.refused(SaveRota{"2023-08", 0, {one}}, "p-officer", World::drill({"d1"})), "rota_is_real");
    EXPECT_EQ(town.refused(SaveRota{"2023-08", 1, {one}}), "already_changed");
    EXPECT_EQ(town.refused(SaveRota{"2023-08", 0, {one}}), "");
    EXPECT_EQ(town.refused(SaveRota{"2023-08", 0, {}}), "already_changed");
}

TEST(a_rota_that_breaks_a_rule, is_published_only_with_a_reason) {
    Town town;
    town.add_people(4);
    EXPECT_EQ(town.refused(PublishRota{"2023-08", ""}), "rota_unknown");
    town.when(SaveRota{"2023-08", 0, {{"2023-08-01", "day", DutyPost::officer, town.people[1]}}}).value();
    const auto outcome = town.when(PublishRota{"2023-08", ""});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, "rule_broken");
    EXPECT_NE(outcome.error().zh.find("8月1日"), std::string::npos);
    town.when(PublishRota{"2023-08", "人员不足，已报领导同意"}).value();
    const auto rota = find_rota(town.rows(), "2023-08");
    EXPECT_GT(rota->broken, 0);
    EXPECT_EQ(rota->published_version, 1);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_published_month, says_who_is_there_now) {
    Town town;
    town.add_people();
    town.publish("2023-08");
    town.set_clock(parse_time("2023-08-03T02:00:00+08:00").value());
    const auto there = on_duty(town.rows(), town.now());
    ASSERT_EQ(there.size(), 4U);
    for (const auto& each : there) EXPECT_EQ(each.duty.day, "2023-08-02");
    const auto officer =
        std::find_if(there.begin(), there.end(), [](const OnDuty& o) { return o.duty.post == DutyPost::officer; });
    EXPECT_EQ(officer->duty.shift, "night");
    EXPECT_TRUE(town.prove().ok);
}

TEST(leave, of_a_leader_is_covered_and_the_two_heads_are_never_away_at_once) {
    Town town;
    town.add_people(6);
    const auto& p = town.people;
    for (const auto& [code, holder] : {std::pair{"party_secretary", p[0]}, std::pair{"town_head", p[3]}}) {
        const PostId post{
            town.when(organisation::CreatePost{code, code, kTown, "", true, false, "", 0}).value().subject};
        town.when(organisation::Appoint{post, holder, {}, ""}).value();
    }
    const auto by = [&](std::size_t i,
                        const std::string& from,
                        const std::string& until,
                        std::optional<PersonId> stand_in) {
        return town.refused(FileLeave{from, until, LeaveKind::official, LeavePlace::province, stand_in, {}}, p[i].text);
    };
    EXPECT_EQ(by(0, "2023-02-29", "2023-03-02", p[1]), "day_invalid");
    EXPECT_EQ(by(0, "2023-08-03", "2023-08-02", p[1]), "days_order");
    EXPECT_EQ(by(0, "2023-08-03", "2023-08-05", {}), "stand_in_missing");
    EXPECT_EQ(by(0, "2023-08-03", "2023-08-05", p[0]), "stand_in_missing");
    EXPECT_EQ(by(1, "2023-08-04", "2023-08-04", {}), "");
    EXPECT_EQ(by(0, "2023-08-03", "2023-08-05", p[1]), "stand_in_away");
    EXPECT_EQ(by(0, "2023-08-03", "2023-08-05", p[2]), "");
    EXPECT_EQ(by(0, "2023-08-05", "2023-08-06", p[2]), "already_filed");
    EXPECT_EQ(by(3, "2023-08-05", "2023-08-07", p[2]), "both_heads_away");
    EXPECT_EQ(by(3, "2023-08-06", "2023-08-07", p[2]), "");
    const auto leave = leave_between(town.rows(), "2023-08-03", "2023-08-03");
    ASSERT_EQ(leave.size(), 1U);
    town.set_clock(parse_time("2023-08-04T09:00:00+08:00").value());
    town.when(EndLeave{leave.front().id}, p[0].text).value();
    EXPECT_TRUE(leave_between(town.rows(), "2023-08-05", "2023-08-05").empty());
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_response_in_force, reinforces_the_rota_and_freezes_leave_at_the_highest) {
    Town town;
    town.add_people(6);
    town.when(Reinforce{"r1", 1, town.now() + std::chrono::hours{48}}, "system:duty").value();
    EXPECT_EQ(level_on(town.rows(), "2023-07-29"), 1);
    EXPECT_EQ(level_on(town.rows(), "2023-07-31"), 0);
    EXPECT_EQ(
        town.refused(
            FileLeave{"2023-07-29", "2023-07-29", LeaveKind::holiday, LeavePlace::city, {}, {}}, town.people[1].text
        ),
        "leave_frozen"
    );
    const auto month = month_facts(town.rows(), "2023-07").value();
    const auto slots = slots_of(month);
    const auto officer = std::find_if(slots.begin(), slots.end(), [](const Slot& s) {
        return s.day == "2023-07-29" && s.post == DutyPost::officer && s.shift == "day";
    });
    EXPECT_EQ(officer->people, 2);
    town.when(EndReinforcement{"r1"}, "system:duty").value();
    EXPECT_EQ(level_on(town.rows(), "2023-07-29"), 0);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_drill, reinforces_nothing_real) {
    Town town;
    town.when(Reinforce{"r1", 1, town.now() + std::chrono::hours{48}}, "system:duty", World::drill({"d1"})).value();
    EXPECT_EQ(level_on(town.rows(), "2023-07-28"), 0);
}

TEST(holidays, of_a_year_not_entered_are_those_the_law_names) {
    Town town;
    EXPECT_EQ(month_facts(town.rows(), "2027-10").value().days[0].kind, DayKind::holiday);
    EXPECT_EQ(month_facts(town.rows(), "2027-10").value().days[4].kind, DayKind::work);
    EXPECT_EQ(town.refused(SetHolidays{2027, {{"2027-10-05", "国庆节"}}, {"2027-10-09"}, ""}), "source_missing");
    EXPECT_EQ(town.refused(SetHolidays{2027, {{"2026-10-05", "国庆节"}}, {}, "通知"}), "year_other");
    town.when(SetHolidays{2027, {{"2027-10-05", "国庆节"}}, {"2027-10-09"}, "通知"}).value();
    EXPECT_EQ(month_facts(town.rows(), "2027-10").value().days[4].kind, DayKind::holiday);
    EXPECT_EQ(month_facts(town.rows(), "2027-10").value().days[8].kind, DayKind::work) << "a Saturday that is worked";
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::duty
