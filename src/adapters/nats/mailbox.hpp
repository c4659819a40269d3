#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>

#include "federation/line.hpp"

namespace anlan::nats {

struct Letter {
    AreaCode area;
    federation::Lane lane = federation::Lane::routine;
    std::string frame;
};

/// Letters waiting for one thread, urgent ones first. When full, what comes is lost: the hand-over sends it again.
class Mailbox {
  public:
    void put(Letter letter) {
        {
            const std::lock_guard lock(mutex_);
            const bool urgent = letter.lane == federation::Lane::urgent;
            if (closed_ || bytes_ + letter.frame.size() > (urgent ? kMostBytes * 2 : kMostBytes)) return;
            bytes_ += letter.frame.size();
            (urgent ? urgent_ : routine_).push_back(std::move(letter));
        }
        filled_.notify_one();
    }

    /// Waits; nothing once it is closed.
    std::optional<Letter> take() {
        std::unique_lock lock(mutex_);
        filled_.wait(lock, [&] { return closed_ || !urgent_.empty() || !routine_.empty(); });
        if (closed_) return std::nullopt;
        auto& from = urgent_.empty() ? routine_ : urgent_;
        Letter letter = std::move(from.front());
        from.pop_front();
        bytes_ -= letter.frame.size();
        return letter;
    }

    void close() {
        {
            const std::lock_guard lock(mutex_);
            closed_ = true;
        }
        filled_.notify_all();
    }

  private:
    static constexpr std::size_t kMostBytes = 8 * 1024 * 1024;
    std::mutex mutex_;
    std::condition_variable filled_;
    std::deque<Letter> urgent_, routine_;
    std::size_t bytes_ = 0;
    bool closed_ = false;
};

}  // namespace anlan::nats
