#pragma once

#include <optional>
#include <string>
#include <vector>

#include "http/endpoint.hpp"
#include "store/rows.hpp"
#include "tokens/events.hpp"

namespace anlan::tokens {

inline const std::string kKeyPrefix = "anl_";
inline constexpr std::string_view kLoginPrefix = "api:";  ///< no person's log-in holds a colon

struct TokenFacts {
    TokenId id;
    std::string name;
    std::vector<std::string> permissions;
    AreaCode area;
    Instant made_at{};
    PersonId made_by;
    Instant expires{};
    std::int64_t per_minute = 0;
    std::optional<Instant> revoked_at;
    std::string revoke_reason;
};
BOOST_DESCRIBE_STRUCT(
    TokenFacts, (), (id, name, permissions, area, made_at, made_by, expires, per_minute, revoked_at, revoke_reason)
)

std::optional<TokenFacts> find_token(store::Rows& rows, const TokenId& id);
std::vector<TokenFacts> all_tokens(store::Rows& rows);  ///< newest first

/// The system that holds this key; nothing when it is unknown, ended or revoked.
std::optional<http::Caller> caller_of(store::Rows& rows, const std::string& key, Instant now);

}  // namespace anlan::tokens
