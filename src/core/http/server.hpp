#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "http/message.hpp"

namespace anlan::http {

/// One open WebSocket. Held by whoever wants to speak to it; sending after it closed does nothing.
class LiveChannel {
  public:
    virtual ~LiveChannel() = default;
    /// Queues a text frame; may be called from any thread. The text is shared, so one message to ten thousand listeners
    /// is stored once. A listener with more than ServerLimits::live_queue_max frames waiting is closed.
    virtual void send(std::shared_ptr<const std::string> text) = 0;
    virtual void close() = 0;
};

/// What the socket code asks of the program. Called on the server's threads; must return at once.
class Service {
  public:
    virtual ~Service() = default;
    /// `reply` may be called later and from any thread, exactly once.
    virtual void handle(Request request, std::function<void(Answer)> reply) = 0;
    /// Whether this request may open the live channel; returns an Answer of status 101 to agree, else the refusal.
    virtual Answer may_listen(const Request& request) = 0;
    virtual void opened(std::shared_ptr<LiveChannel> channel, const Request& request) = 0;
    virtual void closed(const LiveChannel* channel) = 0;
};

struct ServerLimits {
    std::size_t body_bytes_max = 12 * 1024 * 1024;
    std::size_t bodies_bytes_max = 256 * 1024 * 1024;  ///< of all requests at once; more are told to come back
    std::size_t header_bytes_max = 16 * 1024;
    std::size_t connections_max = 20'000;
    std::size_t live_queue_max = 1'000;         ///< frames waiting for one slow listener
    int live_frames_minute_max = 120;           ///< frames that one listener may send us; browsers send none
    std::chrono::seconds read_seconds_max{15};  ///< a whole request must have arrived
    std::chrono::seconds write_seconds_max{30};
    std::chrono::seconds idle_seconds_max{60};  ///< between two requests of a kept connection
    std::chrono::seconds live_ping_seconds{25};
};

struct ServerSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;                  ///< 0: the system chooses; ask Server::port()
    std::string certificate_file, key_file;  ///< PEM; both empty: plain HTTP
    std::filesystem::path static_root;  ///< web/dist; empty: none. Unknown paths outside /api fall back to index.html
    std::vector<std::pair<std::string, std::filesystem::path>> mounts;  ///< {"/map/", folder}
    ServerLimits limits;
};

/// The threads that all servers of one process share.
class Threads {
  public:
    explicit Threads(int count);
    ~Threads();
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;
    /// Runs `work` on a worker thread; for handlers that read the store.
    void post(std::function<void()> work);
    /// Stops accepting, lets running work end, joins.
    void stop();
    struct Inside;
    Inside& inside() { return *inside_; }

  private:
    std::unique_ptr<Inside> inside_;
};

/// HTTP/1.1 and WebSocket (GET /api/v1/live) on one port. Starts listening in the constructor; throws std::system_error
/// when the port is taken. Closes every connection when destroyed.
class Server {
  public:
    Server(Threads& threads, ServerSettings settings, Service& service);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    std::uint16_t port() const;
    std::size_t connection_count() const;

  private:
    struct Inside;
    std::shared_ptr<Inside> inside_;
};

}  // namespace anlan::http
