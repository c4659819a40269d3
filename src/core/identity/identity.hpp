#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "http/endpoint.hpp"
#include "identity/commands.hpp"
#include "journal/room.hpp"
#include "store/rows.hpp"

namespace anlan::identity {

/// Who holds this session token; nothing when it is unknown or has run out. An account that must use a code and has not
/// enrolled yet gets no permissions, only its own pages.
std::optional<http::Caller> caller_of(store::Rows& rows, const std::string& token, Instant now);

/// What the core does not know about people and areas. Members may be empty.
struct Directory {
    std::function<std::string(store::Rows&, const AreaCode&)> area_name;
    std::function<std::vector<std::string>(store::Rows&, const PersonId&)> post_titles;
    std::function<bool(store::Rows&, const PersonId&)> person_exists;
    std::function<std::int64_t(store::Rows&, const PersonId&, Instant)> unread;
    std::function<LoginRules(store::Rows&)> rules;
    /// The number at which somebody answers for the node at any hour; empty: not known.
    std::function<std::string(store::Rows&, const AreaCode&)> duty_phone;
};

journal::Room make_room();
void add_endpoints(http::Endpoints& table, Directory directory);

}  // namespace anlan::identity
