#pragma once

#include "journal/desk.hpp"
#include "venue/queries.hpp"

namespace anlan::venue {

inline constexpr std::size_t kLongestWords = 1'500;  ///< bytes: 500 characters
inline constexpr std::int64_t kMostPeople = 5'000;

/// Refuses `only_real`: a drill has no visitors.
Result<void> only_in_reality(const journal::Desk& desk);
Result<VenueSheet> the_venue(const journal::Desk& desk);
Result<void> check_people(std::int64_t people);

}  // namespace anlan::venue
