#pragma once

#include "meetings/ports.hpp"

namespace anlan::turn {

/// [node.turn]
struct TurnSettings {
    std::string address;               ///< "host:port" as browsers reach it
    std::string tls_address;           ///< the same by TLS; empty: none
    std::string secret;                ///< shared with the relay
    std::int64_t seconds = 4 * 3'600;  ///< how long a password is good for
};

/// Names and passwords that end by themselves.
class RelayPasswords final : public meetings::Relay {
  public:
    explicit RelayPasswords(TurnSettings settings) : settings_(std::move(settings)) {}
    meetings::RelayAnswer servers(const PersonId& person, Instant now) const override;

  private:
    TurnSettings settings_;
};

}  // namespace anlan::turn
