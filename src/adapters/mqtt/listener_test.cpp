#include "mqtt/listener.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "mqtt/broker_for_tests.hpp"

namespace anlan::mqtt {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Clock = std::chrono::steady_clock;

struct a_listener : ::testing::Test {
    ListenerSettings settings() const {
        return {"127.0.0.1", broker.port, "", "", "", "anlan-test", {"anlan/+/reading"}};
    }
    Listener::Heard hears() {
        return [this](std::string_view topic, std::string_view payload) {
            std::lock_guard lock(mutex);
            heard.emplace_back(std::string(topic) + " " + std::string(payload));
            changed.notify_all();
        };
    }
    bool waits_for(std::size_t count) {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, seconds{15}, [&] { return heard.size() >= count; });
    }
    static bool becomes(const Listener& listener, bool connected) {
        const auto end = Clock::now() + seconds{15};
        while (listener.state().connected != connected && Clock::now() < end)
            std::this_thread::sleep_for(milliseconds{5});
        return listener.state().connected == connected;
    }
    Broker broker;
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::string> heard;
};

TEST_F(a_listener, hears_what_it_subscribed_to_and_nothing_else) {
    Listener listener(settings(), hears());
    ASSERT_TRUE(becomes(listener, true));
    broker.publish("other/YN-1/reading", "1");
    broker.publish("anlan/YN-1/reading", R"({"rain_mm":3})");
    ASSERT_TRUE(waits_for(1));
    EXPECT_EQ(heard.front(), R"(anlan/YN-1/reading {"rain_mm":3})");
    EXPECT_EQ(listener.state().messages, 1U);
}

TEST_F(a_listener, says_that_the_broker_is_gone_and_comes_back_by_itself) {
    Listener listener(settings(), hears());
    ASSERT_TRUE(becomes(listener, true));
    broker.stop();
    ASSERT_TRUE(becomes(listener, false));
    EXPECT_FALSE(listener.state().note.empty());
    broker.start();
    ASSERT_TRUE(becomes(listener, true));
    broker.publish("anlan/YN-1/reading", "again");
    EXPECT_TRUE(waits_for(1));
}

TEST_F(a_listener, goes_to_a_broker_that_is_back_at_once_when_it_is_needed) {
    broker.stop();
    Listener listener(settings(), hears());
    EXPECT_FALSE(listener.reach(milliseconds{2'500}));  // tried two or three times: the next pause is of seconds
    broker.start();
    const auto began = Clock::now();
    EXPECT_TRUE(listener.reach(seconds{15}));
    EXPECT_LT(Clock::now() - began, milliseconds{900});
}

TEST_F(a_listener, publishes_to_another_and_says_when_it_cannot) {
    auto other = settings();
    other.client = "anlan-test-2";
    Listener one(settings(), hears()), two(other, [](std::string_view, std::string_view) {});
    ASSERT_TRUE(becomes(one, true) && becomes(two, true));
    EXPECT_TRUE(two.publish("anlan/YN-1/reading", std::string(200'000, 'x')));
    ASSERT_TRUE(waits_for(1));
    EXPECT_EQ(heard.front().size(), 200'019U);
    broker.stop();
    ASSERT_TRUE(becomes(two, false));
    EXPECT_FALSE(two.publish("anlan/YN-1/reading", "1"));
}

TEST_F(a_listener, outlives_a_handler_that_throws) {
    auto after = hears();
    Listener listener(settings(), [&](std::string_view topic, std::string_view payload) {
        if (payload == "bad") throw std::runtime_error("cannot");
        after(topic, payload);
    });
    ASSERT_TRUE(becomes(listener, true));
    broker.publish("anlan/YN-1/reading", "bad");
    broker.publish("anlan/YN-1/reading", "good");
    EXPECT_TRUE(waits_for(1));
}

}  // namespace
}  // namespace anlan::mqtt
