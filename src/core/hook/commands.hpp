#pragma once

#include "hooks/events.hpp"
#include "journal/desk.hpp"

namespace anlan::hooks {

using journal::Decision;
using journal::Desk;

/// Answers {"secret": …}, once. Refuses `name_empty`, `url_invalid`, `kinds_empty`, `kind_unknown`, `token_unknown`
/// (also ended), `token_narrow` (it may not see the whole station's desk).
struct MakeHook {
    std::string name, url;
    std::vector<std::string> kinds;
    std::string token;
    bool drills = false;
    std::vector<std::string> offered;  ///< set by the endpoint, not by the body
};
BOOST_DESCRIBE_STRUCT(MakeHook, (), (name, url, kinds, token, drills, offered))
Result<Decision> decide(const MakeHook& wish, const Desk& desk);

/// Refuses `hook_unknown`, `hook_ended`, `url_invalid`.
struct MoveHook {
    HookId hook;
    std::string url;
};
BOOST_DESCRIBE_STRUCT(MoveHook, (), (hook, url))
Result<Decision> decide(const MoveHook& wish, const Desk& desk);

/// Ends it at once and forgets its secret. Refuses `hook_unknown`, `reason_empty`.
struct EndHook {
    HookId hook;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(EndHook, (), (hook, reason))
Result<Decision> decide(const EndHook& wish, const Desk& desk);

/// Passes over the entry that waits. Refuses `hook_unknown`, `hook_ended`, `reason_empty`, `nothing_waits`.
struct SkipEntry {
    HookId hook;
    std::int64_t seq = 0;  ///< as shown; another may have come to wait meanwhile
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SkipEntry, (), (hook, seq, reason))
Result<Decision> decide(const SkipEntry& wish, const Desk& desk);

/// Refuses `hook_unknown`, `hook_ended`.
struct TestHook {
    HookId hook;
};
BOOST_DESCRIBE_STRUCT(TestHook, (), (hook))
Result<Decision> decide(const TestHook& wish, const Desk& desk);

/// The courier's own three. A hook that ended meanwhile is passed over.
struct NoteDelivered {
    HookId hook;
    std::int64_t through = 0, count = 0;
};
BOOST_DESCRIBE_STRUCT(NoteDelivered, (), (hook, through, count))
Result<Decision> decide(const NoteDelivered& wish, const Desk& desk);

struct NoteFailed {
    HookId hook;
    std::int64_t seq = 0;
    std::string zh, en;
};
BOOST_DESCRIBE_STRUCT(NoteFailed, (), (hook, seq, zh, en))
Result<Decision> decide(const NoteFailed& wish, const Desk& desk);

struct NoteTested {
    HookId hook;
    bool fine = false;
    std::string zh, en;
};
BOOST_DESCRIBE_STRUCT(NoteTested, (), (hook, fine, zh, en))
Result<Decision> decide(const NoteTested& wish, const Desk& desk);

}  // namespace anlan::hooks
