#pragma once

#include <memory>

#include "nats/place.hpp"
#include "seal/seal.hpp"

namespace anlan::nats {

/// The certificate children pin, as PEM; made and kept in the place's folder when there is none yet.
std::string own_certificate(const NatsPlace& place);

/// This node's nats-server: a process it owns. It is started again whenever it dies, and it dies with this process.
/// What JetStream keeps is thrown away at every start: the journal is the truth and sends again, so a store that was
/// deleted, cut short or put back from a backup is no case of its own.
class NatsServer {
  public:
    NatsServer(NatsPlace place, std::uint16_t uplink_port, seal::Dice& dice);
    ~NatsServer();

    void start();
    void stop();
    /// Takes children in or puts them out without a restart.
    void set_children(std::vector<NatsChild> children);

    int pid() const;     ///< 0 while it is not running
    int starts() const;  ///< how often it was started
    std::string password() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::nats
