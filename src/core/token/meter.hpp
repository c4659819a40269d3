#pragma once

#include <map>
#include <mutex>

#include "http/endpoint.hpp"

namespace anlan::tokens {

/// Counts the calls of each key. Thread-safe; people are never counted.
class Meter {
  public:
    /// Refuses `too_many_calls` once a key has used up its minute, `not_permitted` where the endpoint asks for no
    /// permission but a person.
    std::optional<Refusal> refusal(
        store::Rows& rows, const http::Caller& caller, const std::string& permission, Instant now
    );

  private:
    struct Minute {
        std::int64_t number = 0, calls = 0;
    };
    std::mutex mutex_;
    std::map<std::string, Minute> minutes_;
};

}  // namespace anlan::tokens
