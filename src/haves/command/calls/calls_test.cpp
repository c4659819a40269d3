#include <gtest/gtest.h>

#include "calls/commands.hpp"
#include "calls/queries.hpp"
#include "calls/records.hpp"
#include "calls/room.hpp"
#include "calls/test_village.inc"
#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "policy/room.hpp"
#include "trial/trial.hpp"

namespace anlan::calls {
namespace {

using std::chrono::minutes;
using test::kTown;
using test::kVillage;

/// A village head with a deputy, a helper who knocks at doors, and a leader on duty at the town.
struct a_call : ::testing::Test {
    a_call() : trial({policy::make_room(), organisation::make_room(), make_room()}) {
        trial
            .when(organisation::AdoptAreas{
                {{kTown, "永宁镇", AreaCode{"350581000000"}, 118.7, 24.7}, {kVillage, "梅林村", kTown, 118.68, 24.66}}})
            .value();
        leader = person("测试甲", kTown);
        post("duty_leader", kTown, leader, {});
        head = person("测试乙", kVillage);
        deputy = person("测试丙", kVillage);
        helper = person("测试丁", kVillage);
        head_post = post("village_head", kVillage, head, deputy);
        post("household_helper", kVillage, helper, {});
    }

    PersonId person(const std::string& name, const AreaCode& area) {
        return {
            trial.when(organisation::AddPerson{name, "13900001234", area, false, {"flood_typhoon"}}).value().subject};
    }
    PostId post(const std::string& code, const AreaCode& area, const PersonId& holder, const PersonId& second) {
        const PostId made{
            trial.when(organisation::CreatePost{code, code, area, "", false, false, "", 0}).value().subject};
        trial.when(organisation::Appoint{made, holder, second, ""}).value();
        return made;
    }
    CallId place(std::vector<HouseholdId> households = {}) {
        return {trial
                    .when(PlaceCall{
                        "r1",
                        head,
                        head_post,
                        kVillage,
                        "台风红色预警",
                        "请立即组织避险",
                        "red",
                        "typhoon",
                        1,
                        std::move(households)})
                    .value()
                    .subject};
    }
    CallRow row(const CallId& call) { return *call_row(trial.rows(), call); }

