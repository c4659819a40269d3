#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <string>

#include "base/result.hpp"
#include "base/time.hpp"

namespace anlan::enforcement {

/// How often people without an account may write in an hour: from one network address, and in all. Kept in memory: a
/// restart forgives.
class Gate {
  public:
    /// Counts the attempt. Refuses `too_many_reports`.
    Result<void> admits(const std::string& address, std::size_t most_of_one, std::size_t most_of_all, Instant now);

  private:
    std::mutex mutex_;
    std::map<std::string, std::deque<Instant>> by_address_;  // oldest first
    std::deque<Instant> all_;
};

}  // namespace anlan::enforcement
