#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace anlan::http {

/// A WebSocket to a program on this very machine, over its unix socket: nothing of it is a port. Whoever calls `run`
/// lends the thread.
class LocalSocket {
  public:
    using Opened = std::function<void()>;
    using Hear = std::function<void(std::string_view text)>;

    LocalSocket(std::string path, std::string subprotocol);
    ~LocalSocket();
    LocalSocket(const LocalSocket&) = delete;
    LocalSocket& operator=(const LocalSocket&) = delete;

    /// Connects and reads until the other side has gone or `close` was called; then says why. Once per object.
    std::string run(const Opened& opened, const Hear& hear);
    /// Any thread; after the end it does nothing.
    void send(std::string text);
    void close();

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::http
