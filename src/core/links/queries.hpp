#pragma once

#include <optional>
#include <vector>

#include "base/area.hpp"
#include "base/time.hpp"
#include "store/rows.hpp"

namespace anlan::links {

/// A station below that has joined.
struct Child {
    AreaCode area;
    std::string name, public_pem, nkey;
};
BOOST_DESCRIBE_STRUCT(Child, (), (area, name, public_pem, nkey))

struct CodeState {
    std::string code_id, digest;
    Instant expires_at{};
    std::string used_by;  ///< area that used it; empty: nobody
};
BOOST_DESCRIBE_STRUCT(CodeState, (), (code_id, digest, expires_at, used_by))

/// The latest asking of an area.
struct JoinRequest {
    AreaCode area;
    std::string name;
    Level level = Level::town;
    std::string public_pem, nkey, fingerprint, address, code_id;
    Instant asked_at{};
    std::string state;  ///< "pending", "approved", "refused", "removed"
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(
    JoinRequest, (), (area, name, level, public_pem, nkey, fingerprint, address, code_id, asked_at, state, reason)
)

std::vector<Child> children(store::Rows& rows);
std::optional<Child> child_of(store::Rows& rows, const AreaCode& area);
std::optional<CodeState> code_of(store::Rows& rows, const std::string& code_id);
/// The newest first.
std::vector<JoinRequest> requests(store::Rows& rows, std::int64_t limit);
std::optional<JoinRequest> request_of(store::Rows& rows, const AreaCode& area);

}  // namespace anlan::links
