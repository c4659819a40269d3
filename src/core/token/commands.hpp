#pragma once

#include "journal/desk.hpp"
#include "tokens/events.hpp"

namespace anlan::tokens {

using journal::Decision;
using journal::Desk;

inline constexpr std::int64_t kDaysMost = 366;
inline constexpr std::int64_t kPerMinuteMost = 6'000;

/// Answers {"token": …}, once. Refuses `name_empty`, `permissions_empty`, `permission_unknown`,
/// `permission_reserved` (what only an administrator in person may do), `area_not_yours`, `days_invalid`,
/// `rate_invalid`.
struct MakeToken {
    std::string name;
    std::vector<std::string> permissions;
    AreaCode area;
    std::int64_t days = 0, per_minute = 0;
    AreaCode maker_area;  ///< set by the endpoint, not by the body
};
BOOST_DESCRIBE_STRUCT(MakeToken, (), (name, permissions, area, days, per_minute, maker_area))
Result<Decision> decide(const MakeToken& wish, const Desk& desk);

/// Ends a key at once. Refuses `token_unknown`, `reason_empty`.
struct RevokeToken {
    std::string token;  ///< its id
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RevokeToken, (), (token, reason))
Result<Decision> decide(const RevokeToken& wish, const Desk& desk);

}  // namespace anlan::tokens
