#pragma once

#include "base/day.hpp"
#include "venue/events.hpp"

/// When the venue is open, and which slots can be booked.
namespace anlan::venue {

inline constexpr std::int64_t kMidnight = 24 * 60;

/// Minutes from midnight; the end is not part of it.
struct Stretch {
    std::int64_t from = 0, until = 0;
};
BOOST_DESCRIBE_STRUCT(Stretch, (), (from, until))

/// The stretches of a day in order: its special hours if it has any, else those of its weekday.
std::vector<Stretch> open_on(const VenueSheet& sheet, Day day);
bool open_at(const VenueSheet& sheet, Instant at);
/// The slots of a day; a rest shorter than a slot is none.
std::vector<Stretch> slots_on(const VenueSheet& sheet, Day day);

/// Refuses `openings_invalid`, `day_invalid`, `slot_invalid`.
Result<void> check_hours(const VenueSheet& sheet);

/// "09:30"
std::string clock_text(std::int64_t minutes);

}  // namespace anlan::venue
