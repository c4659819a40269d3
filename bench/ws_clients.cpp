#include "bench/ws_clients.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace anlan::bench {

int connect_to(int port) {
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd < 0 || ::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("a listener could not connect");
    const int one = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return fd;
}

namespace {

void upgrade(int fd, const std::string& token) {
    const auto request =
        "GET /api/v1/live HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer " +
        token + "\r\n\r\n";
    if (::send(fd, request.data(), request.size(), 0) != static_cast<ssize_t>(request.size()))
        throw std::runtime_error("a listener could not ask");
    std::string answer;
    std::array<char, 512> piece{};
    while (answer.find("\r\n\r\n") == std::string::npos) {
        const auto count = ::recv(fd, piece.data(), piece.size(), 0);
        if (count <= 0) throw std::runtime_error("a listener was dropped");
        answer.append(piece.data(), static_cast<std::size_t>(count));
    }
    if (answer.find(" 101 ") == std::string::npos)
        throw std::runtime_error("a listener was refused: " + answer.substr(0, 60));
}

}  // namespace

WsClients::WsClients(int port, const std::vector<std::string>& tokens) : poll_(::epoll_create1(0)) {
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    for (const auto& token : tokens) {
        const int fd = connect_to(port);
        upgrade(fd, token);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u32 = static_cast<std::uint32_t>(sockets_.size());
        ::epoll_ctl(poll_, EPOLL_CTL_ADD, fd, &event);
        sockets_.push_back(fd);
    }
}

WsClients::~WsClients() {
    for (const int fd : sockets_) ::close(fd);
    ::close(poll_);
}

std::vector<double> WsClients::wait_for(
    const std::string& word, std::chrono::steady_clock::time_point start, std::chrono::seconds limit
) {
    using Clock = std::chrono::steady_clock;
    std::vector<double> times(sockets_.size(), -1);
    std::vector<std::string> tails(sockets_.size());
    std::size_t missing = sockets_.size();
    std::array<epoll_event, 256> events{};
    std::array<char, 16'384> piece{};
    while (missing > 0 && Clock::now() - start < limit) {
        const int count = ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()), 100);
        for (int i = 0; i < count; ++i) {
            const auto index = events[static_cast<std::size_t>(i)].data.u32;
            const auto bytes = ::recv(sockets_[index], piece.data(), piece.size(), MSG_DONTWAIT);
            if (bytes <= 0 || times[index] >= 0) continue;
            auto& tail = tails[index];
            tail.append(piece.data(), static_cast<std::size_t>(bytes));
            if (tail.find(word) == std::string::npos) continue;
            times[index] = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
            --missing;
        }
    }
    return times;
}

}  // namespace anlan::bench
