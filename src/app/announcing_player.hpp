#pragma once

#include <map>
#include <set>

#include "app/announcing.hpp"
#include "app/announcing_hearts.hpp"
#include "app/announcing_round.hpp"
#include "app/announcing_rounds.hpp"
#include "app/announcing_turn.hpp"
#include "app/horns.hpp"
#include "app/worker.hpp"
#include "icecast/caster.hpp"
#include "sip/pager.hpp"

namespace anlan::app {

struct PlayerSurroundings {
    const AnnouncingSettings& settings;
    journal::Writer& writer;
    const Clock& clock;
    seal::Dice& dice;
    Announcing::Read read;
    const broadcast::Speech& voice;
    Hearts& hearts;
};

/// Decides what sounds where; one thread of its own. Sound is made on another, sent on the sender's.
class Player {
  public:
    explicit Player(PlayerSurroundings around);
    ~Player();
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    /// Something was written: what is to sound is asked anew. Any thread.
    void look_again();
    std::uint16_t port() const { return sender_ ? sender_->port() : 0; }

  private:
    using SteadyTime = std::chrono::steady_clock::time_point;
    using BroadcastId = broadcast::BroadcastId;

    struct Air : OnAir {
        broadcast::ToPlay what;
        std::int64_t attempt = 0;       ///< tells the sound made for it from one made for an earlier attempt
        std::size_t rounds_before = 0;  ///< done before this attempt
        SteadyTime began{};             ///< of the sound; none yet while it is made
        double round_seconds = 0;
        bool began_sounding = false, rtp_out = true, horns_out = true, pages_out = true, streams_out = true;
        bool done = false;  ///< every receipt is told
        SteadyTime horns_end{}, give_up{};
        std::set<std::string> open;  ///< terminals without a receipt
    };

    void open_ways();
    void open_pager();
    void open_caster();
    void run();
    void tell(std::function<void()> news);
    void turn();
    void begin(const broadcast::ToPlay& what);
    void sound(const BroadcastId& id, std::int64_t attempt, Result<Round> made);
    void send(Air& air, const Round& round);
    void silence(const BroadcastId& id);
    void watch(SteadyTime now);
    void note_round(const Air& air, SteadyTime now);
    void take(const std::string& play, const std::vector<loudspeakers::Receipt>& receipts);
    void fail_kind(const BroadcastId& id, broadcast::TerminalKind kind, const std::string& why);
    void fail_all(const BroadcastId& id, const std::string& why);
    void end(const BroadcastId& id);
    void look_at_hearts(SteadyTime now);
    void probe(const std::vector<broadcast::TerminalFacts>& terminals, SteadyTime steady);
    void submit(journal::Wish wish);
    template <class C>
    void report(C command) {
        submit(journal::wish(World::real(), "system:announcing", std::move(command)));
    }

    PlayerSurroundings around_;
    RoundsDone rounds_done_;
    std::map<BroadcastId, Air> on_air_;
    std::int64_t attempts_ = 0;
    bool stale_ = true;
    Instant listening_since_{};
    SteadyTime next_look_{};
    std::map<std::string, SteadyTime> probed_;  ///< terminals, when they were last asked
    std::map<std::string, std::string> terminal_of_horn_;

    std::mutex mutex_;  ///< of news_, asked_ and stopping_
    std::condition_variable wake_;
    std::vector<std::function<void()>> news_;
    bool asked_ = false, stopping_ = false;

    std::unique_ptr<loudspeakers::RtpSender> sender_;
    std::string no_sender_;  ///< why there is none
    std::unique_ptr<Horns> horns_;
    std::unique_ptr<sip::Pager> pager_;
    std::string no_pager_;  ///< why there is none
    std::unique_ptr<icecast::Caster> caster_;
    std::unique_ptr<Worker> voice_, horn_work_;
    std::thread thread_;
};

}  // namespace anlan::app
