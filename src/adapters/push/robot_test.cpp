#include <gtest/gtest.h>

#include "push/ledger.hpp"
#include "push/robot_postman.hpp"
#include "push/services_for_tests.hpp"

namespace anlan::push {
namespace {

using calls::Carriage;
using namespace std::chrono_literals;

struct robots : ::testing::Test {
    robots() : wecom{RobotKind::wecom, "值班群", services.origin() + "/cgi-bin/webhook/send", "wkey", "", 20} {
        dingtalk = {RobotKind::dingtalk, "防汛群", services.origin() + "/robot/send", "dtoken", "SECtest", 20};
    }
    ~robots() override { carrier.reset(); }

    void open(std::vector<Robot> all, std::chrono::milliseconds minute = 1min) {
        auto times = test::quick(robot_posting(folder.path), folder.path);
        times.minute = minute;
        carrier = std::make_unique<PostingCarrier>(std::make_unique<RobotPostman>(std::move(all), 1s), times);
        carrier->open(listener.news());
        ASSERT_TRUE(listener.wait([&] { return carrier->health().configured; }));
    }
    calls::Carry to(
        const std::string& id,
        const std::string& words = "【永宁镇】叫应：请立即避险。",
        const std::string& number = "+8613900001234"
    ) {
        calls::Carry carry;
        carry.id = {id};
        carry.call = "c-" + id;
        carry.channel = calls::Channel::robot;
        carry.address = number;
        carry.words = words;
        return carry;
    }
    std::string note_of(const std::string& mood, const Robot& robot, const char* target) {
        services.be(target, {mood});
        open({robot});
        carrier->carry(to("k" + mood));
        listener.wait([&] { return !listener.state("k" + mood).empty(); });
        const auto note = listener.of("k" + mood).note_zh;
        carrier.reset();
        return note;
    }

