#pragma once

#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <vector>

#include "journal/writer.hpp"
#include "narrow/commands.hpp"
#include "narrow/ports.hpp"
#include "narrowband/frame.hpp"

/// Carries facts to neighbours by short message while the ordinary link is down, and takes theirs in. What was sent and
/// heard stands in the journal (room narrow); here is only when to send again.
namespace anlan::narrowband {

/// Whose hand it is in the journal.
inline constexpr const char* kActor = "system:narrowband";

struct Peer {
    AreaCode area;
    std::string phone;
    std::string key;  ///< narrow_key()
};

/// The ordinary link to a neighbour.
struct OrdinaryLink {
    AreaCode area;
    bool up = false;
    Instant since{};
    std::int64_t waiting = 0;  ///< own entries the other end has not confirmed
};

struct CourierSettings {
    journal::Writer* writer = nullptr;
    std::function<void(const std::function<void(store::Rows&)>&)> read;  ///< lends a connection for the call
    std::function<std::vector<OrdinaryLink>()> links;
    /// A frame was refused that claims to come from this area: for the audit list. Told once in a while of each kind,
    /// so that a flood of messages does not become a flood of entries. On the thread of tick().
    std::function<void(const AreaCode& claimed, const Refusal&)> refused;
    std::size_t most_bytes = kFrameBytes;  ///< of a frame; less for a terminal with shorter messages
};

/// From the policy pack (narrow.*).
struct Rules {
    Milliseconds after{}, repeat_first{}, repeat_most{}, max_age{};
    int per_minute = 1;
};

class Courier {
  public:
    Courier(CourierSettings settings, narrow::ShortMessages& messages);
    ~Courier();
    Courier(const Courier&) = delete;
    Courier& operator=(const Courier&) = delete;

    /// A second meeting with another key or number replaces the first; one without a key parts.
    void meet(Peer peer);
    /// Takes in what has come and sends what is due. Returns how much was done. From one thread at a time, never the
    /// writer's.
    std::size_t tick();

    struct Counts {
        std::int64_t sent = 0, repeated = 0, receipts = 0, taken = 0, again = 0, refused = 0;
    };
    const Counts& counts() const { return counts_; }

  private:
    struct Letter {
        narrow::Fact fact;
        std::int64_t number = 0;  ///< 0: has none yet
        Instant sent_at{};
        int times = 0;
    };
    struct Way {
        Peer peer;
        bool open = false;       ///< the ordinary link is down: help and casualties go
        bool wide = false;       ///< and has been for long enough: everything goes
        std::int64_t after = 0;  ///< last own entry looked at
        std::vector<Letter> letters;
        std::vector<std::int64_t> owed;  ///< numbers to acknowledge
        bool owes = false;
        Instant owed_since{};
    };

    std::size_t take_in();
    void take(const narrow::ShortMessages::Message& message);
    void take_fact(Way& way, const Frame& frame, const std::string& code);
    void take_receipt(Way& way, const Receipt& receipt);
    void owe(Way& way, std::optional<std::int64_t> number);
    void say_refused(const AreaCode& claimed, const Refusal& refusal);

    void follow_link(Way& way, const OrdinaryLink& link);
    void open_way(Way& way, const OrdinaryLink& link);
    void gather(Way& way);
    void drop_old(Way& way);

    std::size_t send_due();
    bool may_send();
    Letter* next_letter(Way& way, bool only_urgent);
    bool send_letter(Way& way, Letter& letter);
    bool send_receipt(Way& way);
    void post(const Way& way, const std::string& bytes);
    bool due(const Letter& letter) const;
    bool receipt_due(const Way& way) const;
    std::size_t most_bytes() const;

    CourierSettings settings_;
    narrow::ShortMessages& messages_;
    Rules rules_;
    Instant now_{};
    std::map<AreaCode, Way> ways_;
    std::map<std::string, Instant> said_refused_;  ///< by code and area
    std::deque<Instant> sent_at_;                  ///< of the last minute
    Counts counts_;

    std::mutex meeting_;
    std::vector<Peer> met_;
    std::mutex inbox_mutex_;
    std::vector<narrow::ShortMessages::Message> inbox_;
};

}  // namespace anlan::narrowband
