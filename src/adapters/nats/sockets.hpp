#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/time.hpp"

/// Plain TCP for the uplink: nothing here waits.
namespace anlan::nats {

/// A socket that closes itself.
class Socket {
  public:
    Socket() = default;
    explicit Socket(int descriptor) : descriptor_(descriptor) {}
    Socket(Socket&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    Socket& operator=(Socket&& other) noexcept;
    ~Socket() { close(); }

    int descriptor() const { return descriptor_; }
    bool open() const { return descriptor_ >= 0; }
    void close();

    /// What has arrived, at most `most` bytes; nothing at the end of the connection or after a fault.
    std::optional<std::string> read(std::size_t most) const;
    /// Sends what the kernel takes and removes it; false after a fault.
    bool write(std::string& waiting) const;

  private:
    int descriptor_ = -1;
};

/// A free loopback port, kept from others as long as the socket lives.
std::pair<Socket, std::uint16_t> reserve_port();
/// A listener on a reserved loopback port; an empty socket when somebody else has taken it.
Socket listen_on(std::uint16_t port);
Socket accept_from(const Socket& listener);

/// Begins to connect to the first address of the name; an empty socket when there is none.
Socket begin_dial(const std::string& host, std::uint16_t port);
/// After it became writable: whether the connection stands.
bool dialled(const Socket& socket);

/// Settings for a line that may be a satellite's: signs of life, a limit for silence, steady instead of ever slower
/// repetition, and at most `unsent_bytes` waiting in the kernel.
void prepare_for_bad_line(const Socket& socket, int unsent_bytes);
/// The kernel's smoothed round trip.
Milliseconds round_trip(const Socket& socket);
/// For how long nothing that was sent has been acknowledged; zero when nothing is outstanding.
Milliseconds unanswered(const Socket& socket);

}  // namespace anlan::nats
