#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>

#include "loudspeakers/rtp_words.hpp"

namespace anlan::loudspeakers {

/// What became of sound at a loudspeaker. `sent`: it went to somebody who passes it on and cannot know more.
enum class Fate { played, failed, silent, sent };

struct Verdict {
    Fate fate = Fate::silent;
    std::int64_t seconds = 0;  ///< of sound that arrived
    std::string note;          ///< for people, in Chinese
};

/// What is known of one stream: what was sent, and what its receivers said of it. A report is believed only if it is
/// about what was really sent: our source, sequence numbers that have gone out, a sender report that we have made,
/// never going back. Unsigned as they are, reports that fit all this are taken at their word.
class Evidence {
  public:
    /// `first`: the extended sequence number of the first packet.
    explicit Evidence(std::uint32_t first = 1) : next_(first), first_(first) {}

    void sent() { ++next_; }
    void reported(std::uint32_t short_time);
    void refused() { ++refused_; }
    /// True when it was believed.
    bool heard(const ReceptionReport& report);

    std::uint32_t next() const { return next_; }
    std::uint32_t count() const { return next_ - first_; }
    /// All receivers have heard it to the end; nothing more is to be waited for.
    bool complete(double lost_most) const;
    /// `group`: many may listen at this address, and each must have got it.
    Verdict verdict(double lost_most, bool group) const;

  private:
    struct Listener {
        std::uint32_t highest = 0;
        std::int32_t lost = 0;
    };
    bool reached_end(const Listener& one) const;
    double lost_share(const Listener& one) const;
    Verdict of(const Listener& one, double lost_most) const;
    Verdict of_nobody() const;

    std::uint32_t next_, first_;
    std::deque<std::uint32_t> reports_;  ///< short times of the latest
    std::map<std::uint32_t, Listener> listeners_;
    std::uint32_t refused_ = 0, disbelieved_ = 0;
};

}  // namespace anlan::loudspeakers
