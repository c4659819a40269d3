#pragma once

#include <optional>
#include <string>

#include "exercise/queries.hpp"

namespace anlan::exercise {

/// What the journal of a drill says about one inject.
struct Measured {
    std::int64_t points = 0;  ///< 0 … 100
    std::string words;
};
/// Nothing when nothing of the kind happened after the inject was given.
std::optional<Measured> measured(
    store::Rows& rows, const World& drill, const Inject& inject, Instant given, Instant now
);

}  // namespace anlan::exercise
