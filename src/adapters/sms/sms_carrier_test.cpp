#include "sms/sms_carrier.hpp"

#include <gtest/gtest.h>

#include "sms/modem_for_tests.hpp"

namespace anlan::sms {
namespace {

using namespace std::chrono_literals;
using calls::Carriage;
using test::Listener;
using test::PtyModem;
namespace fs = std::filesystem;

/// gammu-smsd on a modem on a pseudo-terminal.
struct a_modem : ::testing::Test {
    a_modem()
        : folder(
              fs::temp_directory_path() / ("anlan-sms-" + std::to_string(::getpid()) + "-" + std::to_string(++made))
          ) {
        fs::create_directories(folder);
        modem.emplace(folder);
        start();
    }
    ~a_modem() override {
        carrier.reset();
        modem.reset();
        fs::remove_all(folder);
    }
    void start() {
        SmsSettings settings;
        settings.folder = folder / "sms";
        settings.devices = {modem->device()};
        settings.retries = {100ms, 100ms};
        settings.modem.patience = 6s;
        settings.modem.first_restart = 1s;
        settings.modem.refused_rest = 1s;
        settings.modem.send_seconds = 2;
        carrier = std::make_unique<SmsCarrier>(settings);
        carrier->open(listener.news());
    }
    void carry(const std::string& id, const std::string& words, const std::string& number = "13900000001") {
        carrier->carry({{id}, "call", {"p"}, calls::Channel::sms, number, words, false});
    }
    bool is_awake(bool awake) {
        return listener.wait([&] { return carrier->health().configured && carrier->health().awake == awake; });
    }

    static inline int made = 0;
    fs::path folder;
    std::optional<PtyModem> modem;
    Listener listener;
    std::unique_ptr<SmsCarrier> carrier;
};

TEST_F(a_modem, sends_long_text_with_rare_characters_and_hears_report_and_reply) {
    std::string words = "【永宁镇】台风红色预警😀𠮷：";
    for (int i = 0; i < 70; ++i) words += "避";
    carry("c1", words);
    carry("c2", "短", "13900000002");
    carry("c3", std::string(30'000, 'x'));
    carry("c4", "短", "不是号码");
    ASSERT_TRUE(listener.heard("c3", Carriage::failed));
    ASSERT_TRUE(listener.heard("c4", Carriage::failed));
    ASSERT_TRUE(listener.heard("c1", Carriage::accepted));
    ASSERT_TRUE(listener.heard("c2", Carriage::accepted));
    const auto sent = modem->sent();
    ASSERT_EQ(sent.size(), 3u);
    EXPECT_EQ(sent[0].at("number").as_string(), "+8613900000001");
    EXPECT_EQ(std::string(sent[0].at("text").as_string()) + std::string(sent[1].at("text").as_string()), words);
    EXPECT_TRUE(sent[0].at("report").as_bool());
    EXPECT_TRUE(listener.heard("c2", Carriage::delivered));
    EXPECT_TRUE(listener.heard("c1", Carriage::delivered));
    carry("c2", "短", "13900000002");
    modem->deliver(
        "8613900000001",
        "6536"
        "5230"
    );  // 收到
    ASSERT_TRUE(listener.wait([&] { return !listener.replies.empty(); }));
    EXPECT_EQ(listener.replies[0].words, "收到");
    EXPECT_EQ(listener.replies[0].address, "+8613900000001");
    carrier.reset();
    start();  // the reply was not written: told again
    ASSERT_TRUE(listener.wait([&] { return listener.replies.size() == 2; }));
    EXPECT_EQ(listener.replies[1].id, listener.replies[0].id);
    carry("c1", words);
    ASSERT_TRUE(listener.wait([&] {
        return std::count_if(listener.told.begin(), listener.told.end(), [](const auto& one) {
                   return one.id.text == "c1" && one.state == Carriage::delivered;
               }) == 2;
    }));
    EXPECT_EQ(modem->sent().size(), 3u) << "what is done is not sent again";
}

TEST_F(a_modem, that_says_no_is_tried_again_and_then_given_up) {
    ASSERT_TRUE(is_awake(true));
    modem->be("error");
    carry("c1", "试");
    ASSERT_TRUE(listener.heard("c1", Carriage::failed));
    EXPECT_TRUE(modem->sent().empty());
    ASSERT_TRUE(is_awake(false)) << "after three refusals it rests, and says so";
    modem->be("ok");
    carry("c2", "试");
    EXPECT_TRUE(listener.heard("c2", Carriage::accepted));
}

TEST_F(a_modem, that_is_pulled_out_sleeps_and_goes_on_when_it_is_back) {
    ASSERT_TRUE(is_awake(true));
    modem->be("gone");
    ASSERT_TRUE(is_awake(false));
    EXPECT_NE(carrier->health().note_zh.find("没有这个设备"), std::string::npos);
    carry("c1", "试");
    modem->be("ok");
    EXPECT_TRUE(listener.heard("c1", Carriage::accepted));
    EXPECT_EQ(modem->sent().size(), 1u);
}

TEST_F(a_modem, that_falls_silent_in_the_middle_leaves_it_uncertain) {
    ASSERT_TRUE(is_awake(true));
    modem->be("swallow");  // takes the message and says nothing more
    carry("c1", "试");
    ASSERT_TRUE(listener.heard("c1", Carriage::uncertain));
    modem->be("ok");
    carry("c1", "试");
    ASSERT_TRUE(is_awake(true));
    carry("c2", "试");
    ASSERT_TRUE(listener.heard("c2", Carriage::accepted));
    EXPECT_EQ(modem->sent().size(), 2u) << "the uncertain one is not sent again";
}

}  // namespace
}  // namespace anlan::sms
