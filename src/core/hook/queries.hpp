#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hooks/events.hpp"
#include "journal/room.hpp"
#include "store/rows.hpp"

namespace anlan::hooks {

struct HookFacts {
    HookId id;
    std::string name, url;
    std::vector<std::string> kinds;
    std::string token;
    bool drills = false;
    Instant made_at{};
    PersonId made_by;
    std::int64_t mark = 0;  ///< all wanted up to this entry is delivered or passed over
    std::int64_t delivered = 0, skipped = 0;
    std::optional<Instant> last_at;  ///< last delivery
    std::int64_t waiting_seq = 0;    ///< the entry that failed; 0: none
    std::int64_t attempts = 0;
    std::optional<Instant> failing_since, next_at;
    std::string fault_zh, fault_en;
    bool test_asked = false;
    std::optional<Instant> tested_at;
    bool test_fine = false;
    std::string test_zh, test_en;
    std::optional<Instant> ended_at;
    std::string end_reason;

    bool wants(const journal::Entry& entry) const;
};
BOOST_DESCRIBE_STRUCT(
    HookFacts,
    (),
    (id,
     name,
     url,
     kinds,
     token,
     drills,
     made_at,
     made_by,
     mark,
     delivered,
     skipped,
     last_at,
     waiting_seq,
     attempts,
     failing_since,
     next_at,
     fault_zh,
     fault_en,
     test_asked,
     tested_at,
     test_fine,
     test_zh,
     test_en,
     ended_at,
     end_reason)
)

std::optional<HookFacts> find_hook(store::Rows& rows, const HookId& id);
std::vector<HookFacts> all_hooks(store::Rows& rows);  ///< those in force first, then newest first

/// Kinds that may be told, without version: nothing of accounts, sessions, keys, links, people and calendars.
std::vector<std::string> offered_kinds(const std::vector<journal::Room>& rooms);

/// What a hook's key lets its system read now.
enum class Reach { nothing, notices, bodies };
BOOST_DESCRIBE_ENUM(Reach, nothing, notices, bodies)
Reach reach_of(store::Rows& rows, const std::string& token, const AreaCode& station, Instant now);

}  // namespace anlan::hooks
