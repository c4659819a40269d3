#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/broker.hpp"
#include "broadcast/ports.hpp"
#include "icecast/server.hpp"
#include "journal/writer.hpp"
#include "loudspeakers/rtp_sender.hpp"
#include "seal/seal.hpp"
#include "sip/account.hpp"

namespace anlan::app {

struct AnnouncingSettings {
    std::filesystem::path folder;  ///< of the node: attachments, how far broadcasts have come
    AreaCode area;
    seal::KeyPair key;                                        ///< signs what horns are told
    std::optional<loudspeakers::RtpSettings> loudspeakers{};  ///< [node.loudspeakers]
    std::optional<BrokerSettings> broker{};                   ///< [node.mqtt], for horns
    std::optional<sip::Account> sip{};                        ///< [node.sip], for loudspeakers that are called
    std::vector<icecast::Server> icecast{};                   ///< [[node.icecast]], for streams
    bool demo = false;                                        ///< invented loudspeakers: none is missed
    std::chrono::milliseconds horn_patience{20'000};          ///< for a horn's answer, after its sound
    std::chrono::milliseconds look{10'000}, probe{60'000};    ///< between looks at heartbeats, between probes
};

/// Makes the sound of emergency broadcasts and carries it to the loudspeakers (R9). Plays in the room's order; what is
/// more urgent takes the loudspeakers from what sounds there, which afterwards goes on at the beginning of the round it
/// was in; so does what the end of the program cut off. Receipts and signs of life go back as commands. Holds no truth
/// but the rounds done.
class Announcing final : public broadcast::Heartbeats {
  public:
    using Read = std::function<void(const std::function<void(store::Rows&)>&)>;

    Announcing(AnnouncingSettings settings, journal::Writer& writer, const Clock& clock, seal::Dice& dice, Read read);
    ~Announcing() override;
    Announcing(const Announcing&) = delete;
    Announcing& operator=(const Announcing&) = delete;

    /// Starts its threads, opens the ports. Before that nothing sounds.
    void start();
    void stop();
    /// Something of broadcasts or loudspeakers was written.
    void follow(const std::vector<journal::Entry>& entries);

    const broadcast::Speech& speech() const;
    std::optional<Instant> last_heard(const broadcast::TerminalId& terminal) const override;
    /// Where sound comes from; receivers report to the port after it. 0: not open.
    std::uint16_t port() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::app
