#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "loudspeakers/rtp_sender.hpp"

namespace anlan::loudspeakers {

using SteadyTime = std::chrono::steady_clock::time_point;

/// Sound on its way to one address.
struct Stream {
    Place to;
    std::uint32_t source = 0, timestamp = 0;
    std::size_t voice = 0;         ///< which of the play's
    std::uint32_t body_bytes = 0;  ///< sent, without headers
    std::vector<std::string> terminals;
    Evidence evidence;
    bool settled = false;  ///< its receipts have been told
    char header[kRtpHeaderBytes] = {};
};

/// One broadcast, or one probe, on its way.
struct Play {
    std::string id;
    bool probe = false;
    std::size_t rounds = 1, round = 0, frame = 0, frames = 0;  ///< frames of one round
    std::vector<std::unique_ptr<Voice>> voices;
    std::vector<Stream> streams;
    SteadyTime next_frame{}, next_report{}, give_up{};
    bool sending = true;

    /// Puts the frame that is due for every stream behind `packets`.
    void frame_into(std::vector<Packet>& packets);
    /// One frame on; behind the last round nothing is left to send.
    void step();
};

/// A stream for each address, a voice for each coding and volume among them.
Play make_play(
    std::string id,
    const sound::Sound& round,
    std::size_t rounds,
    const std::vector<RtpTarget>& targets,
    const Payloads& payloads,
    seal::Dice& dice
);

}  // namespace anlan::loudspeakers
