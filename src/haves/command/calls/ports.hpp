#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/time.hpp"
#include "calls/channels.hpp"
#include "subscriptions/queries.hpp"

/// What carries calls out of the station. Data flows one way: a carrier's news becomes a command (TellCarriage,
/// HearReply, TellChannel), the command an event.
namespace anlan::calls {

/// One call to be carried to one person. `id` is the name of the hand-over: given twice, it goes out once.
struct Carry {
    CarryId id;
    std::string call;
    PersonId person;
    Channel channel = Channel::sms;
    std::string address;  ///< telephone number; for this hand-over only, never to be written to a log
    std::string words;    ///< what is to be read or heard, with how to answer
    bool known = false;   ///< accepted already: only what became of it is asked for
    std::string title{};  ///< its first line, for channels that show one above the words
    bool drill = false;   ///< of a drill: only ever for `push`, and to be shown as one
    std::vector<subscriptions::Doorbell> devices{};  ///< for `push`: those of the person
};

/// Of one carrying. Never says `wanted`, `dropped` or `passed`.
struct CarryNews {
    CarryId id;
    Carriage state = Carriage::accepted;
    std::int64_t parts = 0;
    std::string note_zh, note_en;
};

/// Words that came back from a number. `taken` is called once they are written, or once it is certain that nobody
/// waits for them; until then the carrier keeps them.
struct Reply {
    std::string id;  ///< the carrier's own: told twice, it counts once
    std::string address, words;
    std::function<void()> taken{};
};

/// How the channel is now.
struct ChannelHealth {
    bool configured = false, awake = false;
    std::string note_zh, note_en;      ///< while it sleeps: why, and the way out
    std::string device, network;       ///< as people know them; may be empty
    std::int64_t signal_percent = -1;  ///< -1: not known
    std::int64_t waiting = 0;          ///< taken over, not yet with the network
};

/// Told on the carrier's own thread. None of them waits.
struct CarrierNews {
    std::function<void(CarryNews)> carried;
    std::function<void(Reply)> reply;
    std::function<void()> health;                    ///< it changed: ask
    std::function<void(std::string device)> gone{};  ///< for `push`: its service knows this device no more
};

class Carrier {
  public:
    virtual ~Carrier() = default;
    virtual Channel channel() const = 0;
    /// Before the first carry() or reply.
    virtual void open(CarrierNews news) = 0;
    /// Takes over; never waits, never throws. The same id again, even after both sides were killed, goes out once: the
    /// carrier says what it knows of it, `uncertain` when it cannot know.
    virtual void carry(const Carry& carry) = 0;
    virtual ChannelHealth health() const = 0;
    virtual void close() = 0;
};

}  // namespace anlan::calls
