#pragma once

#include <vector>

#include "sip/account.hpp"

namespace anlan::sip {

/// A loudspeaker that is a telephone of its own and picks up by itself (SIP 音柱).
struct PageTarget {
    std::string terminal;
    std::string address;  ///< "801" (behind the gateway), "801@10.1.2.3" or "801@10.1.2.3:5060"
    double volume = 1;    ///< 0 … 1
};

enum class Paged { played, failed, silent };

struct PageReceipt {
    std::string terminal;
    Paged how = Paged::silent;
    std::int64_t seconds = 0;
    std::string note;  ///< for the desk
};

/// Told on the pager's own thread, which must not be held up.
struct PagerNews {
    std::function<void(const std::string& play, const PageReceipt&)> receipt{};  ///< each once
    std::function<void(const std::string& play)> over{};                         ///< nobody is being called any more
    std::function<void(const std::string& terminal)> alive{};                    ///< it has answered
};

/// Broadcasts to loudspeakers by calling them with the headers that make them pick up at once. Played means: picked up,
/// the sound went out to its end, no more than 5 % of it was lost by their own reports (where they send any), and they
/// answered our goodbye.
class Pager {
  public:
    /// Refuses as Endpoint::open.
    static Result<std::unique_ptr<Pager>> open(Account account, PagerNews news);
    ~Pager();
    Pager(const Pager&) = delete;
    Pager& operator=(const Pager&) = delete;

    /// Calls all of them at once: `round` (8 kHz) `rounds` times. Any thread.
    void play(
        const std::string& play, const sound::Sound& round, std::size_t rounds, const std::vector<PageTarget>& targets
    );
    /// Hangs up; no receipts. Unknown: nothing.
    void stop(const std::string& play);
    /// Asks whether they are there.
    void probe(const std::vector<PageTarget>& targets);

  private:
    struct Inside;
    explicit Pager(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

/// What the end of a call proves about a loudspeaker.
PageReceipt receipt_of(const std::string& terminal, const TalkEnd& end);

}  // namespace anlan::sip
