#pragma once

#include "journal/event.hpp"

/// Telling other systems at once (回调推送).
namespace anlan::hooks {

using HookId = Id<struct HookTag>;

struct HookMade {
    static constexpr journal::EventKind kKind{"hook.made", 1};
    std::string name, url;
    std::vector<std::string> kinds;  ///< "report": all of that word; "report.sent": this one
    std::string token;               ///< the key whose rights it has
    bool drills = false;             ///< wants those of drills too, marked
};
BOOST_DESCRIBE_STRUCT(HookMade, (), (name, url, kinds, token, drills))

/// The other system has another address; what waits goes there.
struct HookMoved {
    static constexpr journal::EventKind kKind{"hook.moved", 1};
    std::string url;
};
BOOST_DESCRIBE_STRUCT(HookMoved, (), (url))

struct HookEnded {
    static constexpr journal::EventKind kKind{"hook.ended", 1};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(HookEnded, (), (reason))

/// All wanted entries up to and including `through` have been taken by the other side.
struct HookDelivered {
    static constexpr journal::EventKind kKind{"hook.delivered", 1};
    std::int64_t through = 0, count = 0;
};
BOOST_DESCRIBE_STRUCT(HookDelivered, (), (through, count))

struct HookFailed {
    static constexpr journal::EventKind kKind{"hook.failed", 1};
    std::int64_t seq = 0;  ///< the entry that waits
    std::int64_t attempt = 1;
    std::string zh, en;
    Instant next_at{};
};
BOOST_DESCRIBE_STRUCT(HookFailed, (), (seq, attempt, zh, en, next_at))

/// An officer has passed over an entry that the other side will not take.
struct HookSkipped {
    static constexpr journal::EventKind kKind{"hook.skipped", 1};
    std::int64_t seq = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(HookSkipped, (), (seq, reason))

/// Try now, and say whether it answers.
struct HookTestAsked {
    static constexpr journal::EventKind kKind{"hook.test_asked", 1};
};
BOOST_DESCRIBE_STRUCT(HookTestAsked, (), ())

struct HookTested {
    static constexpr journal::EventKind kKind{"hook.tested", 1};
    bool fine = false;
    std::string zh, en;
};
BOOST_DESCRIBE_STRUCT(HookTested, (), (fine, zh, en))

}  // namespace anlan::hooks
