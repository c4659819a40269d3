#include <gtest/gtest.h>

#include "calls/channel_commands.hpp"
#include "calls/channel_queries.hpp"
#include "calls/channel_records.hpp"
#include "calls/channel_words.hpp"
#include "calls/test_village.inc"
#include "journal/vault.hpp"
#include "policy/commands.hpp"
#include "seal/base64url.hpp"
#include "seal/p256.hpp"
#include "subscriptions/commands.hpp"

namespace anlan::calls::test {
namespace {

using namespace std::chrono_literals;

struct channels : ::testing::Test {
    void wake(Channel channel, bool awake = true) {
        village.trial.when(TellChannel{channel, awake, awake ? "" : "设备已断开", awake ? "" : "the device is gone"})
            .value();
    }
    std::vector<CarryRow> carries(const CallId& call) { return carry_rows(village.trial.rows(), call.text); }
    std::vector<Carry> wanted(Channel channel = Channel::sms) {
        return to_carry(village.trial.rows(), channel, "永宁镇", village.trial.now() - 24h);
    }
    void tell(const std::string& carry, Carriage state, std::int64_t parts = 1) {
        village.trial.when(TellCarriage{{carry}, state, parts, {}, {}}).value();
    }
    Result<journal::Outcome> hear(const std::string& words, const std::string& from = "+8613900001234") {
        return village.trial.when(HearReply{Channel::sms, from, words});
    }

    Village village;
};

TEST_F(channels, that_nobody_serves_change_nothing) {
    const auto call = village.place();
    village.trial.advance(60s);
    EXPECT_TRUE(carries(call).empty());
}

TEST_F(channels, follow_one_another_before_the_call_climbs_to_the_next_person) {
    wake(Channel::sms);
    wake(Channel::voice);
    const auto call = village.place();
    EXPECT_TRUE(wanted().empty()) << "the page on the telephone has its half minute";
    village.trial.advance(30s);
    ASSERT_EQ(wanted().size(), 1u);
    EXPECT_EQ(wanted()[0].words, "【永宁镇】台风红色预警：请立即组织避险。收到请回复1");
    EXPECT_EQ(wanted()[0].address, "13900001234");
    EXPECT_TRUE(wanted(Channel::voice).empty());
    village.trial.advance(30s);
    EXPECT_EQ(wanted(Channel::voice).size(), 1u);
    EXPECT_EQ(village.row(call).stage, 0);
    village.trial.advance(5min);
    EXPECT_GT(village.row(call).stage, 0);
    EXPECT_TRUE(village.trial.prove().ok);
}

TEST_F(channels, that_sleep_are_passed_over_at_once_and_said) {
    wake(Channel::sms, false);
    wake(Channel::voice);
    const auto call = village.place();
    village.trial.advance(30s);
    const auto tried = carries(call);
    ASSERT_EQ(tried.size(), 2u);
    EXPECT_EQ(tried[0].state, Carriage::passed);
    EXPECT_EQ(tried[0].why, "asleep");
    EXPECT_EQ(tried[1].channel, Channel::voice);
}

TEST_F(channels, that_fail_give_way_to_the_next_at_once) {
    wake(Channel::sms);
    wake(Channel::voice);
    const auto call = village.place();
    village.trial.advance(30s);
    tell(wanted()[0].id.text, Carriage::failed, 0);
    EXPECT_EQ(wanted(Channel::voice).size(), 1u);
    EXPECT_EQ(carries(call)[0].state, Carriage::failed);
    tell(carries(call)[0].id, Carriage::delivered);
    EXPECT_EQ(carries(call)[0].state, Carriage::failed) << "what has failed stays so";
}

TEST_F(channels, have_a_limit_an_hour) {
    wake(Channel::sms);
    village.trial
        .when(policy::SetPolicy{
            .key = "callout.channel.sms.hour_limit",
            .value = 1,
            .source = "试",
            .clause = "",
            .valid_from = "",
            .mark = ""})
        .value();
    village.place();
    village.trial.advance(30s);
    const CallId second{
        village.trial.when(PlaceCall{"r2", village.deputy, {}, kVillage, "另一件事", "", "red", "", 1, {}})
            .value()
            .subject};
    village.trial.advance(30s);
    ASSERT_EQ(carries(second).size(), 1u);
    EXPECT_EQ(carries(second)[0].why, "limit");
}

TEST_F(channels, of_a_drill_carry_nothing_out) {
    wake(Channel::sms);
    village.trial.when(village.to_head(), "p-officer", World::drill({"d1"})).value();
    village.trial.advance(10min);
    EXPECT_TRUE(wanted().empty());
    EXPECT_EQ(village.trial.rows().value<std::int64_t>("SELECT COUNT(*) FROM call_carry"), 0);
}

struct notices : channels {
    notices() { wake(Channel::push); }
    void subscribe(const PersonId& person, const std::string& endpoint) {
        village.trial
            .when(
                subscriptions::Subscribe{
                    endpoint,
                    seal::to_base64url(seal::p256_point(seal::new_p256())),
                    seal::to_base64url(std::string(16, 'a')),
                    "测试手机"},
                person.text
            )
            .value();
    }
};

TEST_F(notices, go_out_with_the_page_to_every_device_of_the_person) {
    subscribe(village.head, "https://push.example/1");
    subscribe(village.head, "https://push.example/2");
    subscribe(village.deputy, "https://push.example/3");
    const auto call = village.place();
    village.trial.advance(1s);
    const auto all = wanted(Channel::push);
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].devices.size(), 2u);
    EXPECT_EQ(all[0].title, "台风红色预警");
    EXPECT_FALSE(all[0].drill);
    tell(all[0].id.text, Carriage::accepted);
    EXPECT_EQ(village.row(call).state, CallState::ringing) << "a notice taken by the service is no answer";
    EXPECT_TRUE(village.trial.prove().ok);
}

