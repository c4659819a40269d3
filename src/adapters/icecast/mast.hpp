#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "icecast/server.hpp"
#include "sound/sound.hpp"

namespace anlan::icecast {

/// What became of sound at a mount. Nobody can say that it was played: a server does not know what its listeners do.
enum class Fate { sent, failed, silent };

struct StreamEnd {
    Fate fate = Fate::silent;
    std::int64_t seconds = 0;  ///< of sound that the server took
    std::string note;          ///< for people, in Chinese
};

/// What is to sound at a mount. Two of the same words are two orders.
struct Order {
    std::shared_ptr<const sound::Sound> round;  ///< sound::kWideRate
    std::size_t rounds = 1;
    double volume = 1;                              ///< 0 … 1
    std::function<void(const StreamEnd&)> ended{};  ///< on the mast's thread; not for what is taken away
};

struct MastSettings {
    std::chrono::milliseconds patience{20'000};  ///< without the server, before it is given up
    std::chrono::milliseconds answer{5'000};     ///< for the server to let us in
    std::chrono::milliseconds look{5'000};       ///< between questions for its listeners
};

/// The source of one mount, with a thread of its own, so that a server that hangs holds up nobody. There only while
/// something sounds: what the mount carries otherwise, and who is called over to it, is the server's business
/// (fallback-mount). What is taken in its place goes on in the same stream, so listeners stay.
class Mast {
  public:
    Mast(Server server, std::string mount, MastSettings settings);
    ~Mast();
    Mast(const Mast&) = delete;
    Mast& operator=(const Mast&) = delete;

    /// Begins at once, in the place of what sounds. Any thread.
    void sound(std::shared_ptr<const Order> order);
    /// Takes it away if it is this one; no word of it any more.
    void hush(const std::shared_ptr<const Order>& order);
    bool idle() const;
    /// Nothing more is done; so that many can end at once, not one after the other.
    void leave();

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::icecast
