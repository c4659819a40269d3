#pragma once

#include <optional>

#include "nats/leaf_words.hpp"
#include "nats/place.hpp"
#include "seal/tls_client.hpp"

namespace anlan::nats {

/// One connection between the local server's leaf and the parent, as bytes in and bytes out; the sockets are the
/// uplink's. Order of things, chosen to cost a slow line two and a half round trips: the TLS greeting goes out before
/// the parent's INFO is in; CONNECT, interest and the first frames follow the handshake without waiting.
class LeafSession {
  public:
    LeafSession(const NatsPlace& place, std::uint16_t local_port);

    void from_parent(std::string_view bytes);
    void from_local(std::string_view bytes);

    /// The envelope is closed and the parent has spoken: only the local server's CONNECT is missing.
    bool ready() const { return info_ && tls_.established() && fault.empty(); }

    /// The parent has shown the right certificate and our CONNECT is on its way: frames may follow.
    bool introduced() const { return connect_sent_; }

    std::string to_parent;  ///< to be sent, in order; the owner removes what is sent
    std::string to_local;
    bool taken_in = false;  ///< the parent has accepted who we are
    bool refused = false;   ///< the parent has said that it does not
    std::string fault;      ///< not empty: this session is over, in words for people

  private:
    void open_envelope(std::string_view cipher_text);
    void greet_parent();
    void hear(std::string text);
    void fail(const Refusal& refusal) { fault = refusal.zh; }

    const NatsPlace& place_;
    std::uint16_t local_port_;
    seal::TlsClient tls_;
    std::optional<LeafInfo> info_;
    std::string opening_, connect_, answer_;  ///< first lines while they are incomplete
    bool connect_heard_ = false, connect_sent_ = false;
};

}  // namespace anlan::nats
