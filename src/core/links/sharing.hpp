#pragma once

#include "http/endpoint.hpp"
#include "links/answers.hpp"
#include "links/api.hpp"

/// What leaves the station: the rules, and the very entries.
namespace anlan::links {

/// What of the rooms' events leaves the station, and which fields stay.
std::vector<SharedKind> sharing_rules(const std::vector<journal::Room>& rooms);

/// The latest entries given out, newest first, each in the form in which others see it.
http::Page<SentEntry> sent_entries(
    const std::vector<journal::Room>& rooms, store::Rows& store, std::int64_t before, std::int64_t limit
);

void add_sharing(http::Endpoints& table, const LinksView& view);

}  // namespace anlan::links
