#pragma once

#include <span>
#include <vector>

#include "sip/stack.hpp"
#include "sip/talk.hpp"

namespace anlan::sip {

/// The machine's own side of a live call: sound of the other side is handed to places here and elsewhere, sound of
/// those here is taken. Of the loop's thread.
class LiveSound {
  public:
    /// `taken`: the payload of a packet for the other side.
    using Taken = std::function<void(const std::uint8_t* bytes, std::size_t size)>;
    explicit LiveSound(Taken taken) : taken_(std::move(taken)) {}
    LiveSound(const LiveSound&) = delete;
    LiveSound& operator=(const LiveSound&) = delete;

    /// `local`: the address of this machine, without a port.
    bool open(const struct sa& local);
    std::uint16_t port() const { return port_; }
    void lead(const std::vector<MediaPlace>& places);
    void mute(bool on) { muted_ = on; }
    /// One packet of the other side.
    void hand_on(const struct rtp_header& header, const struct mbuf* payload, sound::Law law);

  private:
    struct Way {
        struct sa to;
        std::uint32_t source = 0;
    };
    static void on_packet(const struct sa* from, struct mbuf* packet, void* arg);

    Taken taken_;
    std::vector<Way> ways_;
    bool muted_ = false;
    std::uint16_t port_ = 0;
    Held<struct udp_sock> socket_;  ///< on 127.0.0.1
    Held<struct udp_sock> far_;     ///< to places on other machines
};

/// How loud a packet is, as RFC 6464 has it: 0 as loud as can be, 127 silence (-dBov).
std::uint8_t loudness(std::span<const std::uint8_t> coded, sound::Law law);

}  // namespace anlan::sip
