#include "mqtt/listener.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <mosquitto.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

namespace anlan::mqtt {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::seconds;
using Clock = std::chrono::steady_clock;

/// A real mosquitto on a port of its own.
class Broker {
  public:
    Broker() : folder_(fs::temp_directory_path() / ("anlan-mqtt-" + std::to_string(getpid()))) {
        fs::create_directories(folder_);
        const int one = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        bind(one, reinterpret_cast<sockaddr*>(&address), size);
        getsockname(one, reinterpret_cast<sockaddr*>(&address), &size);
        close(one);
        port = ntohs(address.sin_port);
        std::ofstream(folder_ / "mosquitto.conf")
            << "listener " << port << " 127.0.0.1\nallow_anonymous true\npersistence false\nlog_type none\n";
        start();
    }
    ~Broker() {
        stop();
        fs::remove_all(folder_);
    }
    void start() {
        pid_ = fork();
        if (pid_ == 0) {
            execl("/usr/sbin/mosquitto", "mosquitto", "-c", (folder_ / "mosquitto.conf").c_str(), nullptr);
            _exit(127);
        }
    }
    void stop() {
        if (pid_ <= 0) return;
        kill(pid_, SIGTERM);
        waitpid(pid_, nullptr, 0);
        pid_ = -1;
    }
    /// Tries until the broker takes it.
    void publish(const std::string& topic, const std::string& payload) const {
        auto* client = mosquitto_new(nullptr, true, nullptr);
        const auto end = Clock::now() + seconds{10};
        while (mosquitto_connect(client, "127.0.0.1", port, 60) != MOSQ_ERR_SUCCESS && Clock::now() < end)
            std::this_thread::sleep_for(milliseconds{10});
        mosquitto_publish(client, nullptr, topic.c_str(), static_cast<int>(payload.size()), payload.data(), 0, false);
        while (mosquitto_want_write(client)) mosquitto_loop(client, 10, 1);
        mosquitto_loop(client, 10, 1);
        mosquitto_disconnect(client);
        mosquitto_destroy(client);
    }
    std::uint16_t port = 0;

  private:
    fs::path folder_;
    pid_t pid_ = -1;
};

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
