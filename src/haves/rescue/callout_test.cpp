#include "rescue/test_town.inc"

namespace anlan::rescue {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

const World kDrill = World::drill(DrillId{"D1"});

TEST(calling_out, is_refused_without_a_task_a_place_and_people_who_can_come) {
    Town town;
    const auto team = town.team("一队", 1);
    const auto member = town.members[team.text].front();
    auto errand = Town::errand(1);
    EXPECT_EQ(town.refused(OrderCallout{errand, {}}), "teams_missing");
    EXPECT_EQ(town.refused(OrderCallout{errand, {{"none"}}}), "team_unknown");
    errand.title = "";
    EXPECT_EQ(town.refused(OrderCallout{errand, {team}}), "title_missing");
    errand = Town::errand(0);
    EXPECT_EQ(town.refused(OrderCallout{errand, {team}}), "wanted_invalid");
    errand = Town::errand(1);
    errand.lat = 190;
    EXPECT_EQ(town.refused(OrderCallout{errand, {team}}), "place_invalid");
    ASSERT_TRUE(town.when(FilePaper{member, PaperKind::certificate, "急救员证", "", "", "2023-07-28"}));
    town.advance(std::chrono::hours{24});
    EXPECT_EQ(town.refused(OrderCallout{Town::errand(1), {team}}), "nobody_can_come") << "their paper is over";
}

TEST(a_call_out, rings_everybody_by_a_call_that_climbs_to_nobody_else) {
    Town town;
    const auto team = town.team("一队", 3);
    const auto id = town.call_out({team}, 2);
    EXPECT_EQ(calls::calls_of(town.rows(), "callout:" + id.text).size(), 3U);
    town.advance(std::chrono::hours{2});
    for (const auto& call : calls::calls_of(town.rows(), "callout:" + id.text)) {
        EXPECT_EQ(call.exhausted, 1);
        EXPECT_LE(call.escalations, 1) << "the same person again, nobody else";
    }
}

TEST(answering, is_for_those_who_are_called_and_wants_a_reason_for_a_no) {
    Town town;
    const auto team = town.team("一队", 2);
    const auto stranger = town.person("测试路人");
    const auto id = town.call_out({team}, 1);
    const auto member = town.members[team.text][0];
    EXPECT_EQ(town.refused(AnswerCallout{{"none"}, true, "", {}}, member.text), "callout_unknown");
    EXPECT_EQ(town.refused(AnswerCallout{id, true, "", {}}, stranger.text), "not_called");
    EXPECT_EQ(town.refused(AnswerCallout{id, true, "", member}, stranger.text), "not_permitted");
    EXPECT_EQ(town.refused(AnswerCallout{id, false, "", {}}, member.text), "reason_missing");
    ASSERT_TRUE(town.when(AnswerCallout{id, true, "", {}}, member.text));
    const auto calls = calls::calls_of(town.rows(), "callout:" + id.text);
    EXPECT_EQ(std::count_if(calls.begin(), calls.end(), [](const auto& call) { return call.state == "answered"; }), 1);
    ASSERT_TRUE(town.when(AnswerCallout{id, true, "", {}}, member.text));
    EXPECT_TRUE(town.written().empty()) << "said twice it is said once";
    ASSERT_TRUE(town.when(AnswerCallout{id, false, "在外地", {}}, member.text)) << "a mind may change";
    EXPECT_EQ(town.state(id, member), MemberState::declined);
}

TEST(arriving, is_timed_by_the_station_whatever_the_phone_says) {
    Town town;
    const auto team = town.team("一队", 2);
    const auto id = town.call_out({team}, 2);
    const auto& people = town.members[team.text];
    town.advance(seconds{100});
    ASSERT_TRUE(town.when(Arrive{id, {}, 40}, people[0].text)) << "sent forty seconds late";
    EXPECT_EQ(called_member(town.rows(), id, people[0]).value().arrival_seconds, 60);
    ASSERT_TRUE(town.when(Arrive{id, {}, 99'999}, people[1].text)) << "a phone whose clock is days wrong";
    EXPECT_EQ(called_member(town.rows(), id, people[1]).value().arrival_seconds, 0);
    EXPECT_EQ(town.refused(AnswerCallout{id, false, "迟了", {}}, people[0].text), "already_arrived");
}

TEST(a_team, has_turned_out_when_its_strength_is_there) {
    Town town;
    const auto team = town.team("一队", 6);
    const auto id = town.call_out({team}, 6);
    for (int i = 0; i < 5; ++i) {
        town.advance(seconds{30});
        ASSERT_TRUE(town.when(Arrive{id, {}, {}}, town.members[team.text][static_cast<std::size_t>(i)].text));
    }
    const auto teams = called_teams(town.rows(), id);
    ASSERT_EQ(teams.size(), 1U);
    EXPECT_EQ(teams.front().seconds, 150);
    const auto sum = turnouts_in(town.rows(), World::real());
    EXPECT_EQ(sum.in_time, 1) << "five minutes by day";
    EXPECT_EQ(sum.slowest_seconds, 150);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_position, is_one_and_is_destroyed_when_the_call_out_ends) {
    Town town;
    const auto team = town.team("一队", 1);
    const auto id = town.call_out({team}, 1);
    const auto member = town.members[team.text].front();
    ASSERT_TRUE(town.when(SetOut{id, 118.71, 24.70}, member.text));
    const auto called = called_member(town.rows(), id, member).value();
    EXPECT_EQ(called.state, MemberState::on_the_way);
    EXPECT_NEAR(called.metres.value(), 1010, 10);
    const auto ref = position_ref(id.text);
    EXPECT_TRUE(journal::vault::reveal(town.rows(), ref, member.text));
    for (const auto& body : town.rows().list<std::string>("SELECT body FROM journal WHERE kind = 'callout.set_out/1'"))
        EXPECT_EQ(body.find("118.71"), std::string::npos);
    ASSERT_TRUE(town.when(CloseCallout{id, "险情解除"}));
    EXPECT_FALSE(journal::vault::reveal(town.rows(), ref, member.text));
    EXPECT_EQ(town.state(id, member), MemberState::stood_down);
    EXPECT_TRUE(town.prove().ok);
}

TEST(too_few, are_said_at_the_limit_with_the_next_team) {
    Town town;
    const auto first = town.team("一队", 2), second = town.team("二队", 3);
    const auto id = town.call_out({first}, 2);
    ASSERT_TRUE(town.when(AnswerCallout{id, true, "", {}}, town.members[first.text][0].text));
    town.advance(minutes{2});
    const auto lacking = find_callout(town.rows(), id).value();
    EXPECT_TRUE(lacking.short_at);
    EXPECT_EQ(lacking.next_team, second);
    ASSERT_TRUE(town.when(CallTeam{id, second}));
    EXPECT_EQ(town.refused(CallTeam{id, second}), "already_called");
    EXPECT_FALSE(find_callout(town.rows(), id).value().short_at);
    EXPECT_EQ(called_members(town.rows(), id).size(), 5U);
}

TEST(the_last_no, says_at_once_that_too_few_come) {
    Town town;
    const auto team = town.team("一队", 2);
    const auto id = town.call_out({team}, 1);
    ASSERT_TRUE(town.when(AnswerCallout{id, false, "在外地", {}}, town.members[team.text][0].text));
    EXPECT_FALSE(find_callout(town.rows(), id).value().short_at);
    ASSERT_TRUE(town.when(AnswerCallout{id, false, "生病", {}}, town.members[team.text][1].text));
    const auto lacking = find_callout(town.rows(), id).value();
    EXPECT_TRUE(lacking.short_at);
    EXPECT_TRUE(lacking.next_team.empty()) << "no team of our own is left";
}

TEST(somebody_who_is_out, is_not_called_twice) {
    Town town;
    const auto team = town.team("一队", 2);
    const auto first = town.call_out({team}, 1);
    EXPECT_EQ(town.refused(OrderCallout{Town::errand(1), {team}}), "nobody_can_come");
    ASSERT_TRUE(town.when(AnswerCallout{first, false, "在外地", {}}, town.members[team.text][0].text));
    const auto second = town.call_out({team}, 1);
    EXPECT_EQ(called_members(town.rows(), second).size(), 1U) << "who said no may be asked again, who is out is not";
}

TEST(a_drill, calls_nobody_out_who_is_out_in_reality_and_rings_only_in_the_drill) {
    Town town;
    const auto team = town.team("一队", 3);
    const auto real = town.call_out({team}, 1);
    EXPECT_EQ(town.refused(OrderCallout{Town::errand(1), {team}}, "p", kDrill), "nobody_can_come");
    ASSERT_TRUE(town.when(CloseCallout{real, "测试结束"}));
    const auto drill = town.call_out({team}, 1, kDrill);
    for (const auto& entry : town.written()) EXPECT_EQ(entry.drill, "D1") << entry.kind;
    for (const auto& call :
         town.rows().list<std::string>("SELECT headline FROM call WHERE origin = :o", "callout:" + drill.text))
        EXPECT_TRUE(call.starts_with("【演练】")) << call;
    ASSERT_TRUE(town.when(AnswerCallout{drill, true, "", {}}, town.members[team.text][0].text));
    for (const auto& entry : town.written()) EXPECT_EQ(entry.drill, "D1");
    EXPECT_EQ(town.refused(OrderCallout{Town::errand(1), {team}}), "") << "reality does not wait for a drill";
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::rescue
