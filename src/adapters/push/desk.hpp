#pragma once

#include <deque>
#include <functional>
#include <map>

#include "push/group_health.hpp"
#include "push/ledger.hpp"

namespace anlan::push {

/// What is to be posted and what became of it. Knows no thread: whoever holds it calls one function at a time, and
/// takes the news out afterwards.
class Desk {
  public:
    using Clock = std::chrono::steady_clock;

    Desk(Postman& postman, const PostingSettings& settings);

    /// First what the ledger knows of it: an earlier run may have posted it.
    void begin_with(const calls::Carry& carry);
    /// Calls of the same words for one target, written down as begun; empty: nothing may be posted now.
    struct Batch {
        Target target;
        std::vector<calls::Carry> carries;
        std::size_t tries = 0;
        Clock::time_point until{};
    };
    Batch take();
    void end(Batch batch, const Outcome& outcome);
    /// Gives up what is too old.
    void age();

    GroupHealth& health() { return health_; }
    std::size_t waiting() const { return queue_.size(); }
    /// News since the last time.
    std::vector<calls::CarryNews> take_news() { return std::exchange(news_, {}); }
    std::vector<std::string> take_gone() { return std::exchange(gone_, {}); }

  private:
    struct Letter {
        calls::Carry carry;
        Target target;
        std::size_t tries = 0;
        Clock::time_point not_before{}, until{};
    };
    /// Of one call: how many targets are open still, and what the closed ones said.
    struct Sheet {
        std::size_t open = 0;
        bool accepted = false, uncertain = false;
        std::string zh, en;
    };
    void close_one(const std::string& id, Stage stage, const Outcome& outcome);
    void tell_end(const std::string& id, const Sheet& sheet);

    Postman& postman_;
    const PostingSettings& settings_;
    Ledger ledger_;
    GroupHealth health_;
    std::deque<Letter> queue_;
    std::map<std::string, Sheet> sheets_;
    std::vector<calls::CarryNews> news_;
    std::vector<std::string> gone_;
};

}  // namespace anlan::push
