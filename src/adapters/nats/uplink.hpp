#pragma once

#include <memory>
#include <string>

#include "base/time.hpp"
#include "nats/place.hpp"

namespace anlan::nats {

struct UplinkFacts {
    bool connected = false;  ///< the parent has taken us in
    bool slow = false;       ///< a round trip takes long: JetStream's own traffic would eat the line
    Instant since{};
    std::int64_t bytes_in_today = 0, bytes_out_today = 0;  ///< on the wire, TLS included; the day is Beijing's
    Milliseconds round_trip{0};
    std::string note;
};

/// The way to the parent over a bad line. It stands between the local nats-server's leaf and the parent's leaf port:
/// dials without end, speaks TLS with the pinned certificate, proves who we are, and lets the local server in only when
/// the parent is there. Its buffers are small, so that what is urgent is not behind what was sent long ago.
class Uplink {
  public:
    Uplink(const NatsPlace& place, const Clock& clock);
    ~Uplink();

    /// Where the local nats-server finds its parent; fixed from construction on.
    std::uint16_t local_port() const;
    void start();
    void stop();
    UplinkFacts facts() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::nats
