#pragma once

#include "links/api.hpp"

namespace anlan::links {

/// Codes, requests, approval, removal; and the two public doors by which a station below asks.
void add_join_endpoints(http::Endpoints& table, const LinksView& view);

/// How a request stands, for its maker alone. Refuses `request_unknown`, `not_yours`.
Result<JoinAnswer> answer_poll(
    const JoinPoll& poll,
    store::Rows& rows,
    const journal::NodeFacts& node,
    const seal::KeyPair& key,
    const std::optional<Door>& door
);

}  // namespace anlan::links
