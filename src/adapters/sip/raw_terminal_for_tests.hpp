#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <optional>

#include "sip/telephone_for_tests.hpp"

namespace anlan::sip::test {

/// A socket of UDP on 127.0.0.1, or another address of this machine, that keeps what comes.
class Socket {
  public:
    explicit Socket(const char* address = "127.0.0.1") : socket_(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
        auto here = place(0, address);
        ::bind(socket_, reinterpret_cast<struct sockaddr*>(&here), sizeof here);
        socklen_t size = sizeof here;
        ::getsockname(socket_, reinterpret_cast<struct sockaddr*>(&here), &size);
        port = ::ntohs(here.sin_port);
    }
    ~Socket() { ::close(socket_); }
    Socket(const Socket&) = delete;

    void send(std::uint16_t to, const std::string& bytes) const {
        auto there = place(to, "127.0.0.1");
        ::sendto(socket_, bytes.data(), bytes.size(), 0, reinterpret_cast<struct sockaddr*>(&there), sizeof there);
    }
    /// The next that comes; nothing: none did in this time.
    std::optional<std::string> next(std::chrono::milliseconds most = 5s) {
        struct pollfd ready {
            socket_, POLLIN, 0
        };
        if (::poll(&ready, 1, static_cast<int>(most.count())) <= 0) return std::nullopt;
        char bytes[4'096];
        struct sockaddr_in where {};
        socklen_t size = sizeof where;
        const auto got = ::recvfrom(socket_, bytes, sizeof bytes, 0, reinterpret_cast<struct sockaddr*>(&where), &size);
        from = ::ntohs(where.sin_port);
        return std::string(bytes, got > 0 ? static_cast<std::size_t>(got) : 0);
    }
    /// The next of which this holds.
    template <class Holds>
    std::optional<std::string> next_that(Holds holds, std::chrono::milliseconds most = 5s) {
        for (const auto end = std::chrono::steady_clock::now() + most; std::chrono::steady_clock::now() < end;) {
            auto one = next(100ms);
            if (one && holds(*one)) return one;
        }
        return std::nullopt;
    }
    std::uint16_t port = 0, from = 0;  ///< its own; of whom the last came from

  private:
    static struct sockaddr_in place(std::uint16_t port, const char* address) {
        struct sockaddr_in made {};
        made.sin_family = AF_INET;
        made.sin_port = ::htons(port);
        ::inet_pton(AF_INET, address, &made.sin_addr);
        return made;
    }
    int socket_;
};

inline std::string header(const std::string& message, const std::string& name) {
    const auto at = message.find("\r\n" + name + ":");
    if (at == std::string::npos) return {};
    const auto from = message.find_first_not_of(' ', at + name.size() + 3);
    return message.substr(from, message.find("\r\n", from) - from);
}

/// A conference set of which a test says every byte: it answers one call with this description, and all else with 200.
class RawTerminal {
  public:
    /// `pictures`: lines behind "m=video <port> RTP/AVP"; empty: it refuses them.
    explicit RawTerminal(std::string pictures) : pictures_(std::move(pictures)) {
        thread_ = std::thread([this] {
            while (!stopping_)
                if (const auto asked = sip_.next(50ms)) answer(*asked);
        });
    }
    ~RawTerminal() {
        stopping_ = true;
        thread_.join();
    }
    std::string uri() const { return "sip:801@127.0.0.1:" + std::to_string(sip_.port); }
    /// The last request of this kind, with its body.
    std::string told(const std::string& method) {
        wait_until([&] { return !said(method).empty(); }, 5s);
        return said(method);
    }
    std::string said(const std::string& method) {
        const std::lock_guard lock(mutex_);
        return told_[method];
    }
    void forget(const std::string& method) {
        const std::lock_guard lock(mutex_);
        told_.erase(method);
    }
    /// Within the call; `type` and `body` of an INFO.
    void info(const std::string& type, const std::string& body) {
        const auto invite = told("INVITE");
        const auto contact = header(invite, "Contact");
        const auto to = contact.substr(contact.find('<') + 1, contact.find('>') - contact.find('<') - 1);
        const auto at = to.rfind(':');
        ++infos_;
        const auto text = "INFO " + to + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + std::to_string(sip_.port) +
                          ";branch=z9hG4bKinfo" + std::to_string(infos_) + "\r\nFrom: " + header(invite, "To") +
                          ";tag=raw\r\nTo: " + header(invite, "From") + "\r\nCall-ID: " + header(invite, "Call-ID") +
                          "\r\nCSeq: " + std::to_string(infos_) + " INFO\r\nMax-Forwards: 70\r\nContent-Type: " + type +
                          "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
        sip_.send(static_cast<std::uint16_t>(std::stoi(to.substr(at + 1))), text);
    }
    Socket picture, reports, sound;
    /// Where the station takes pictures, as it said.
    std::uint16_t station_port() {
        const auto invite = told("INVITE");
        return static_cast<std::uint16_t>(std::stoi(invite.substr(invite.find("m=video ") + 8)));
    }

  private:
    void answer(const std::string& asked) {
        if (asked.starts_with("SIP/2.0")) {
            const std::lock_guard lock(mutex_);
            told_["answer"] = asked;
            return;
        }
        const auto method = asked.substr(0, asked.find(' '));
        {
            const std::lock_guard lock(mutex_);
            told_[method] = asked;
        }
        if (method == "ACK") return;
        std::string body;
        if (method == "INVITE") {
            body = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio " +
                   std::to_string(sound.port) + " RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n";
            body += pictures_.empty() ? "m=video 0 RTP/AVP 96\r\n"
                                      : "m=video " + std::to_string(picture.port) + " RTP/AVP " + pictures_ +
                                            "a=rtcp:" + std::to_string(reports.port) + "\r\n";
        }
        const auto tag = header(asked, "To").find("tag=") == std::string::npos ? ";tag=raw" : "";
        sip_.send(
            sip_.from,
            "SIP/2.0 200 OK\r\nVia: " + header(asked, "Via") + "\r\nFrom: " + header(asked, "From") +
                "\r\nTo: " + header(asked, "To") + tag + "\r\nCall-ID: " + header(asked, "Call-ID") +
                "\r\nCSeq: " + header(asked, "CSeq") + "\r\nContact: <" + uri() + ">\r\n" +
                (body.empty() ? "" : "Content-Type: application/sdp\r\n") +
                "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body
        );
    }

    std::string pictures_;
    Socket sip_;
    std::mutex mutex_;
    std::map<std::string, std::string> told_;
    int infos_ = 0;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

}  // namespace anlan::sip::test
