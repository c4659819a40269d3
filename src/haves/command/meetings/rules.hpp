#pragma once

#include "journal/desk.hpp"
#include "meetings/queries.hpp"

/// What several decisions of this room share.
namespace anlan::meetings {

inline constexpr std::size_t kLongestTitle = 300;  ///< bytes: 100 Chinese characters
inline constexpr std::size_t kMostGuests = 200;

Refusal meeting_unknown();
/// Refuses `meeting_unknown`, `already_closed`.
Result<MeetingFacts> open_meeting(const journal::Desk& desk, const MeetingId& id);
/// Each once, with the title of the post. Refuses `guests_missing`, `person_unknown`, `too_many_guests`.
Result<std::vector<Guest>> guests_of(const journal::Desk& desk, const std::vector<PersonId>& people);
/// Refuses `not_in_meeting`.
Result<void> check_present(const journal::Desk& desk, const MeetingFacts& meeting);

}  // namespace anlan::meetings
