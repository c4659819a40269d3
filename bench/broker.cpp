#include "bench/broker.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <mosquitto.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <stdexcept>
#include <thread>
#include <vector>

namespace anlan::bench {

namespace {

using Clock = std::chrono::steady_clock;

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

std::uint16_t free_port() {
    const int one = socket(AF_INET, SOCK_STREAM, 0);
    auto address = loopback(0);
    socklen_t size = sizeof address;
    bind(one, reinterpret_cast<sockaddr*>(&address), size);
    getsockname(one, reinterpret_cast<sockaddr*>(&address), &size);
    close(one);
    return ntohs(address.sin_port);
}

bool listens(std::uint16_t port) {
    const int one = socket(AF_INET, SOCK_STREAM, 0);
    const auto address = loopback(port);
    const bool there = connect(one, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    close(one);
    return there;
}

std::int64_t now_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

}  // namespace

Broker::Broker(const std::filesystem::path& folder) : port_(free_port()) {
    const auto file = folder / "mosquitto.conf";
    std::ofstream(file) << "listener " << port_ << " 127.0.0.1\nallow_anonymous true\npersistence false\n"
                        << "max_queued_messages 200000\nlog_type error\n";
    pid_ = fork();
    if (pid_ == 0) {
        execlp("/usr/sbin/mosquitto", "mosquitto", "-c", file.c_str(), nullptr);
        _exit(127);
    }
    for (int i = 0; i < 500 && !listens(port_); ++i) std::this_thread::sleep_for(std::chrono::milliseconds{10});
    if (!listens(port_)) throw std::runtime_error("mosquitto did not start");
}

Broker::~Broker() {
    if (pid_ <= 0) return;
    kill(pid_, SIGTERM);
    waitpid(pid_, nullptr, 0);
}

std::int64_t publish(const Publishing& order) {
    mosquitto_lib_init();
    auto* client = mosquitto_new(nullptr, true, nullptr);
    if (mosquitto_connect(client, "127.0.0.1", order.port, 60) != MOSQ_ERR_SUCCESS)
        throw std::runtime_error("the broker is not there");
    constexpr int kTurns = 100;  ///< a second
    const int each_turn = order.per_second / kTurns;
    std::int64_t sent = 0;
    int alarms = 0;
    std::vector<bool> alarmed(static_cast<std::size_t>(order.devices));  ///< each device once: the next reading ends it
    const auto start = Clock::now();
    for (int turn = 0; turn < order.seconds * kTurns; ++turn) {
        for (int i = 0; i < each_turn; ++i, ++sent) {
            const auto device = sent % order.devices;
            const auto number = static_cast<std::size_t>(device);
            const bool alarm = alarms < (turn + 1) * order.alarms_per_second / kTurns && !alarmed[number];
            if (alarm) ++alarms, alarmed[number] = true;
            const auto topic = fmt::format("anlan/D{:05}/reading", device);
            const auto payload = fmt::format("{{\"at\":{},\"smoke\":{}}}", now_ms(), alarm ? 1 : 0);
            mosquitto_publish(
                client, nullptr, topic.c_str(), static_cast<int>(payload.size()), payload.data(), 0, false
            );
            if (i % 20 == 0) mosquitto_loop(client, 0, 1);
        }
        while (Clock::now() < start + std::chrono::milliseconds{10} * (turn + 1)) mosquitto_loop(client, 1, 1);
    }
    while (mosquitto_want_write(client)) mosquitto_loop(client, 10, 1);
    mosquitto_disconnect(client);
    mosquitto_destroy(client);
    return sent;
}

}  // namespace anlan::bench