TEST_F(notices, pass_over_who_has_no_device_and_leave_the_others_their_time) {
    wake(Channel::sms);
    const auto call = village.place();
    village.trial.advance(1s);
    ASSERT_EQ(carries(call).size(), 2u);
    EXPECT_EQ(carries(call)[0].why, "no_device");
    EXPECT_EQ(carries(call)[1].channel, Channel::sms) << "what is passed over waits for nobody";
    subscribe(village.deputy, "https://push.example/3");
    const CallId second{
        village.trial.when(PlaceCall{"r2", village.deputy, {}, kVillage, "另一件事", "", "red", "", 1, {}})
            .value()
            .subject};
    village.trial.advance(29s);
    EXPECT_EQ(carries(second).size(), 1u);
    village.trial.advance(2s);
    EXPECT_EQ(carries(second).size(), 2u);
}

TEST_F(notices, of_a_drill_go_out_marked_and_nothing_else_does) {
    wake(Channel::sms);
    subscribe(village.head, "https://push.example/1");
    village.trial.when(village.to_head(), "p-officer", World::drill({"d1"})).value();
    village.trial.advance(40s);
    EXPECT_TRUE(wanted().empty());
    const auto all = wanted(Channel::push);
    ASSERT_EQ(all.size(), 1u);
    EXPECT_TRUE(all[0].drill);
    EXPECT_TRUE(all[0].title.starts_with("【演练】"));
    tell(all[0].id.text, Carriage::accepted);
    EXPECT_EQ(village.trial.written().front().drill, "d1") << "what came of it stays in the drill";
}

TEST_F(channels, a_reply_of_one_answers_the_call) {
    wake(Channel::sms);
    const auto call = village.place();
    village.trial.advance(30s);
    tell(wanted()[0].id.text, Carriage::accepted);
    ASSERT_TRUE(hear("１").has_value());
    const auto row = village.row(call);
    EXPECT_EQ(row.state, CallState::answered);
    EXPECT_EQ(row.answered_by, village.head);
    EXPECT_EQ(row.answer_channel, "sms");
    EXPECT_EQ(hear("1").error().code, "nobody_called");
    EXPECT_TRUE(village.trial.prove().ok);
}

