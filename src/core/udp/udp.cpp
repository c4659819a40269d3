#include "udp/udp.hpp"

#include <arpa/inet.h>
#include <linux/errqueue.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include "base/host_port.hpp"

namespace anlan::udp {

namespace {

constexpr std::size_t kBatch = 256;
constexpr int kPairTries = 50, kBuffer_bytes = 4 * 1024 * 1024;
constexpr std::uint16_t kPortMost = 65'534;  // the next one is for reports

Refusal invalid() {
    return refuse(
        "address_invalid",
        "address",
        "地址应为“主机:端口”，例如 192.168.1.20:5004",
        "the address should be host:port, for example 192.168.1.20:5004"
    );
}

sockaddr_in to_socket(const Place& place) {
    sockaddr_in made{};
    made.sin_family = AF_INET;
    made.sin_addr.s_addr = htonl(place.ip);
    made.sin_port = htons(place.port);
    return made;
}

Place from_socket(const sockaddr_in& address) {
    return {ntohl(address.sin_addr.s_addr), ntohs(address.sin_port)};
}

template <class T>
void set(int handle, int level, int option, T value) {
    setsockopt(handle, level, option, &value, sizeof value);
}

}  // namespace

Result<Place> place_of(const std::string& address) {
    const auto read = read_host_port(address);
    if (!read || read->port > kPortMost) return invalid();
    Place made{0, read->port};
    const auto& host = read->host;
    in_addr numeric{};
    if (inet_pton(AF_INET, host.c_str(), &numeric) == 1) {
        made.ip = ntohl(numeric.s_addr);
        return made;
    }
    addrinfo wanted{}, *found = nullptr;
    wanted.ai_family = AF_INET;
    wanted.ai_socktype = SOCK_DGRAM;
    if (getaddrinfo(host.c_str(), nullptr, &wanted, &found) != 0 || found == nullptr)
        return refuse("address_unknown", "address", "找不到主机 " + host, "the host " + host + " is not known");
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owned(found, &freeaddrinfo);
    sockaddr_in first{};
    std::memcpy(&first, found->ai_addr, sizeof first);
    made.ip = ntohl(first.sin_addr.s_addr);
    return made;
}

UdpSocket::~UdpSocket() {
    if (handle_ >= 0) close(handle_);
}
UdpSocket::UdpSocket(UdpSocket&& other) noexcept : handle_(std::exchange(other.handle_, -1)), port_(other.port_) {}
UdpSocket& UdpSocket::operator=(UdpSocket&& other) noexcept {
    std::swap(handle_, other.handle_);
    std::swap(port_, other.port_);
    return *this;
}

std::optional<UdpSocket> UdpSocket::open(std::uint32_t ip, std::uint16_t port, int hops) {
    UdpSocket made;
    made.handle_ = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    auto address = to_socket({ip, port});
    socklen_t size = sizeof address;
    if (made.handle_ < 0 || bind(made.handle_, reinterpret_cast<sockaddr*>(&address), size) != 0) return std::nullopt;
    getsockname(made.handle_, reinterpret_cast<sockaddr*>(&address), &size);
    made.port_ = ntohs(address.sin_port);
    set(made.handle_, IPPROTO_IP, IP_RECVERR, 1);
    set(made.handle_, IPPROTO_IP, IP_MULTICAST_TTL, hops);
    if (ip != INADDR_ANY) set(made.handle_, IPPROTO_IP, IP_MULTICAST_IF, in_addr{htonl(ip)});
    set(made.handle_, IPPROTO_IP, IP_TOS, 0xB8);  // expedited, as speech is
    set(made.handle_, SOL_SOCKET, SO_SNDBUF, kBuffer_bytes);
    set(made.handle_, SOL_SOCKET, SO_RCVBUF, kBuffer_bytes);
    return made;
}

void UdpSocket::send(const std::vector<Packet>& packets, const Bounced& bounced) const {
    std::array<mmsghdr, kBatch> messages;
    std::array<sockaddr_in, kBatch> places;
    std::array<std::array<iovec, 2>, kBatch> parts;
    int tries = 0;
    for (std::size_t at = 0; at < packets.size();) {
        const auto count = std::min(kBatch, packets.size() - at);
        for (std::size_t i = 0; i < count; ++i) {
            const auto& packet = packets[at + i];
            places[i] = to_socket(packet.to);
            parts[i] = {
                iovec{const_cast<char*>(packet.head), packet.head_size},
                iovec{const_cast<char*>(packet.body.data()), packet.body.size()}};
            messages[i] = {};
            messages[i].msg_hdr.msg_name = &places[i];
            messages[i].msg_hdr.msg_namelen = sizeof places[i];
            messages[i].msg_hdr.msg_iov = parts[i].data();
            messages[i].msg_hdr.msg_iovlen = parts[i].size();
        }
        const int sent = sendmmsg(handle_, messages.data(), static_cast<unsigned>(count), 0);
        if (sent > 0) {
            at += static_cast<std::size_t>(sent);
            tries = 0;
            continue;
        }
        // What an earlier packet met with is told to the next call, whoever that was for: once more, then pass it over.
        read_bounced(bounced);
        if (++tries < 3) continue;
        bounced(packets[at].to);
        ++at;
        tries = 0;
    }
}

void UdpSocket::read_bounced(const Bounced& bounced) const {
    for (;;) {
        sockaddr_in to{};
        std::array<char, 512> control;
        msghdr message{};
        message.msg_name = &to;
        message.msg_namelen = sizeof to;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        if (recvmsg(handle_, &message, MSG_ERRQUEUE | MSG_DONTWAIT) < 0) return;
        for (auto* part = CMSG_FIRSTHDR(&message); part != nullptr; part = CMSG_NXTHDR(&message, part)) {
            if (part->cmsg_level != IPPROTO_IP || part->cmsg_type != IP_RECVERR) continue;
            sock_extended_err fault{};
            std::memcpy(&fault, CMSG_DATA(part), sizeof fault);
            if (fault.ee_origin == SO_EE_ORIGIN_ICMP) bounced(from_socket(to));
        }
    }
}

void UdpSocket::receive(const std::function<void(const Place&, std::string_view)>& heard) const {
    std::array<char, 2'048> bytes;
    for (int faults = 0; faults < 16;) {
        sockaddr_in from{};
        socklen_t size = sizeof from;
        const auto got = recvfrom(handle_, bytes.data(), bytes.size(), 0, reinterpret_cast<sockaddr*>(&from), &size);
        if (got >= 0) {
            heard(from_socket(from), {bytes.data(), static_cast<std::size_t>(got)});
            continue;
        }
        if (errno == EAGAIN || errno == EWOULDBLOCK) return;
        ++faults;  // what an earlier packet met with
    }
}

Result<UdpPair> open_pair(const std::string& local, std::uint16_t port, int hops) {
    in_addr numeric{};
    if (inet_pton(AF_INET, local.c_str(), &numeric) != 1)
        return refuse("address_invalid", "local", "本机地址应为 IPv4 地址", "the local address should be of IPv4");
    const auto ip = ntohl(numeric.s_addr);
    for (int i = 0; i < (port == 0 ? kPairTries : 1); ++i) {
        auto sound = UdpSocket::open(ip, port, hops);
        if (!sound || sound->port() % 2 != 0 || sound->port() > kPortMost) continue;
        auto reports = UdpSocket::open(ip, static_cast<std::uint16_t>(sound->port() + 1), hops);
        if (reports) return UdpPair{std::move(*sound), std::move(*reports)};
    }
    return refuse(
        "port_taken",
        "port",
        "播音端口被占用，或不是偶数（下一个端口用于回执）",
        "the port for sound is taken, or odd (the next one is for receipts)"
    );
}

}  // namespace anlan::udp
