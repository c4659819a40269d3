#pragma once

#include <functional>

#include "http/endpoint.hpp"
#include "links/answers.hpp"
#include "links/join_words.hpp"
#include "seal/seal.hpp"

namespace anlan::links {

struct LinksView {
    std::function<std::vector<federation::LinkState>()> links;  ///< empty: the node stands alone
    std::function<const std::vector<journal::Room>*()> rooms;
    std::function<const seal::KeyPair&()> key;    ///< the node's own
    std::function<std::optional<Door>()> door{};  ///< where children connect; empty: no line for them
};

void add_endpoints(http::Endpoints& table, const LinksView& view);

}  // namespace anlan::links
