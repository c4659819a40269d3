#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "journal/writer.hpp"

/// What waits for the writer's thread. Inside the journal only.
namespace anlan::journal {

struct Submission {
    Wish wish;
    Writer::Reply reply;
    std::vector<Parcel> parcels;  // of a delivery; then `wish` is empty
    std::function<void()> then;
    std::string deadline_key{};       // of a recalled command
    std::optional<NewEpoch> epoch{};  // then `wish` is empty
};

/// Work in the order it came. Any thread may push; one takes.
class WorkQueue {
  public:
    /// False once closed: the work was not taken, and `one` is as it was.
    bool push(Submission&& one);
    /// Waits for work; false once closed.
    bool wait();
    /// Up to `most` pieces, the oldest first.
    std::vector<Submission> take(std::size_t most);
    /// Takes no more work; returns what was left undone. Empty when it was closed before.
    std::deque<Submission> close();

    /// Queues what a deadline asks for, unless the same deadline's command is waiting already.
    void recall(const std::string& key, const std::function<std::optional<Wish>()>& make);
    /// The commands of these deadlines are decided: the deadlines may ask again.
    void settle(const std::vector<Submission>& decided);
    /// Forgets what deadlines asked for, until `from`: they stay due and ask again.
    void forget_recalled(Instant from);
    Instant recalled_from() const;

  private:
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Submission> queue_;
    std::vector<std::string> recalled_;  // deadline keys queued but not yet decided
    Instant recalled_from_{};            // after a fault of the store
    bool closed_ = false;
};

}  // namespace anlan::journal
