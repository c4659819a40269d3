#pragma once

#include <poll.h>

#include <chrono>
#include <memory>
#include <vector>

#include "nats/leaf_session.hpp"
#include "nats/sockets.hpp"

namespace anlan::nats {

using Steady = std::chrono::steady_clock;

/// A connection to the parent, and what is said on it.
struct Way {
    Way(const NatsPlace& place, std::uint16_t local_port, Socket dialled)
        : parent(std::move(dialled)), session(place, local_port) {}

    Socket parent;
    LeafSession session;
    Steady::time_point begun = Steady::now();
};

/// Ways to the parent that are being made. A new one is dialled every moment, each with its own patience, and two greet
/// the parent at once: on a bad line every packet of a greeting may be lost, which costs three to five seconds; two
/// greetings seldom lose one both. They cost the line little, as the second follows in the pauses of the first.
class Ways {
  public:
    Ways(const NatsPlace& place, const std::uint16_t& local_port) : place_(place), local_port_(local_port) {}

    /// Dials when it is time, and adds what is to be waited for; returns until when.
    Steady::time_point prepare(std::vector<pollfd>& waits);
    /// Takes what has come; `waits` as prepared, from `at` on, after poll.
    void go_on(const std::vector<pollfd>& waits, std::size_t at);
    void clear();

    /// What the local server is to be told first, once a parent has spoken; empty before.
    const std::string& greeting() const { return greeting_; }
    bool any_ready() const;
    /// The first that may be used: the envelope is closed, only CONNECT is missing.
    std::unique_ptr<Way> take_ready();

    std::string note;                 ///< for people: why there is none
    std::int64_t came = 0, went = 0;  ///< bytes since the owner last looked

  private:
    struct Attempt {
        Socket socket;
        Steady::time_point begun;
    };
    /// Several dials of a cut line come through together once it is back; each greeting of theirs costs a slow line a
    /// second, so only as many speak as help.
    bool may_greet(Steady::time_point now) const;
    void speak(Way& way);

    const NatsPlace& place_;
    const std::uint16_t& local_port_;
    std::vector<Attempt> attempts_;
    std::vector<std::unique_ptr<Way>> ways_;
    Steady::time_point next_{};
    std::string greeting_;
};

}  // namespace anlan::nats
