#include "nats/leaf_session.hpp"

namespace anlan::nats {

namespace {

constexpr std::size_t kLongestLine = 16'384;

/// Cuts the first line off `held`, without its end; nothing while it is incomplete.
std::optional<std::string> first_line(std::string& held) {
    const auto end = held.find("\r\n");
    if (end == std::string::npos) return std::nullopt;
    auto line = held.substr(0, end);
    held.erase(0, end + 2);
    return line;
}

}  // namespace

LeafSession::LeafSession(const NatsPlace& place, std::uint16_t local_port)
    : place_(place), local_port_(local_port), tls_(place.parent_certificate) {
    to_parent = tls_.take_cipher_text();
}

void LeafSession::from_parent(std::string_view bytes) {
    if (info_) return open_envelope(bytes);
    opening_ += bytes;
    const auto line = first_line(opening_);
    if (!line) {
        if (opening_.size() > kLongestLine) fault = "对方不是上级节点的接入端口。";
        return;
    }
    auto info = read_leaf_info(*line);
    if (!info) return fail(info.error());
    info_ = std::move(info).value();
    to_local += info_for_local(*info_, place_.area, place_.parent, local_port_);
    open_envelope(std::exchange(opening_, {}));
}

void LeafSession::open_envelope(std::string_view cipher_text) {
    tls_.feed(cipher_text);
    greet_parent();
    auto text = tls_.read();
    to_parent += tls_.take_cipher_text();
    if (!text.empty()) hear(std::move(text));
    if (!tls_.fault().empty() && fault.empty()) fault = "与上级节点的加密连接失败：" + tls_.fault();
}

void LeafSession::from_local(std::string_view bytes) {
    if (connect_sent_) {
        tls_.write(bytes);
    } else {
        connect_ += bytes;
        connect_heard_ = connect_.find("\r\n") != std::string::npos;
        if (!connect_heard_ && connect_.size() > kLongestLine) fault = "本机的 nats-server 没有按约定连接。";
        greet_parent();
    }
    to_parent += tls_.take_cipher_text();
}

/// As soon as the envelope is closed and the local server has said CONNECT.
void LeafSession::greet_parent() {
    if (connect_sent_ || !connect_heard_ || !tls_.established() || !info_) return;
    const auto line = first_line(connect_);
    const auto greeting = connect_for_parent(*line, place_.own_seed, info_->nonce);
    if (!greeting) return fail(greeting.error());
    tls_.write(greeting.value() + std::exchange(connect_, {}));
    connect_sent_ = true;
}

/// The parent's answer to CONNECT is a second INFO, which the local server was told not to expect.
void LeafSession::hear(std::string text) {
    if (taken_in) {
        to_local += text;
        return;
    }
    answer_ += text;
    const auto line = first_line(answer_);
    if (!line) return;
    if (!line->starts_with("INFO ")) {
        refused = true;
        fault = "上级节点不接受本节点：" + *line;
        return;
    }
    taken_in = true;
    to_local += std::exchange(answer_, {});
}

}  // namespace anlan::nats
