#pragma once

#include "identity/identity.hpp"

/// What the API answers about the one asking.
namespace anlan::identity {

struct NodeBrief {
    AreaCode area;
    std::string name;
    Level level = Level::town;
};
BOOST_DESCRIBE_STRUCT(NodeBrief, (), (area, name, level))

struct Me {
    PersonId person;
    std::string login, name;
    std::vector<std::string> roles, permissions;
    AreaCode area;
    std::string area_name;
    Level level = Level::town;
    NodeBrief node;
    std::vector<std::string> post_titles;
    std::int64_t unread = 0;
    bool totp_enrolled = false, totp_required = false;
    std::optional<std::string> duty_phone;  ///< of the node's duty officer, for whoever is logged in here
};
BOOST_DESCRIBE_STRUCT(
    Me,
    (),
    (person,
     login,
     name,
     roles,
     permissions,
     area,
     area_name,
     level,
     node,
     post_titles,
     unread,
     totp_enrolled,
     totp_required,
     duty_phone)
)
Me me_of(
    store::Rows& rows, const std::string& login, const journal::NodeFacts& node, const Directory& directory, Instant now
);

struct Session {
    std::string token;
    Instant expires_at{};
    Me me;
};
BOOST_DESCRIBE_STRUCT(Session, (), (token, expires_at, me))

/// The rules in force, or the usual ones.
LoginRules rules_of(store::Rows& rows, const Directory& directory);

void add_account_endpoints(http::Endpoints& table, const Directory& directory);

}  // namespace anlan::identity
