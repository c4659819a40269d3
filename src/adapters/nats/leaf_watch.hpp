#pragma once

#include <map>
#include <string>

#include "nats/client.hpp"

namespace anlan::nats {

/// What this node's server knows of the children connected to it.
struct LeafState {
    bool connected = false;
    Instant since{};
    std::int64_t bytes_in_today = 0, bytes_out_today = 0;  ///< as NATS counts: without TLS and TCP
};

/// Asks the own server now and then which children are there. Not for several threads at once.
class LeafWatch {
  public:
    explicit LeafWatch(const Login& login) : client_(login) {}
    void look(Instant now);
    /// By account.
    const std::map<std::string, LeafState>& states() const { return states_; }

  private:
    struct Counted {
        std::int64_t in = 0, out = 0;  // of the connection, at the last look
    };
    Client client_;
    std::map<std::string, LeafState> states_;
    std::map<std::string, Counted> counted_;
    std::int64_t day_ = 0;
};

}  // namespace anlan::nats
