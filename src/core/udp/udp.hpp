#pragma once

#include <netinet/in.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// Sockets of a sender of many small packets (IPv4).
namespace anlan::udp {

struct Place {
    std::uint32_t ip = 0;  ///< in the order of the host
    std::uint16_t port = 0;
    auto operator<=>(const Place&) const = default;
    bool group() const { return ip >> 28 == 0xE; }
    Place next() const { return {ip, static_cast<std::uint16_t>(port + 1)}; }
};

/// "192.168.1.20:5004", "239.1.2.3:5004" or a name with a port; of a name the first IPv4 address. Refuses
/// `address_invalid`, `address_unknown`. Asks a name server only for names.
Result<Place> place_of(const std::string& address);

struct Packet {
    Place to;
    const char* head = nullptr;
    std::size_t head_size = 0;
    std::string_view body;
};

class UdpSocket {
  public:
    UdpSocket() = default;
    ~UdpSocket();
    UdpSocket(UdpSocket&& other) noexcept;
    UdpSocket& operator=(UdpSocket&& other) noexcept;

    /// Bound; port 0: any free one. Nothing when the port is taken.
    static std::optional<UdpSocket> open(std::uint32_t ip, std::uint16_t port, int hops);

    int handle() const { return handle_; }
    std::uint16_t port() const { return port_; }

    /// Sends all in order. What cannot be sent is passed over and told as `bounced`, like what came back as refused or
    /// unreachable meanwhile.
    using Bounced = std::function<void(const Place&)>;
    void send(const std::vector<Packet>& packets, const Bounced& bounced) const;
    void read_bounced(const Bounced& bounced) const;
    /// All that waits, without waiting.
    void receive(const std::function<void(const Place& from, std::string_view)>& heard) const;

  private:
    int handle_ = -1;
    std::uint16_t port_ = 0;
};

/// Two sockets on an even port and the one after it, as RTP and RTCP want them. Refuses `port_taken`.
struct UdpPair {
    UdpSocket sound, reports;
};
Result<UdpPair> open_pair(const std::string& local, std::uint16_t port, int hops);

}  // namespace anlan::udp
