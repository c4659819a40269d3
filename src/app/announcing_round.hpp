#pragma once

#include <filesystem>
#include <vector>

#include "broadcast/ports.hpp"
#include "broadcast/queries.hpp"
#include "icecast/caster.hpp"
#include "loudspeakers/rtp_sender.hpp"
#include "sip/pager.hpp"

namespace anlan::app {

/// A broadcast ready to go out.
struct Round {
    sound::Sound sound;  ///< siren and words, once; 8 kHz, or 16 if a terminal takes Opus
    std::vector<loudspeakers::RtpTarget> targets;
    std::vector<loudspeakers::Receipt> unreachable;  ///< loudspeakers whose address leads nowhere
};

/// Makes it. Waits for programs and name servers. Refuses as speech and recording do.
Result<Round> make_round(
    const broadcast::ToPlay& what, const broadcast::Speech& voice, const std::filesystem::path& attachments
);

/// The network loudspeakers whose addresses are known.
std::vector<loudspeakers::RtpTarget> targets_of(const std::vector<broadcast::TerminalFacts>& terminals);

/// Mounts of servers.
std::vector<icecast::StreamTarget> streams_of(const std::vector<broadcast::TerminalFacts>& terminals);

/// Those that are called.
std::vector<sip::PageTarget> pages_of(const std::vector<broadcast::TerminalFacts>& terminals);

}  // namespace anlan::app
