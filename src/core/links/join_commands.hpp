#pragma once

#include "journal/desk.hpp"
#include "links/join_events.hpp"
#include "links/join_words.hpp"

namespace anlan::links {

using journal::Decision;
using journal::Desk;

/// Answers with `code` and `expires_at`; the code is told once and nowhere kept.
struct MakeCode {};
BOOST_DESCRIBE_STRUCT(MakeCode, (), ())
Result<Decision> decide(const MakeCode& wish, const Desk& desk);

/// Refuses `code_wrong`, `code_expired`, `code_used`, `area_invalid`, `area_not_below`, `area_has_nearer_parent`,
/// `name_empty`, `name_too_long`, `key_wrong`, `proof_wrong`, `already_joined`, `already_asked`.
/// Asking again with the same code and key changes nothing.
struct AskToJoin {
    JoinAsk ask;
    std::string address;     ///< of the request
    std::string parent_pem;  ///< this node's own key
};
BOOST_DESCRIBE_STRUCT(AskToJoin, (), (ask, address, parent_pem))
Result<Decision> decide(const AskToJoin& wish, const Desk& desk);

/// Refuses `request_unknown`, `already_refused`, `fingerprint_differs`, `already_joined`.
struct ApproveJoin {
    AreaCode area;
    std::string fingerprint;  ///< that was compared: what is approved is what was looked at
};
BOOST_DESCRIBE_STRUCT(ApproveJoin, (), (area, fingerprint))
Result<Decision> decide(const ApproveJoin& wish, const Desk& desk);

/// Refuses `request_unknown`, `already_joined`.
struct RefuseJoin {
    AreaCode area;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RefuseJoin, (), (area, reason))
Result<Decision> decide(const RefuseJoin& wish, const Desk& desk);

/// Refuses `link_unknown`, `reason_empty`.
struct RemoveLink {
    AreaCode area;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RemoveLink, (), (area, reason))
Result<Decision> decide(const RemoveLink& wish, const Desk& desk);

}  // namespace anlan::links
