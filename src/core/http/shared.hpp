#pragma once

#include <atomic>
#include <mutex>
#include <unordered_set>

#include "http/beast.hpp"
#include "http/server.hpp"
#include "http/static_files.hpp"

namespace anlan::http {

/// Something that can be told to end: a listener's connection.
class Closable {
  public:
    virtual ~Closable() = default;
    virtual void close_soon() = 0;
};

/// What one server's connections share; outlives the Server while they end.
struct Shared {
    Shared(ServerSettings given, Service& asked)
        : settings(std::move(given)), service(&asked), files(settings.static_root, settings.mounts) {}

    ServerSettings settings;
    std::atomic<Service*> service;  ///< null once the server is closed
    StaticFiles files;
    std::atomic<std::size_t> connections{0};

    std::mutex mutex;
    std::unordered_set<Closable*> open;

    void enter(Closable* one) {
        std::lock_guard lock(mutex);
        open.insert(one);
    }
    void leave(Closable* one) {
        std::lock_guard lock(mutex);
        open.erase(one);
    }
};

/// Counts a connection for as long as it lives.
class Counted {
  public:
    explicit Counted(std::shared_ptr<Shared> shared) : shared_(std::move(shared)) { ++shared_->connections; }
    Counted(Counted&& other) noexcept = default;
    Counted& operator=(Counted&&) = delete;
    ~Counted() {
        if (shared_) --shared_->connections;
    }

  private:
    std::shared_ptr<Shared> shared_;
};

/// Translates a Beast request; false when the target cannot be understood.
bool read_request(const bhttp::request<bhttp::string_body>& from, Request& into);

/// The headers every answer carries, and the answer's own.
bhttp::response<bhttp::string_body> to_beast(Answer&& answer, const Request& request, bool keep_alive, bool accepts_gzip);

/// A refusal that the socket code itself gives.
Answer socket_problem(int status, const std::string& code, const std::string& zh, const std::string& en);

/// Serves one connection until it ends.
template <class Stream>
Task<void> serve_connection(std::shared_ptr<Shared> shared, Stream stream);

/// Takes an upgraded connection over. Returns when the listener has gone.
template <class Stream>
Task<void> serve_live(
    std::shared_ptr<Shared> shared, Stream stream, bhttp::request<bhttp::string_body> upgrade, Request request
);

}  // namespace anlan::http
