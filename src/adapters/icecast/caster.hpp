#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "icecast/mast.hpp"

namespace anlan::icecast {

/// A terminal that is a mount (流媒体): whoever listens to it hears the station.
struct StreamTarget {
    std::string terminal;
    std::string address;  ///< "host:port/mount"
    double volume = 1;    ///< 0 … 1
};

struct StreamReceipt {
    std::string terminal;
    StreamEnd end;
};

/// Told on threads of the caster's, which must not be held up.
struct StreamNews {
    std::function<void(const std::string& play, const StreamReceipt&)> receipt{};  ///< each once
    std::function<void(const std::string& play)> over{};                           ///< nothing is being sent any more
    std::function<void(const std::string& terminal)> alive{};                      ///< its server has answered
};

/// Broadcasts to mounts of Icecast servers, each on a thread of its own.
class Caster {
  public:
    Caster(std::vector<Server> servers, StreamNews news, MastSettings settings = {});
    ~Caster();
    Caster(const Caster&) = delete;
    Caster& operator=(const Caster&) = delete;

    /// Begins at once: `round` `rounds` times. Any thread.
    void play(
        const std::string& play, const sound::Sound& round, std::size_t rounds, const std::vector<StreamTarget>& targets
    );
    /// No further sound; no receipts. Unknown: nothing.
    void stop(const std::string& play);
    /// Asks whether their servers are there. Any thread; the answer is `alive`.
    void probe(const std::vector<StreamTarget>& targets);

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::icecast
