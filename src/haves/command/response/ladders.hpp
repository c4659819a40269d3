#pragma once

#include <optional>
#include <string>
#include <vector>

#include "response/queries.hpp"
#include "warning/queries.hpp"

/// The three ladders side by side, per hazard (DOMAIN): the weather service's level, the coloured signal, our response.
namespace anlan::response {

struct SignalRung {
    warning::Colour colour = warning::Colour::none;
    Instant sent{};
    std::string id;
};
BOOST_DESCRIBE_STRUCT(SignalRung, (), (colour, sent, id))

struct ResponseRung {
    std::string id;
    std::int64_t level = 4;
    Instant activated_at{};
};
BOOST_DESCRIBE_STRUCT(ResponseRung, (), (id, level, activated_at))

struct Ladder {
    std::string hazard, hazard_name;
    std::optional<SignalRung> signal;
    std::optional<std::int64_t> weather_level;
    std::optional<ResponseRung> response;  ///< the highest that is active
    std::optional<std::int64_t>
        lag_seconds;  ///< from the warning's sending to the response (10 min … 2 h in the record)
};
BOOST_DESCRIBE_STRUCT(Ladder, (), (hazard, hazard_name, signal, weather_level, response, lag_seconds))

/// Typhoon and rainstorm always, every other hazard when something stands on one of its ladders.
std::vector<Ladder> ladders(store::Rows& rows, const World& world, bool english);

/// Seconds from the sending of the warning that called for the response to its start; nothing without one of them.
std::optional<std::int64_t> lag_seconds(store::Rows& rows, const ResponseFacts& response);

}  // namespace anlan::response
