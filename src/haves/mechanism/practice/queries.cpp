#include "practice/queries.hpp"

namespace anlan::practice {

namespace {

constexpr const char* kSelect =
    "SELECT id, person, started, started_at, step, step_at, state, points, in_time, ended_at FROM practice ";

}  // namespace

std::optional<PracticeFacts> find_practice(store::Rows& rows, const PracticeId& id) {
    return rows.first<PracticeFacts>(std::string(kSelect) + "WHERE id = :i", id);
}

std::optional<PracticeFacts> playing(store::Rows& rows, const PersonId& person) {
    return rows.first<PracticeFacts>(std::string(kSelect) + "WHERE person = :p AND state = 'playing'", person);
}

std::vector<PracticeFacts> find_practices(
    store::Rows& rows, const std::optional<PersonId>& person, std::int64_t limit
) {
    static constexpr const char* kNewest = "ORDER BY started_at DESC, id DESC LIMIT :l";
    if (!person) return rows.select<PracticeFacts>(std::string(kSelect) + kNewest, limit);
    return rows.select<PracticeFacts>(std::string(kSelect) + "WHERE person = :p " + kNewest, *person, limit);
}

std::vector<PracticeMoved> moves_of(store::Rows& rows, const PracticeId& id) {
    return rows.select<PracticeMoved>(
        "SELECT step, seconds, in_time, points, remarks FROM practice_move WHERE practice = :p ORDER BY step", id
    );
}

}  // namespace anlan::practice
