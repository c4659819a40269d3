#pragma once

#include <optional>
#include <vector>

#include "base/world.hpp"
#include "exercise/events.hpp"
#include "store/rows.hpp"

namespace anlan::exercise {

struct ExerciseFacts {
    ExerciseId id;
    Sheet sheet;
    std::string drill;
    std::optional<Instant> begun_at, held_at;
    std::vector<Verdict> verdicts;
    std::optional<std::int64_t> score;
    std::int64_t judged = 0;
    std::string summary;

    bool running() const { return begun_at && !held_at; }
};
BOOST_DESCRIBE_STRUCT(ExerciseFacts, (), (id, sheet, drill, begun_at, held_at, verdicts, score, judged, summary))
std::optional<ExerciseFacts> find_exercise(store::Rows& rows, const ExerciseId& id);
std::vector<ExerciseFacts> find_exercises(store::Rows& rows, std::int64_t limit);  ///< newest first

struct GivenFacts {
    std::int64_t at_index = 0;
    Instant at{};
    bool by_hand = false;
};
BOOST_DESCRIBE_STRUCT(GivenFacts, (), (at_index, at, by_hand))
std::vector<GivenFacts> given_in(store::Rows& rows, const ExerciseId& id);

struct ObservationFacts {
    std::int64_t at_index = 0;
    PersonId observer;
    Mark mark = Mark::met;
    std::string fact;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(ObservationFacts, (), (at_index, observer, mark, fact, at))
std::vector<ObservationFacts> observed_in(store::Rows& rows, const ExerciseId& id);

/// The verdict about every inject as things stand now.
std::vector<Verdict> verdicts_of(store::Rows& rows, const ExerciseFacts& exercise, Instant now);
/// The mean over what is judged; nothing when nothing is.
std::optional<std::int64_t> score_of(const std::vector<Verdict>& verdicts);

/// Origin of the tasks that its improvements became.
inline std::string origin_of(const ExerciseId& id) {
    return "exercise:" + id.text;
}

}  // namespace anlan::exercise
