#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <unordered_set>
#include <utility>

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
    std::atomic<std::size_t> body_bytes{0};  ///< of all requests being read or answered

    std::mutex mutex;
    std::unordered_set<Closable*> open;

    void enter(Closable* one) {
        std::lock_guard lock(mutex);
        open.insert(one);
        // The server was closed between accepting this one and now.
        if (service.load() == nullptr) one->close_soon();
    }
    void leave(Closable* one) {
        std::lock_guard lock(mutex);
        open.erase(one);
    }
};

/// Stays in the list of what the server closes for as long as it lives, whatever ends it.
class Entered {
  public:
    Entered(std::shared_ptr<Shared> shared, Closable* one) : shared_(std::move(shared)), one_(one) {
        shared_->enter(one_);
    }
    Entered(const Entered&) = delete;
    Entered& operator=(const Entered&) = delete;
    ~Entered() { leave(); }
    void leave() {
        if (one_ != nullptr) shared_->leave(std::exchange(one_, nullptr));
    }

  private:
    std::shared_ptr<Shared> shared_;
    Closable* one_;
};

/// Takes a part of what the server can give, for as long as it lives: one connection, or a body's bytes.
class Taken {
  public:
    Taken() = default;
    /// `of` is a member of `shared`.
    Taken(std::shared_ptr<Shared> shared, std::atomic<std::size_t>& of, std::size_t amount)
        : shared_(std::move(shared)), of_(&of), amount_(amount) {
        of += amount;
    }
    Taken(Taken&& other) noexcept
        : shared_(std::move(other.shared_)), of_(std::exchange(other.of_, nullptr)), amount_(other.amount_) {}
    Taken& operator=(Taken&& other) noexcept {
        std::swap(shared_, other.shared_);
        std::swap(of_, other.of_);
        std::swap(amount_, other.amount_);
        return *this;
    }
    ~Taken() {
        if (of_ != nullptr) *of_ -= amount_;
    }

  private:
    std::shared_ptr<Shared> shared_;
    std::atomic<std::size_t>* of_ = nullptr;
    std::size_t amount_ = 0;
};

/// Notes what ended a connection that should have ended by itself.
void log_end(const std::exception_ptr& fault);

/// Translates a Beast request, all but its body. Nothing when it is well formed, else the refusal.
std::optional<Answer> read_request(const bhttp::request<bhttp::string_body>& from, Request& into);

/// The headers every answer carries, and the answer's own.
bhttp::response<bhttp::string_body> to_beast(
    Answer&& answer, const Request& request, bool keep_alive, bool accepts_gzip
);

/// A refusal that the socket code itself gives.
Answer socket_problem(int status, const std::string& code, const std::string& zh, const std::string& en);

/// Serves one connection until it ends.
template <class Stream>
Task<void> serve_connection(std::shared_ptr<Shared> shared, Stream stream, Taken place);

/// Takes an upgraded connection over; it lives on by itself until the listener has gone.
template <class Stream>
Task<void> serve_live(
    std::shared_ptr<Shared> shared,
    Stream stream,
    bhttp::request<bhttp::string_body> upgrade,
    Request request,
    Taken place
);

}  // namespace anlan::http
