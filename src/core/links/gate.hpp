#pragma once

#include <map>
#include <mutex>
#include <string>

#include "base/result.hpp"
#include "base/time.hpp"

namespace anlan::links {

/// Slows down strangers at the public doors: so many tries a minute from one address, and so many from all together.
class Gate {
  public:
    Gate(int each_most, int all_most) : each_most_(each_most), all_most_(all_most) {}
    /// Refuses `too_many_tries`.
    Result<void> pass(const std::string& address, Instant now);

  private:
    const int each_most_, all_most_;
    std::mutex mutex_;
    Instant minute_{};
    int all_ = 0;
    std::map<std::string, int> each_;
};

}  // namespace anlan::links