    test::WebServices services;
    test::Folder folder;
    test::Listener listener;
    Robot wecom, dingtalk;
    std::unique_ptr<PostingCarrier> carrier;
};

TEST_F(robots, of_both_kinds_call_a_person_by_number) {
    open({wecom, dingtalk});
    carrier->carry(to("k1"));
    ASSERT_TRUE(listener.heard("k1", Carriage::accepted));
    ASSERT_TRUE(listener.wait([&] { return services.seen("wkey").size() + services.seen("dtoken").size() == 2; }));
    const auto one = services.seen("wkey").front(), other = services.seen("dtoken").front();
    EXPECT_FALSE(one.contains("fault")) << json::serialize(one);
    EXPECT_FALSE(other.contains("fault")) << json::serialize(other);
    EXPECT_EQ(one.at("body").at("text").at("mentioned_mobile_list").at(0), "13900001234");
    EXPECT_EQ(other.at("body").at("at").at("atMobiles").at(0), "13900001234");
    EXPECT_EQ(carrier->health().device, "值班群、防汛群");
}

TEST_F(robots, rest_a_minute_when_their_service_asks_for_it) {
    services.be("wkey", {"45009 api freq out of limit"});
    open({wecom}, 300ms);
    carrier->carry(to("first", "另一件事"));
    for (int i = 0; i < 30; ++i)
        carrier->carry(to("k" + std::to_string(i), "同一件事", "1390000" + std::to_string(1000 + i)));
    ASSERT_TRUE(listener.wait([&] { return services.seen("wkey").size() == 1; }));
    EXPECT_EQ(listener.state("k0"), "") << "the robot rests a minute";
    EXPECT_TRUE(carrier->health().awake);
    EXPECT_EQ(carrier->health().waiting, 31);
}

TEST_F(robots, put_calls_of_the_same_words_into_one_message) {
    services.be("wkey", {"hang"});
    open({wecom});
    carrier->carry(to("held", "先发的一条"));
    ASSERT_TRUE(listener.wait([&] { return services.seen("wkey").size() == 1; }));
    for (int i = 0; i < 30; ++i)
        carrier->carry(to("k" + std::to_string(i), "同一件事", "1390000" + std::to_string(1000 + i)));
    ASSERT_TRUE(listener.heard("k29", Carriage::accepted));
    ASSERT_TRUE(listener.heard("k0", Carriage::accepted));
    const auto all = services.seen("wkey");
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[1].at("body").at("text").at("mentioned_mobile_list").as_array().size(), 30u);
    EXPECT_EQ(listener.state("held"), "uncertain") << "a second message would be a second alarm";
}

TEST_F(robots, never_say_more_in_a_minute_than_they_may_also_after_a_restart) {
    services.limit(1'500, 3);
    wecom.minute_most = 3;
    open({wecom}, 2s);
    const auto words = [](int i) { return "第" + std::to_string(i) + "件事"; };
    for (int i = 0; i < 3; ++i) carrier->carry(to("k" + std::to_string(i), words(i)));
    ASSERT_TRUE(listener.heard("k2", Carriage::accepted));
    carrier.reset();
    open({wecom}, 2s);
    for (int i = 3; i < 6; ++i) carrier->carry(to("k" + std::to_string(i), words(i)));
    ASSERT_TRUE(listener.heard("k5", Carriage::accepted));
    const auto all = services.seen("wkey");
    ASSERT_EQ(all.size(), 6u);
    for (const auto& one : all) EXPECT_FALSE(one.contains("fault")) << json::serialize(one);
}

TEST_F(robots, that_their_service_refuses_sleep_say_the_way_out_and_are_tried_again) {
    services.be("wkey", {"93000 invalid webhook url"});
    open({wecom});
    carrier->carry(to("k1"));
    ASSERT_TRUE(listener.heard("k1", Carriage::failed));
    EXPECT_NE(listener.of("k1").note_zh.find("重新复制地址"), std::string::npos);
    ASSERT_TRUE(listener.wait([&] { return !carrier->health().awake || carrier->health().note_zh.empty(); }));
    ASSERT_TRUE(listener.wait([&] { return carrier->health().awake; }));
    carrier->carry(to("k2"));
    ASSERT_TRUE(listener.heard("k2", Carriage::accepted));
    EXPECT_TRUE(carrier->health().note_zh.empty());
}

TEST_F(robots, tell_a_wrong_secret_from_a_wrong_word_and_a_wall) {
    auto forged = dingtalk;
    forged.secret = "SECother";
    open({forged});
    carrier->carry(to("sign"));
    ASSERT_TRUE(listener.heard("sign", Carriage::failed));
    EXPECT_NE(listener.of("sign").note_zh.find("签名不对"), std::string::npos);
    carrier.reset();
    EXPECT_NE(note_of("310000 keywords not in content", dingtalk, "dtoken").find("关键词"), std::string::npos);
    EXPECT_NE(note_of("310000 ip 1.2.3.4 not in whitelist", dingtalk, "dtoken").find("白名单"), std::string::npos);
    EXPECT_NE(note_of("400102 robot stopped", dingtalk, "dtoken").find("停用"), std::string::npos);
    EXPECT_NE(note_of("99999 something new", dingtalk, "dtoken").find("99999"), std::string::npos);
}

TEST_F(robots, whose_service_is_busy_or_down_are_tried_again) {
    services.be("wkey", {"502", "503"});
    open({wecom});
    carrier->carry(to("k1"));
    ASSERT_TRUE(listener.heard("k1", Carriage::accepted));
    EXPECT_EQ(services.seen("wkey").size(), 3u);
}

TEST_F(robots, that_cannot_be_reached_sleep_and_say_the_way_out) {
    wecom.address = "http://127.0.0.1:1/send";
    open({wecom});
    carrier->carry(to("k1"));
    ASSERT_TRUE(listener.wait([&] { return !carrier->health().awake; }));
    EXPECT_NE(carrier->health().note_zh.find("外网"), std::string::npos);
}

TEST_F(robots, that_were_speaking_when_the_program_was_killed_do_not_say_it_again) {
    Ledger(folder.path / "posts.db").note({"k1"}, "值班群", Stage::begun, SystemClock().now());
    open({wecom});
    carrier->carry(to("k1"));
    ASSERT_TRUE(listener.heard("k1", Carriage::uncertain));
    EXPECT_TRUE(services.seen("wkey").empty());
}

TEST_F(robots, call_nobody_without_a_mobile_number) {
    open({wecom});
    carrier->carry(to("k1", "words", "0595-88880000"));
    ASSERT_TRUE(listener.heard("k1", Carriage::failed));
    EXPECT_TRUE(services.seen("wkey").empty());
}

TEST(a_robots_message, is_cut_to_what_the_service_takes) {
    const Robot robot{RobotKind::wecom, "群", "https://wecom.example/send", "key", "", 20};
    std::string words;
    while (words.size() < 5'000) words += "请";
    const auto body = parse_json(message_for(robot, words, {"13900001234"}, Instant{}).body).value();
    EXPECT_LE(body.at("text").at("content").as_string().size(), 2'048u);
}

TEST(a_robots_key, is_read_alone_or_out_of_its_address) {
    EXPECT_EQ(robot_key_in("abc-123\n").value(), "abc-123");
    EXPECT_EQ(robot_key_in("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc-123").value(), "abc-123");
    EXPECT_EQ(robot_key_in("https://oapi.dingtalk.com/robot/send?access_token=aB9&x=1\r\n").value(), "aB9");
    EXPECT_EQ(robot_secret_in("aB9\r\nSECx\r\n"), "SECx");
    EXPECT_EQ(robot_secret_in("aB9"), "");
    EXPECT_EQ(robot_key_in("").error().code, "key_invalid");
    EXPECT_EQ(robot_key_in("a b").error().code, "key_invalid");
}

}  // namespace
}  // namespace anlan::push
