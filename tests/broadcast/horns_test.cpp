#include "app/horns.hpp"

#include <gtest/gtest.h>

#include <iostream>

#include "horn_for_tests.hpp"
#include "mqtt/broker_for_tests.hpp"
#include "sound/siren.hpp"

namespace anlan::app {
namespace {

using loudspeakers::Fate;
using std::chrono::steady_clock;

const AreaCode kArea{"350581106000"};

struct a_horn_at_the_broker : ::testing::Test {
    HornSettings settings() {
        return {{"127.0.0.1", broker.port, "", "", "", "anlan-test"}, kArea, key, folder / "numbers"};
    }
    void SetUp() override {
        std::filesystem::create_directories(folder);
        open();
    }
    void open() {
        horns.reset();
        horns = std::make_unique<Horns>(
            settings(),
            clock,
            HornNews{
                [this](const std::string& play, const loudspeakers::Receipt& receipt) {
                    std::lock_guard lock(mutex);
                    receipts.push_back({play, receipt});
                    changed.notify_all();
                },
                [this](const std::string& id) {
                    std::lock_guard lock(mutex);
                    alive.push_back(id);
                    changed.notify_all();
                }}
        );
        for (int i = 0; i < 1'000 && !horns->connected(); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        ASSERT_TRUE(horns->connected());
    }
    void TearDown() override {
        horns.reset();
        std::filesystem::remove_all(folder);
    }
    template <class F>
    bool becomes(F is) {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, std::chrono::seconds{10}, is);
    }
    mqtt::Broker broker;
    SystemClock clock;
    const seal::KeyPair key = seal::new_key_pair();
    std::filesystem::path folder = std::filesystem::temp_directory_path() / ("anlan-horns-" + std::to_string(getpid()));
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::pair<std::string, loudspeakers::Receipt>> receipts;
    std::vector<std::string> alive;
    std::unique_ptr<Horns> horns;
    const sound::Sound tone = sound::siren({.seconds = 1});
};

TEST_F(a_horn_at_the_broker, plays_what_is_signed_and_its_answer_is_the_receipt) {
    TestHorn horn(broker.port, kArea.text, key.public_pem, "YN-1");
    ASSERT_TRUE(horn.ready());
    EXPECT_TRUE(horns->play("b1", tone, 2, false, {{"t1", "YN-1", 70}}).empty());
    EXPECT_EQ(horn.judged(1), (std::vector<std::string>{"play"}));
    EXPECT_EQ(horn.latest().rounds, 2);
    EXPECT_EQ(horn.latest().horns.at("YN-1"), 70);
    const auto sound = horn.sound();
    ASSERT_TRUE(sound);
    EXPECT_EQ(sound.value().samples, tone.samples);
    horn.answer(horn.latest().number, "played", 1);
    ASSERT_TRUE(becomes([&] { return !receipts.empty(); }));
    EXPECT_EQ(receipts[0].first, "b1");
    EXPECT_EQ(receipts[0].second.terminal, "t1");
    EXPECT_EQ(receipts[0].second.verdict.fate, Fate::played);
}

TEST_F(a_horn_at_the_broker, refuses_unsigned_and_replayed_commands) {
    TestHorn horn(broker.port, kArea.text, key.public_pem, "YN-1");
    ASSERT_TRUE(horn.ready());
    const loudspeakers::HornTopics topics{kArea.text};
    horns->play("b1", tone, 1, false, {{"t1", "YN-1", 70}});
    horn.judged(1);
    const auto replay = horn.message();
    broker.publish(topics.play("YN-1"), replay);
    horn.judged(2);
    broker.publish(topics.play("YN-1"), R"({"act":"play","horn":"YN-1"})");
    horn.judged(3);
    auto forged = horn.latest();
    forged.number += 100;
    broker.publish(topics.play("YN-1"), signed_command(forged, seal::new_key_pair().private_pem));
    horn.judged(4);
    horns->stop("b1");
    EXPECT_EQ(
        horn.judged(5),
        (std::vector<std::string>{"play", "number_old", "command_unreadable", "signature_wrong", "stop"})
    );
    broker.publish(topics.play("YN-1"), replay);
    EXPECT_EQ(horn.judged(6).back(), "number_old");
}

TEST_F(a_horn_at_the_broker, obeys_the_station_also_after_its_restart) {
    TestHorn horn(broker.port, kArea.text, key.public_pem, "YN-1");
    ASSERT_TRUE(horn.ready());
    horns->play("b1", tone, 1, false, {{"t1", "YN-1", 70}});
    horn.judged(1);
    open();
    horns->play("b1", tone, 1, false, {{"t1", "YN-1", 70}});
    EXPECT_EQ(horn.judged(2), (std::vector<std::string>{"play", "play"}));
}

TEST_F(a_horn_at_the_broker, is_not_believed_when_it_lies) {
    TestHorn horn(broker.port, kArea.text, key.public_pem, "YN-1"),
        other(broker.port, kArea.text, key.public_pem, "YN-2");
    ASSERT_TRUE(horn.ready() && other.ready());
    horns->play("b1", tone, 1, false, {{"t1", "YN-1", 70}});
    horn.judged(1);
    const auto number = horn.latest().number;
    horn.answer(number, "played", 600);    // there was no time for that
    horn.answer(number, "played", 0);      // nothing is not played
    horn.answer(number + 7, "played", 1);  // never commanded
    other.answer(number, "played", 1);     // not asked at all
    horn.answer(number, "failed", 0);      // the first that can be
    horn.answer(number, "played", 1);      // one is enough
    horn.beat();
    ASSERT_TRUE(becomes([&] { return alive.size() >= 2; }));
    ASSERT_EQ(receipts.size(), 1U);
    EXPECT_EQ(receipts[0].second.verdict.fate, Fate::failed);
}

TEST_F(a_horn_at_the_broker, that_cannot_be_told_has_failed_after_seconds) {
    broker.stop();
    for (int i = 0; i < 1'000 && horns->connected(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds{10});
    const auto failed = horns->play("b1", tone, 1, false, {{"t1", "YN-1", 70}, {"t2", "a/b", 70}});
    ASSERT_EQ(failed.size(), 2U);
    EXPECT_EQ(failed[0].verdict.fate, Fate::failed);
}

TEST_F(a_horn_at_the_broker, is_told_by_a_broker_that_comes_back_meanwhile) {
    broker.stop();
    for (int i = 0; i < 1'000 && horns->connected(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds{10});
    std::thread back([this] {
        std::this_thread::sleep_for(std::chrono::milliseconds{500});
        broker.start();
    });
    EXPECT_TRUE(horns->play("b1", tone, 1, false, {{"t1", "YN-1", 70}}).empty());
    back.join();
}

TEST_F(a_horn_at_the_broker, has_a_thousand_neighbours_told_in_under_two_seconds) {
    TestHorn last(broker.port, kArea.text, key.public_pem, "H-999");
    ASSERT_TRUE(last.ready());
    std::vector<HornTarget> targets;
    for (int i = 0; i < 1'000; ++i) targets.push_back({"t" + std::to_string(i), "H-" + std::to_string(i), 80});
    const auto began = steady_clock::now();
    EXPECT_TRUE(horns->play("b1", tone, 1, false, targets).empty());
    last.judged(1);
    const auto took = std::chrono::duration<double, std::milli>(steady_clock::now() - began).count();
    std::cout << "1,000 horns commanded, each signed, in " << took << " ms\n";
    EXPECT_LT(took, 5'000) << "2,000 on a machine that does nothing else";
}

}  // namespace
}  // namespace anlan::app
