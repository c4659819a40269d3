#pragma once

#include <arpa/inet.h>
#include <mosquitto.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace anlan::mqtt {

/// A real mosquitto on a port of its own.
class Broker {
  public:
    /// Stands and answers once it is made.
    Broker() : folder_(std::filesystem::temp_directory_path() / ("anlan-mqtt-" + std::to_string(getpid()))) {
        std::filesystem::create_directories(folder_);
        const int one = socket(AF_INET, SOCK_STREAM, 0);
        auto address = at(0);
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
        std::filesystem::remove_all(folder_);
    }
    void start() {
        pid_ = fork();
        if (pid_ == 0) {
            execl("/usr/sbin/mosquitto", "mosquitto", "-c", (folder_ / "mosquitto.conf").c_str(), nullptr);
            _exit(127);
        }
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{10};
        while (!answers() && std::chrono::steady_clock::now() < end)
            std::this_thread::sleep_for(std::chrono::milliseconds{5});
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
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{10};
        while (mosquitto_connect(client, "127.0.0.1", port, 60) != MOSQ_ERR_SUCCESS &&
               std::chrono::steady_clock::now() < end)
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        mosquitto_publish(client, nullptr, topic.c_str(), static_cast<int>(payload.size()), payload.data(), 0, false);
        while (mosquitto_want_write(client)) mosquitto_loop(client, 10, 1);
        mosquitto_loop(client, 10, 1);
        mosquitto_disconnect(client);
        mosquitto_destroy(client);
    }
    std::uint16_t port = 0;

  private:
    static sockaddr_in at(std::uint16_t port) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        return address;
    }
    bool answers() const {
        const int one = socket(AF_INET, SOCK_STREAM, 0);
        const auto address = at(port);
        const bool there = connect(one, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
        close(one);
        return there;
    }

    std::filesystem::path folder_;
    pid_t pid_ = -1;
};

}  // namespace anlan::mqtt
