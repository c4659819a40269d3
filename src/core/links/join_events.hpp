#pragma once

#include "journal/event.hpp"

namespace anlan::links {

/// A one-time code with which one station below may ask to join. Only its digests are kept.
struct CodeMade {
    static constexpr journal::EventKind kKind{"link.code_made", 1};
    std::string code_id, digest;  ///< key_of_code() of the code
    Instant expires_at{};
};
BOOST_DESCRIBE_STRUCT(CodeMade, (), (code_id, digest, expires_at))

/// A station below asks to join; the code is used up by it.
struct JoinAsked {
    static constexpr journal::EventKind kKind{"link.asked", 1};
    AreaCode area;
    std::string name;
    Level level = Level::town;
    std::string public_pem, nkey;
    std::string fingerprint;  ///< of both stations' keys, to be compared on the telephone
    std::string address;      ///< of the request, as the network said
    std::string code_id;
};
BOOST_DESCRIBE_STRUCT(JoinAsked, (), (area, name, level, public_pem, nkey, fingerprint, address, code_id))

struct JoinApproved {
    static constexpr journal::EventKind kKind{"link.approved", 1};
    AreaCode area;
    std::string name, public_pem, nkey;
};
BOOST_DESCRIBE_STRUCT(JoinApproved, (), (area, name, public_pem, nkey))

struct JoinRefused {
    static constexpr journal::EventKind kKind{"link.refused", 1};
    AreaCode area;
    std::string name, reason;
};
BOOST_DESCRIBE_STRUCT(JoinRefused, (), (area, name, reason))

/// A station that had joined is put out: a new machine, a lost key, a reform of the divisions.
struct LinkRemoved {
    static constexpr journal::EventKind kKind{"link.removed", 1};
    AreaCode area;
    std::string name, reason;
};
BOOST_DESCRIBE_STRUCT(LinkRemoved, (), (area, name, reason))

}  // namespace anlan::links
