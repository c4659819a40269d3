#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/time.hpp"

/// The only place that knows cnats: a connection to the node's own nats-server, for one account. Calls may come from
/// any thread; what is heard is told on a thread of the library's.
namespace anlan::nats {

struct Login {
    std::uint16_t port = 0;  ///< on loopback
    std::string user, password;
};

/// A stream that draws from the stream of a neighbour's server.
struct Drawn {
    std::string name, source;
    std::string domain;  ///< of the neighbour's JetStream
};

struct StreamState {
    std::uint64_t last_number = 0;
    std::uint64_t behind = 0;  ///< known at the source and not yet here
};

class Client {
  public:
    using Heard = std::function<void(std::string)>;

    /// Connects in the background and again for ever.
    explicit Client(const Login& login);
    ~Client();

    bool connected() const;
    /// The server turned the password down twice and cnats will not ask again: only another client can connect.
    bool given_up() const;
    /// How often the connection was made: a change means a server with empty streams.
    int connections() const;

    /// False when it could not even be handed over; nothing is kept for later.
    bool publish(const std::string& subject, std::string_view text);
    /// False once the connection was given up; else it lasts through every reconnection.
    bool subscribe(const std::string& subject, Heard heard);
    std::optional<std::string> ask(const std::string& subject, Milliseconds limit);

    /// Streams lie in memory and are small: the journal is the queue, this is a pipe.
    bool make_stream(const std::string& name, const std::string& subject);
    bool draw_stream(const Drawn& drawn);
    void drop_stream(const std::string& name);
    std::optional<StreamState> stream(const std::string& name);
    /// Hears everything in the stream from its beginning until the stream is dropped.
    bool follow(const std::string& stream, Heard heard);
    void unfollow();

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::nats
