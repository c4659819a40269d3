#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/rows.hpp"

/// Feeds of alerts this node polls (预警订阅源), and whether they answer.
namespace anlan::warning {

struct FeedState {
    std::string feed;  ///< host and path
    bool up = false;
    Instant since{};
    std::string zh, en;  ///< what is wrong while it is down
};
BOOST_DESCRIBE_STRUCT(FeedState, (), (feed, up, since, zh, en))

/// Every feed ever looked at; those in trouble first.
std::vector<FeedState> feeds(store::Rows& rows);
std::optional<FeedState> find_feed(store::Rows& rows, const std::string& feed);

}  // namespace anlan::warning
