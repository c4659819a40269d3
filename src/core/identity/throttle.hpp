#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <string>

#include "base/result.hpp"
#include "identity/commands.hpp"

namespace anlan::identity {

/// Slows down whoever tries many accounts from one network address: the lock of an account does not see that. Only
/// failures count, so a whole town hall behind one address logs in as it likes. Kept in memory: a restart forgives.
class Throttle {
  public:
    /// Refuses `too_many_tries` while the address has used up its failures.
    Result<void> admits(const std::string& address, const LoginRules& rules, Instant now);
    void note_failure(const std::string& address, const LoginRules& rules, Instant now);

  private:
    void sweep(Instant before);

    std::mutex mutex_;
    std::map<std::string, std::deque<Instant>> failures_;  // oldest first
};

}  // namespace anlan::identity
