#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

#include "http/server.hpp"

/// For this room's tests.
namespace anlan::http {

/// Echoes bodies; keeps listeners; holds answers back when told to.
class Echo final : public Service {
  public:
    void handle(Request request, std::function<void(Answer)> reply) override {
        std::unique_lock lock(mutex);
        if (request.path == "/api/held") {
            held.push_back(std::move(reply));
            changed.notify_all();
            return;
        }
        lock.unlock();
        Answer answer;
        answer.content_type = "text/plain";
        answer.body = request.path + "|" + request.query_value("q") + "|" + request.bearer + "|" + request.body;
        reply(std::move(answer));
    }
    Answer may_listen(const Request& request) override {
        Answer answer;
        answer.status = request.bearer == "good" ? 101 : 401;
        return answer;
    }
    void opened(std::shared_ptr<LiveChannel> channel, const Request&) override {
        std::lock_guard lock(mutex);
        channels.push_back(std::move(channel));
        changed.notify_all();
    }
    void closed(const LiveChannel*) override {
        std::lock_guard lock(mutex);
        ++closed_count;
        changed.notify_all();
    }
    template <class Until>
    void wait(Until until) {
        std::unique_lock lock(mutex);
        ASSERT_TRUE(changed.wait_for(lock, std::chrono::seconds{10}, until));
    }

    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::shared_ptr<LiveChannel>> channels;
    std::vector<std::function<void(Answer)>> held;
    int closed_count = 0;
};

/// A server on loopback with a few files.
struct a_server : ::testing::Test {
    a_server() {
        folder = std::filesystem::temp_directory_path() / ("anlan_http_" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder / "assets");
        std::ofstream(folder / "index.html") << "<p>" << std::string(3'000, 'a');
        std::ofstream(folder / "assets/x.js") << "0123456789";
        std::ofstream(folder / ".secret") << "no";
        std::ofstream(folder / "large.pmtiles") << std::string(5 * 1024 * 1024, 'm');
        std::ofstream(folder / "assets/big.js") << std::string(3 * 1024 * 1024, 'b');
        settings.static_root = folder;
        settings.limits.body_bytes_max = 10'000;
        settings.limits.read_seconds_max = std::chrono::seconds{1};
        open();
    }
    /// Opens it (again) with the settings as they are now.
    void open() {
        server.reset();
        server = std::make_unique<Server>(threads, settings, service);
    }
    /// Whether the last connection has ended before ten seconds are over.
    bool empties() const {
        const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds{10};
        while (server->connection_count() > 0 && std::chrono::steady_clock::now() < limit) std::this_thread::yield();
        return server->connection_count() == 0;
    }
    ~a_server() override {
        server.reset();
        threads.stop();
        std::filesystem::remove_all(folder);
    }

    std::filesystem::path folder;
    ServerSettings settings;
    Threads threads{2};
    Echo service;
    std::unique_ptr<Server> server;
};

}  // namespace anlan::http
