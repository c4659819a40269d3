#include "rescue/training_queries.hpp"

#include "rescue/queries.hpp"

namespace anlan::rescue {

namespace {

constexpr const char* kTrainings =
    "SELECT id, kind, title, place, goal, teams, starts, ends, closed_at, summary FROM training ";

}  // namespace

std::optional<TrainingFacts> find_training(store::Rows& rows, const TrainingId& id) {
    return rows.first<TrainingFacts>(std::string(kTrainings) + "WHERE id = :i", id);
}

std::vector<TrainingFacts> find_trainings(store::Rows& rows, std::int64_t limit) {
    return rows.select<TrainingFacts>(std::string(kTrainings) + "ORDER BY starts DESC, id DESC LIMIT :l", limit);
}

std::vector<TrainingPerson> people_in(store::Rows& rows, const TrainingId& id) {
    return rows.select<TrainingPerson>(
        "SELECT person, at, recorded_by, hours FROM training_person WHERE training = :t ORDER BY at, person", id
    );
}

std::vector<TrainingHeld> trainings_held(store::Rows& rows) {
    std::vector<TrainingHeld> all;
    for (const auto& each :
         rows.select<TrainingFacts>(std::string(kTrainings) + "WHERE closed_at IS NOT NULL ORDER BY starts, id")) {
        const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(each.ends - each.starts).count();
        all.push_back(
            {each.id,
             each.kind,
             each.title,
             day_of(each.starts),
             static_cast<std::int64_t>(people_in(rows, each.id).size()),
             static_cast<double>(minutes) / 60}
        );
    }
    return all;
}

double hours_given(store::Rows& rows, const PersonId& person) {
    return rows.value<std::optional<double>>("SELECT SUM(hours) FROM training_person WHERE person = :p", person)
        .value_or(std::nullopt)
        .value_or(0);
}

}  // namespace anlan::rescue
