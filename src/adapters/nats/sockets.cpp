#include "nats/sockets.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace anlan::nats {

namespace {

constexpr int kSilentMilliseconds = 20'000;  // sent and unanswered for so long: the connection is given up

void set(const Socket& socket, int level, int option, int value) {
    ::setsockopt(socket.descriptor(), level, option, &value, sizeof value);
}

Socket bind_loopback(std::uint16_t port) {
    Socket made(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    set(made, SOL_SOCKET, SO_REUSEADDR, 1);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    if (::bind(made.descriptor(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) made.close();
    return made;
}

}  // namespace

Socket& Socket::operator=(Socket&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

void Socket::close() {
    if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
}

std::optional<std::string> Socket::read(std::size_t most) const {
    std::string out(most, '\0');
    const auto got = ::recv(descriptor_, out.data(), out.size(), MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) return std::string();
    if (got <= 0) return std::nullopt;
    out.resize(static_cast<std::size_t>(got));
    return out;
}

bool Socket::write(std::string& waiting) const {
    if (waiting.empty()) return true;
    const auto sent = ::send(descriptor_, waiting.data(), waiting.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent < 0) return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
    waiting.erase(0, static_cast<std::size_t>(sent));
    return true;
}

std::pair<Socket, std::uint16_t> reserve_port() {
    auto made = bind_loopback(0);
    sockaddr_in address{};
    socklen_t size = sizeof address;
    if (!made.open() || ::getsockname(made.descriptor(), reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throw std::runtime_error("no free port on loopback");
    return {std::move(made), ntohs(address.sin_port)};
}

Socket listen_on(std::uint16_t port) {
    auto made = bind_loopback(port);
    if (made.open() && ::listen(made.descriptor(), 1) != 0) made.close();
    return made;
}

Socket accept_from(const Socket& listener) {
    Socket made(::accept4(listener.descriptor(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (made.open()) set(made, IPPROTO_TCP, TCP_NODELAY, 1);
    return made;
}

Socket begin_dial(const std::string& host, std::uint16_t port) {
    addrinfo wish{}, *found = nullptr;
    wish.ai_socktype = SOCK_STREAM;
    if (::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &wish, &found) != 0) return {};
    Socket made(::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const int begun = ::connect(made.descriptor(), found->ai_addr, found->ai_addrlen);
    const bool under_way = begun == 0 || errno == EINPROGRESS;
    ::freeaddrinfo(found);
    return under_way ? std::move(made) : Socket();
}

bool dialled(const Socket& socket) {
    int fault = 0;
    socklen_t size = sizeof fault;
    ::getsockopt(socket.descriptor(), SOL_SOCKET, SO_ERROR, &fault, &size);
    errno = fault;
    return fault == 0;
}

void prepare_for_bad_line(const Socket& socket, int unsent_bytes) {
    set(socket, IPPROTO_TCP, TCP_NODELAY, 1);
    set(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, kSilentMilliseconds);
    set(socket, IPPROTO_TCP, TCP_THIN_LINEAR_TIMEOUTS, 1);
    set(socket, SOL_SOCKET, SO_KEEPALIVE, 1);
    set(socket, IPPROTO_TCP, TCP_KEEPIDLE, 15);
    set(socket, IPPROTO_TCP, TCP_KEEPINTVL, 5);
    set(socket, IPPROTO_TCP, TCP_KEEPCNT, 4);
    set(socket, IPPROTO_TCP, TCP_NOTSENT_LOWAT, unsent_bytes);
}

Milliseconds round_trip(const Socket& socket) {
    tcp_info info{};
    socklen_t size = sizeof info;
    if (::getsockopt(socket.descriptor(), IPPROTO_TCP, TCP_INFO, &info, &size) != 0) return Milliseconds{0};
    return Milliseconds{info.tcpi_rtt / 1000};
}

Milliseconds unanswered(const Socket& socket) {
    tcp_info info{};
    socklen_t size = sizeof info;
    if (::getsockopt(socket.descriptor(), IPPROTO_TCP, TCP_INFO, &info, &size) != 0) return Milliseconds{0};
    return Milliseconds{info.tcpi_unacked == 0 ? 0 : info.tcpi_last_ack_recv};
}

}  // namespace anlan::nats
