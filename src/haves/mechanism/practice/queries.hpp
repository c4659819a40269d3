#pragma once

#include <optional>

#include "practice/events.hpp"
#include "store/rows.hpp"

namespace anlan::practice {

BOOST_DEFINE_ENUM_CLASS(PracticeState, playing, finished, left)

struct PracticeFacts {
    PracticeId id;
    PersonId person;
    PracticeStarted started;
    Instant started_at{};
    std::int64_t step = 0;  ///< that is on, counted from 0
    Instant step_at{};
    PracticeState state = PracticeState::playing;
    std::int64_t points = 0, in_time = 0;
    std::optional<Instant> ended_at;
};
BOOST_DESCRIBE_STRUCT(
    PracticeFacts, (), (id, person, started, started_at, step, step_at, state, points, in_time, ended_at)
)

std::optional<PracticeFacts> find_practice(store::Rows& rows, const PracticeId& id);
std::optional<PracticeFacts> playing(store::Rows& rows, const PersonId& person);
/// Newest first; of one person, or of all.
std::vector<PracticeFacts> find_practices(store::Rows& rows, const std::optional<PersonId>& person, std::int64_t limit);
std::vector<PracticeMoved> moves_of(store::Rows& rows, const PracticeId& id);

}  // namespace anlan::practice
