#pragma once

#include "base/area.hpp"
#include "journal/event.hpp"

namespace anlan::tokens {

using TokenId = Id<struct TokenTag>;

struct TokenMade {
    static constexpr journal::EventKind kKind{"token.made", 1};
    std::string name;    ///< of the other system: 市防汛平台
    std::string digest;  ///< SM3 of the key, which is nowhere kept
    std::vector<std::string> permissions;
    AreaCode area;  ///< sees and acts within it
    Instant expires{};
    std::int64_t per_minute = 0;
};
BOOST_DESCRIBE_STRUCT(TokenMade, (), (name, digest, permissions, area, expires, per_minute))

struct TokenRevoked {
    static constexpr journal::EventKind kKind{"token.revoked", 1};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TokenRevoked, (), (reason))

}  // namespace anlan::tokens
