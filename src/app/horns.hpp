#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/broker.hpp"
#include "base/area.hpp"
#include "base/time.hpp"
#include "loudspeakers/rtp_sender.hpp"
#include "seal/seal.hpp"

namespace anlan::app {

struct HornTarget {
    std::string terminal, horn;  ///< the horn's own id
    std::int64_t volume = 100;
};

struct HornSettings {
    BrokerSettings broker;
    AreaCode area;
    seal::KeyPair key;
    std::filesystem::path numbers;  ///< file that remembers how far numbers have been given
};

/// Told on the broker's thread.
struct HornNews {
    std::function<void(const std::string& play, loudspeakers::Receipt)> receipt;
    std::function<void(const std::string& horn)> alive;
};

/// Commands horns over MQTT, signed with the station's key (docs/protocol/horns.md), and hears their answers. An answer
/// counts only for the latest command to that horn, once, and for no more sound than there was time for.
class Horns {
  public:
    Horns(HornSettings settings, const Clock& clock, HornNews news);
    ~Horns();
    Horns(const Horns&) = delete;
    Horns& operator=(const Horns&) = delete;

    /// Those that could not be told have their receipts in the answer. Any thread.
    std::vector<loudspeakers::Receipt> play(
        const std::string& play,
        const sound::Sound& round,
        std::size_t rounds,
        bool exercise,
        const std::vector<HornTarget>& targets
    );
    void stop(const std::string& play);
    bool connected() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::app