TEST_F(channels, other_words_answer_nothing_and_are_kept_for_the_desk) {
    wake(Channel::sms);
    const auto call = village.place();
    village.trial.advance(30s);
    ASSERT_TRUE(hear("你是谁").has_value());
    EXPECT_EQ(village.row(call).state, CallState::ringing);
    EXPECT_TRUE(carries(call)[0].replied);
    EXPECT_EQ(
        journal::vault::reveal(village.trial.rows(), reply_ref(call.text), carries(call)[0].id).value_or(""), "你是谁"
    );
    EXPECT_EQ(hear("1", "+8613900009999").error().code, "nobody_called");
    EXPECT_EQ(hear("1", "").error().code, "nobody_called");
}

TEST_F(channels, one_reply_answers_one_call) {
    wake(Channel::sms);
    const auto first = village.place();
    village.trial.advance(30s);
    const CallId second{
        village.trial.when(PlaceCall{"r2", village.head, {}, kVillage, "另一件事", "", "red", "", 1, {}})
            .value()
            .subject};
    village.trial.advance(31s);
    ASSERT_TRUE(hear("收到。").has_value());
    EXPECT_EQ(village.row(second).state, CallState::answered);
    EXPECT_EQ(village.row(first).state, CallState::ringing);
}

TEST_F(channels, a_key_pressed_answers_the_call) {
    wake(Channel::voice);
    const auto call = village.place();
    village.trial.advance(30s);
    tell(wanted(Channel::voice)[0].id.text, Carriage::answered, 1);
    EXPECT_EQ(village.row(call).answer_channel, "voice");
}

TEST_F(channels, what_is_over_is_dropped_and_what_went_out_all_the_same_is_counted) {
    wake(Channel::sms);
    const auto call = village.place();
    village.trial.advance(30s);
    const auto id = wanted()[0].id.text;
    village.trial.when(AnswerCall{call, ""}, village.head.text).value();
    EXPECT_TRUE(wanted().empty());
    EXPECT_EQ(carries(call)[0].state, Carriage::dropped);
    tell(id, Carriage::accepted, 2);
    EXPECT_EQ(carries(call)[0].parts, 2);
}

TEST_F(channels, uncertain_is_not_sent_again_but_may_turn_out_delivered) {
    wake(Channel::sms);
    const auto call = village.place();
    village.trial.advance(30s);
    const auto id = wanted()[0].id.text;
    tell(id, Carriage::uncertain);
    ASSERT_EQ(wanted().size(), 1u);
    EXPECT_TRUE(wanted()[0].known);
    tell(id, Carriage::delivered);
    EXPECT_EQ(carries(call)[0].state, Carriage::delivered);
}

TEST_F(channels, a_person_has_an_order_of_their_own) {
    wake(Channel::sms);
    ASSERT_EQ(
        village.trial.when(OrderChannels{village.head, {Channel::sms, Channel::sms}}).error().code, "channel_twice"
    );
    village.trial.when(OrderChannels{village.head, {Channel::sms, Channel::app}}).value();
    village.place();
    village.trial.advance(1s);
    EXPECT_EQ(wanted().size(), 1u) << "who has no such telephone is written to at once";
}

TEST_F(channels, ten_thousand_characters_are_no_short_message) {
    wake(Channel::sms);
    std::string words;
    for (int i = 0; i < 10'000; ++i) words += "字";
    const CallId call{village.trial.when(PlaceCall{"r2", village.head, {}, kVillage, "长文", words, "red", "", 1, {}})
                          .value()
                          .subject};
    village.trial.advance(30s);
    ASSERT_EQ(carries(call).size(), 1u);
    EXPECT_EQ(carries(call)[0].why, "too_long");
}

TEST(words_of_a_reply, mean_yes_in_the_ways_people_write_it) {
    for (const auto* yes : {"1", "１", " 1 ", "1。", "收到", "收到！", "已收到", "1 收到", "“1”"})
        EXPECT_TRUE(means_yes(yes)) << yes;
    for (const auto* no : {"", "11", "没收到", "收到吗", "2", "不是1", "退订"}) EXPECT_FALSE(means_yes(no)) << no;
}

}  // namespace
}  // namespace anlan::calls::test
