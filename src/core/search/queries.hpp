#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/world.hpp"
#include "store/rows.hpp"

namespace anlan::search {

/// Who asks, and what.
struct Question {
    std::string text;
    World world = World::real();
    AreaCode area;
    std::set<std::string> permissions;
    std::string kind;         ///< only this; empty: all
    std::int64_t before = 0;  ///< only findings below this number; 0: from the newest
    std::int64_t limit = 50;
};

struct Found {
    std::int64_t id = 0;
    std::string drill, kind, subject;
    AreaCode area;
    std::string permission;
    Instant at{};
    std::string title, text, state;
};
BOOST_DESCRIBE_STRUCT(Found, (), (id, drill, kind, subject, area, permission, at, title, text, state))

struct Answer {
    std::vector<Found> found;            ///< newest first
    std::optional<std::int64_t> before;  ///< ask on from here
};

/// Every word of two characters or more must occur, in whatever order. Refuses `question_too_short`. Bounded: after
/// having read through a certain number of candidates that do not match or may not be seen, it stops and says where to
/// ask on.
Result<Answer> find(store::Rows& rows, const Question& question);

}  // namespace anlan::search