    trial::Trial trial;
    PersonId leader, head, deputy, helper;
    PostId head_post;
};

TEST_F(a_call, is_refused_for_a_stranger_and_without_words) {
    EXPECT_EQ(
        trial
            .when(PlaceCall{
                .origin = "r1",
                .person = {"nobody"},
                .post = {},
                .area = kVillage,
                .headline = "x",
                .text = {},
                .colour = {},
                .hazard = {},
                .households = {}})
            .error()
            .code,
        "person_unknown"
    );
    EXPECT_EQ(
        trial
            .when(PlaceCall{
                .origin = "r1",
                .person = head,
                .post = {},
                .area = kVillage,
                .headline = "",
                .text = {},
                .colour = {},
                .hazard = {},
                .households = {}})
            .error()
            .code,
        "headline_empty"
    );
}

TEST_F(a_call, is_answered_only_by_who_was_called) {
    const auto call = place();
    EXPECT_EQ(trial.when(AnswerCall{{"no"}, ""}, head.text).error().code, "call_unknown");
    EXPECT_EQ(trial.when(AnswerCall{call, ""}, "p-stranger").error().code, "not_called");
    EXPECT_EQ(trial.when(AnswerCall{call, ""}, deputy.text).error().code, "not_called")
        << "the deputy's turn has not come";
    trial.advance(minutes{1});
    ASSERT_TRUE(trial.when(AnswerCall{call, "收到"}, head.text));
    EXPECT_EQ(row(call).seconds, 60);
    EXPECT_EQ(trial.when(AnswerCall{call, ""}, head.text).error().code, "already_answered");
    EXPECT_GT(journal::sent_out(trial.rows(), "up/0").number, 0) << "the county hears of it first";
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_call, placed_twice_by_the_same_response_is_one_call) {
    const auto first = place();
    EXPECT_EQ(place(), first);
    EXPECT_TRUE(trial.written().empty());
}

TEST_F(a_call, climbs_to_the_door_when_nobody_answers) {
    const auto call = place({{"h1"}, {"h2"}});
    std::vector<std::string> roles;
    for (int i = 0; i < 12 && row(call).state == CallState::ringing; ++i) {
        trial.advance(minutes{5});
        roles.push_back(to_text(row(call).ladder[static_cast<std::size_t>(row(call).stage)].role));
    }
    EXPECT_EQ(row(call).state, CallState::door_knock);
    EXPECT_EQ(roles.front(), "repeat");
    EXPECT_EQ(roles.back(), "door_knock");
    EXPECT_NE(std::find(roles.begin(), roles.end(), "deputy"), roles.end());
    EXPECT_NE(std::find(roles.begin(), roles.end(), "leader"), roles.end());
    EXPECT_EQ(
        trial.when(RecordKnock{call, {"h9"}, KnockOutcome::informed, ""}, helper.text).error().code, "household_unknown"
    );
    EXPECT_EQ(
        trial.when(RecordKnock{call, {"h1"}, KnockOutcome::informed, ""}, "p-stranger").error().code, "not_yours"
    );
    EXPECT_EQ(
        trial.when(RecordKnock{call, {"h1"}, KnockOutcome::waiting, ""}, helper.text).error().code, "outcome_missing"
    );
    ASSERT_TRUE(trial.when(RecordKnock{call, {"h1"}, KnockOutcome::moved, "已转移"}, helper.text));
    EXPECT_EQ(row(call).state, CallState::door_knock);
    ASSERT_TRUE(trial.when(RecordKnock{call, {"h2"}, KnockOutcome::absent, ""}, helper.text));
    EXPECT_EQ(row(call).state, CallState::answered);
    EXPECT_EQ(row(call).answer_channel, "door");
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_call, never_ends_unanswered_and_unescalated) {
    const auto call = place();
    for (int i = 0; i < 200; ++i) {
        const auto now = row(call);
        const bool watched =
            trial.rows().value<std::int64_t>("SELECT COUNT(*) FROM deadline WHERE key = :k", "call/" + call.text) == 1;
        ASSERT_TRUE(!now.open() || watched || now.exhausted != 0) << "after " << i << " minutes";
        trial.advance(minutes{1});
    }
    EXPECT_EQ(row(call).exhausted, 1) << "the desk is told that nobody is left";
    ASSERT_TRUE(trial.when(AnswerCall{call, ""}, deputy.text)) << "a late answer is still an answer";
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_call, heard_by_telephone_is_recorded_with_both_names) {
    const auto call = place();
    EXPECT_EQ(trial.when(RecordAnswer{call, head, AnswerChannel::app, ""}).error().code, "channel_invalid");
    EXPECT_EQ(trial.when(RecordAnswer{call, {"p-stranger"}, AnswerChannel::telephone, ""}).error().code, "not_called");
    ASSERT_TRUE(trial.when(RecordAnswer{call, deputy, AnswerChannel::telephone, "副主任接听"}));
    EXPECT_EQ(row(call).recorded_by.text, "p-officer");
    EXPECT_EQ(row(call).answered_by, deputy);
}

TEST_F(a_call, given_up_on_one_person_rings_the_next_at_once) {
    const auto call = place();
    EXPECT_EQ(trial.when(GiveUpOnPerson{call, "", ""}).error().code, "reason_missing");
    ASSERT_TRUE(trial.when(GiveUpOnPerson{call, "停机", "找副手"}));
    EXPECT_EQ(trial.kinds(), (std::vector<std::string>{"call.unreachable", "call.escalated"}));
    EXPECT_EQ(row(call).turn, deputy) << "a telephone that is cut off is not rung again";
    EXPECT_EQ(trial.when(EscalateCall{call}, "system:calls.escalate").value().first_seq, 0)
        << "the deputy has a time of their own";
    EXPECT_EQ(row(call).turn, deputy);
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_call, of_a_drill_says_so_and_is_answered_inside_it) {
    const auto drill = World::drill({"d1"});
    const CallId call{
        trial
            .when(
                PlaceCall{"r2", head, head_post, kVillage, "台风红色预警", "避险", "red", "typhoon", 1, {}}, "p", drill
            )
            .value()
            .subject};
    EXPECT_EQ(row(call).headline, "【演练】台风红色预警");
    ASSERT_TRUE(trial.when(AnswerCall{call, ""}, head.text)) << "the phone does not choose a world";
    EXPECT_EQ(trial.written().front().drill, "d1");
    EXPECT_EQ(counts_of(trial.rows(), "r2", trial.now()).answered, 1);
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_call, survives_a_clock_that_jumps_back) {
    const auto call = place();
    trial.set_clock(trial.now() - std::chrono::hours{1});
    ASSERT_TRUE(trial.when(AnswerCall{call, ""}, head.text));
    EXPECT_EQ(row(call).seconds, 0);
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_call, ends_with_its_response) {
    const auto call = place();
    ASSERT_TRUE(trial.when(CloseCalls{"r1", "响应结束"}));
    EXPECT_EQ(trial.when(AnswerCall{call, ""}, head.text).error().code, "already_closed");
    trial.advance(std::chrono::hours{2});
    EXPECT_TRUE(trial.written().empty()) << "nobody is rung any more";
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(a_call, is_one_of_a_thousand_placed_in_one_commit) {
    std::vector<PersonId> people;
    for (int i = 0; i < 1'000; ++i) people.push_back(person("测试" + std::to_string(i), kVillage));
    const auto start = std::chrono::steady_clock::now();
    for (const auto& one : people)
        trial.writer().submit(
            journal::wish(
                World::real(), "p", PlaceCall{"r9", one, {}, kVillage, "台风红色预警", "避险", "red", "typhoon", 1, {}}
            ),
            [](const Result<journal::Outcome>& placed) { EXPECT_TRUE(placed); }
        );
    trial.writer().run_pending();
    const auto span =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start).count();
    RecordProperty("milliseconds", static_cast<int>(span));
    std::printf("1,000 calls placed in %lld ms\n", static_cast<long long>(span));
    EXPECT_EQ(counts_of(trial.rows(), "r9", trial.now()).total, 1'000);
}

}  // namespace
}  // namespace anlan::calls
