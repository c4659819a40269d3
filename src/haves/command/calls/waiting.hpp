#pragma once

#include "base/world.hpp"
#include "calls/events.hpp"
#include "store/rows.hpp"

namespace anlan::calls {

/// Calls under one headline that nobody has answered yet.
struct Waiting {
    std::string headline;
    std::int64_t people = 0;
    CallId first;
};
BOOST_DESCRIBE_STRUCT(Waiting, (), (headline, people, first))

/// What is still ringing or waits for somebody to knock at a door, the most people first.
std::vector<Waiting> waiting_calls(store::Rows& rows, const World& world, std::int64_t limit);

}  // namespace anlan::calls
