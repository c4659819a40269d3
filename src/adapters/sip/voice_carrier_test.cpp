#include "sip/voice_carrier.hpp"

#include <gtest/gtest.h>

#include <mutex>

#include "sip/exchange_for_tests.hpp"
#include "sound/siren.hpp"

namespace anlan::sip {
namespace {

using namespace std::chrono_literals;
using calls::Carriage;
using test::Exchange;
using test::Telephone;
using test::wait_until;
namespace fs = std::filesystem;

constexpr const char* kWords = "台风红色预警";

/// A carrier with one line, and all it has told.
struct a_voice_carrier : ::testing::Test {
    a_voice_carrier()
        : folder(
              fs::temp_directory_path() / ("anlan-voice-" + std::to_string(::getpid()) + "-" + std::to_string(++made))
          ) {}
    ~a_voice_carrier() override {
        carrier.reset();
        fs::remove_all(folder);
    }
    void start(const std::string& gateway, double words_seconds = 0.5, const std::string& password = {}) {
        carrier.reset();
        VoiceSettings settings;
        settings.folder = folder;
        settings.account.gateway = gateway;
        if (!password.empty()) settings.account.user = "8001", settings.account.password = password;
        settings.account.registers = !password.empty();
        settings.account.endpoint.local = "127.0.0.1";
        settings.look = 300ms, settings.patience = 400ms, settings.reopen = 100ms;
        auto& manner = settings.manner;
        manner.rounds = 2, manner.key = '1';
        manner.lead = 100ms, manner.pause = 100ms, manner.last = 200ms, manner.ring = 1'500ms, manner.no_sign = 1s;
        settings.speak = [words_seconds](const std::string& words) -> Result<sound::Sound> {
            if (words.empty()) return refuse("speech_failed", "words", "没有内容", "nothing to say");
            return sound::siren({.seconds = words == kWords ? words_seconds : 0.3});
        };
        carrier = std::make_unique<VoiceCarrier>(std::move(settings));
        carrier->open(
            {[this](calls::CarryNews one) {
                 std::lock_guard lock(mutex);
                 told.push_back(std::move(one));
             },
             [](const calls::Reply&) {},
             [] {}}
        );
    }
    void carry(const std::string& id, const std::string& number = "13900000001", bool known = false) {
        carrier->carry({{id}, "call", {"p"}, calls::Channel::voice, number, kWords, known});
    }
    std::optional<calls::CarryNews> news(const std::string& id, Carriage state) {
        std::lock_guard lock(mutex);
        for (const auto& one : told)
            if (one.id.text == id && one.state == state) return one;
        return std::nullopt;
    }
    bool hears(const std::string& id, Carriage state) {
        return wait_until([&] { return news(id, state).has_value(); });
    }
    bool is_awake(bool awake) {
        return wait_until([&] { return carrier->health().configured && carrier->health().awake == awake; });
    }
    std::size_t told_of(const std::string& id) {
        std::lock_guard lock(mutex);
        return static_cast<std::size_t>(std::count_if(told.begin(), told.end(), [&](const auto& one) {
            return one.id.text == id;
        }));
    }

