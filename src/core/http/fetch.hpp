#pragma once

#include <chrono>
#include <string>

#include "base/result.hpp"
#include "http/message.hpp"

namespace anlan::http {

/// What the other side said of the copy it gave last; sent back so that it need not give it again.
struct Copy {
    std::string etag, last_modified;
};

struct Fetched {
    int status = 0;
    std::string body;
    Copy copy;
    std::string retry_after{};  ///< as the other side wrote it (RFC 9110, 10.2.3): seconds or a date; mostly empty
};

/// GETs an http:// or https:// address and waits for it. Sends If-None-Match and If-Modified-Since for the copy at hand
/// (then 304 is a good answer). Redirections are not followed. Refuses `url_invalid`, `fetch_failed` (with the reason),
/// `body_too_large`.
Result<Fetched> fetch(
    const std::string& url,
    const Copy& at_hand = {},
    std::chrono::seconds limit = std::chrono::seconds{20},
    std::size_t bytes_max = 5 * 1024 * 1024
);

/// A question to another program's API.
struct Question {
    Method method = Method::get;
    std::string url;
    std::string body = {};    ///< JSON, unless `headers` name another Content-Type
    std::string bearer = {};  ///< token of a session
    /// The other side's certificate is not looked at: for conversations whose parties prove themselves otherwise, such
    /// as a joining compared on the telephone.
    bool any_certificate = false;
    std::chrono::seconds limit{20};
    std::vector<std::pair<std::string, std::string>> headers{};  ///< beside the usual ones
};

/// Whether it is a whole http:// or https:// address.
bool is_address(const std::string& url);

/// Asks and waits. Refuses like fetch(), but `fetch_unanswered` when the question may have been heard: it had begun to
/// go out. A status other than 200 is an answer.
Result<Fetched> ask(const Question& question);

}  // namespace anlan::http
