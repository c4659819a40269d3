#pragma once

#include <chrono>
#include <string>

#include "base/result.hpp"

namespace anlan::http {

struct Fetched {
    int status = 0;
    std::string body, etag;
};

/// GETs an http:// or https:// address and waits for it. Sends If-None-Match when an etag is given (then 304 is a good
/// answer). Refuses `url_invalid`, `fetch_failed` (with the reason), `body_too_large`.
Result<Fetched> fetch(
    const std::string& url,
    const std::string& etag = {},
    std::chrono::seconds limit = std::chrono::seconds{20},
    std::size_t bytes_max = 5 * 1024 * 1024
);

}  // namespace anlan::http