    static inline int made = 0;
    fs::path folder;
    std::mutex mutex;
    std::vector<calls::CarryNews> told;
    std::unique_ptr<VoiceCarrier> carrier;
};

TEST_F(a_voice_carrier, counts_a_key_and_nothing_else_as_an_answer) {
    Telephone phone;
    start(phone.gateway());
    ASSERT_TRUE(is_awake(true));
    EXPECT_EQ(carrier->health().device, "语音网关 " + phone.gateway());
    carry("c1");
    ASSERT_TRUE(hears("c1", Carriage::delivered)) << phone.log();
    EXPECT_TRUE(news("c1", Carriage::accepted));
    EXPECT_EQ(news("c1", Carriage::delivered)->parts, 1);
    EXPECT_FALSE(news("c1", Carriage::delivered)->note_zh.empty());
    phone.forget();
    carry("c2");
    ASSERT_TRUE(phone.told("CALL_ESTABLISHED"));
    phone.press('1');
    ASSERT_TRUE(hears("c2", Carriage::answered));
    ASSERT_TRUE(wait_until([&] { return carrier->health().waiting == 0; }));
    carry("c2");
    carry("c3", "不是号码");
    ASSERT_TRUE(hears("c3", Carriage::failed));
    EXPECT_TRUE(wait_until([&] { return told_of("c2") == 3; })) << "asked again, it says again what it knows";
    EXPECT_FALSE(news("c2", Carriage::failed));
}

TEST_F(a_voice_carrier, with_one_line_lets_the_others_wait) {
    Telephone rings({.picks_up = false});
    start(rings.gateway());
    carry("c1");
    ASSERT_TRUE(rings.told("CALL_INCOMING")) << rings.log();
    rings.forget();
    carry("c2");
    EXPECT_TRUE(wait_until([&] { return carrier->health().waiting == 2; }));
    ASSERT_TRUE(hears("c1", Carriage::failed));
    EXPECT_EQ(news("c1", Carriage::failed)->note_zh, "响铃后无人接听");
    ASSERT_TRUE(rings.told("CALL_INCOMING"));
    rings.hang_up();
    ASSERT_TRUE(hears("c2", Carriage::failed));
}

TEST_F(a_voice_carrier, sleeps_while_the_gateway_is_not_there) {
    auto phone = std::make_unique<Telephone>();
    start(phone->gateway());
    ASSERT_TRUE(is_awake(true));
    phone.reset();
    ASSERT_TRUE(is_awake(false));
    EXPECT_NE(carrier->health().note_zh.find("没有回应"), std::string::npos);
    carry("c1");
    ASSERT_TRUE(hears("c1", Carriage::failed)) << "the ladder goes on at once";
    EXPECT_FALSE(news("c1", Carriage::accepted));
}

TEST_F(a_voice_carrier, registers_at_an_exchange_and_proves_itself_for_every_call) {
    Exchange exchange("right");
    Telephone phone({.at = exchange.address});
    start(exchange.address, 20, "right");
    ASSERT_TRUE(is_awake(true)) << carrier->health().note_zh;
    carry("c1");
    ASSERT_TRUE(phone.told("CALL_ESTABLISHED")) << phone.log();
    phone.press('1');
    ASSERT_TRUE(hears("c1", Carriage::answered));
    ASSERT_TRUE(phone.told("CALL_CLOSED"));
    carry("c2", "13900000009");
    ASSERT_TRUE(hears("c2", Carriage::failed));
    EXPECT_EQ(news("c2", Carriage::failed)->note_zh, "号码是空号，或拨号前缀不对（SIP 404）");
}

TEST_F(a_voice_carrier, with_a_wrong_password_sleeps_and_says_where_to_look) {
    Exchange exchange("right");
    start(exchange.address, 1, "wrong");
    ASSERT_TRUE(wait_until([&] { return carrier->health().note_zh.find("password") != std::string::npos; }))
        << carrier->health().note_zh;
    EXPECT_FALSE(carrier->health().awake);
    carry("c1");
    ASSERT_TRUE(hears("c1", Carriage::failed));
}

TEST_F(a_voice_carrier, that_was_ended_in_the_middle_of_a_call_neither_loses_it_nor_dials_again) {
    Telephone phone;
    start(phone.gateway(), 20);
    carry("c1");
    ASSERT_TRUE(hears("c1", Carriage::accepted));
    ASSERT_TRUE(phone.told("CALL_ESTABLISHED"));
    start(phone.gateway());
    ASSERT_TRUE(phone.told("CALL_CLOSED"));
    phone.forget();
    carry("c1", "13900000001", true);
    ASSERT_TRUE(hears("c1", Carriage::failed)) << "it was taken by the network, and no key was pressed";
    carry("c2", "13900000002", true);
    ASSERT_TRUE(hears("c2", Carriage::failed)) << "known to the journal, but not here";
    carry("c3");
    ASSERT_TRUE(hears("c3", Carriage::delivered));
    EXPECT_EQ(phone.heard().find("CALL_INCOMING"), phone.heard().rfind("CALL_INCOMING")) << "c3 alone is dialled";
    EXPECT_FALSE(news("c1", Carriage::answered));
}

}  // namespace
}  // namespace anlan::sip
