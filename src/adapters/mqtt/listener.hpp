#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace anlan::mqtt {

struct ListenerSettings {
    std::string host;
    std::uint16_t port = 1883;
    std::string user, password;
    std::string authority_file;  ///< PEM of the authority of the broker's certificate; empty: no TLS
    std::string client;          ///< the same at every start, so that the broker keeps the session
    std::vector<std::string> topics;
};

struct ListenerState {
    bool connected = false;
    std::string note;  ///< why not
    std::uint64_t messages = 0;
};

/// Subscribes and hands on every message, on a thread of its own, until it is destroyed. Also publishes.
class Listener {
  public:
    using Heard = std::function<void(std::string_view topic, std::string_view payload)>;

    Listener(ListenerSettings settings, Heard heard);
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    ListenerState state() const;
    /// Goes to a broker that was not reached again at once, and waits for it at most so long. Any thread but its own.
    bool reach(std::chrono::milliseconds patience);
    /// Hands a message to the broker (QoS 1); `retained`: kept there for who comes later, an empty one ends that. False
    /// when the broker is not reached: nothing is kept for later. Any thread.
    bool publish(const std::string& topic, std::string_view payload, bool retained = false);

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::mqtt
