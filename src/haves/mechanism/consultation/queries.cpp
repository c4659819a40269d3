#include "consultation/queries.hpp"

namespace anlan::consultation {

namespace {

std::string consultations(std::string_view rest) {
    return "SELECT id, drill, seq, occasion, origin, title, place, starts_at, chair, chair_title, agenda, meeting, "
           "called_at, called_by, conclusion, concluded_at, concluded_by FROM consultation " +
           std::string(rest);
}

std::string resolutions(std::string_view rest) {
    return "SELECT id, drill, consultation, number, body, post, owner, owner_title, areas, made_at, due, sheet, "
           "reminders, reminded_at, outcome, closed_at, words FROM resolution " +
           std::string(rest);
}

std::optional<World> stored(const std::optional<std::string>& drill) {
    if (!drill) return std::nullopt;
    return World::stored(*drill);
}

}  // namespace

std::optional<ConsultationFacts> find_consultation(store::Rows& rows, const ConsultationId& id) {
    return rows.first<ConsultationFacts>(consultations("WHERE id = :i"), id);
}

std::vector<ConsultationFacts> find_consultations(
    store::Rows& rows, const World& world, const std::string& origin, std::int64_t limit
) {
    if (origin.empty())
        return rows.select<ConsultationFacts>(
            consultations("WHERE drill = :d ORDER BY starts_at DESC, id DESC LIMIT :l"), world.text(), limit
        );
    return rows.select<ConsultationFacts>(
        consultations("WHERE drill = :d AND origin = :o ORDER BY starts_at DESC, id DESC LIMIT :l"),
        world.text(),
        origin,
        limit
    );
}

std::vector<PersonFacts> people_of(store::Rows& rows, const ConsultationId& id) {
    return rows.select<PersonFacts>(
        "SELECT person, title, presence, reason, deputy FROM consultation_person WHERE consultation = :i "
        "ORDER BY place, person",
        id
    );
}

std::vector<WordFacts> words_of(store::Rows& rows, const ConsultationId& id) {
    return rows.select<WordFacts>(
        "SELECT seq, person, unit, body, at FROM consultation_word WHERE consultation = :i ORDER BY seq", id
    );
}

std::optional<ResolutionFacts> find_resolution(store::Rows& rows, const ResolutionId& id) {
    return rows.first<ResolutionFacts>(resolutions("WHERE id = :i"), id);
}

std::vector<ResolutionFacts> resolutions_of(store::Rows& rows, const ConsultationId& id) {
    return rows.select<ResolutionFacts>(resolutions("WHERE consultation = :i ORDER BY number"), id);
}

std::vector<ResolutionFacts> open_resolutions(store::Rows& rows, const World& world, std::int64_t limit) {
    return rows.select<ResolutionFacts>(
        resolutions("WHERE drill = :d AND outcome IS NULL ORDER BY due, id LIMIT :l"), world.text(), limit
    );
}

std::optional<ResolutionFacts> resolution_of_order(store::Rows& rows, const std::string& order) {
    return rows.first<ResolutionFacts>(resolutions("WHERE sheet = :s"), order);
}

std::vector<BelowFacts> consultations_below(store::Rows& rows, const World& world, std::int64_t limit) {
    return rows.select<BelowFacts>(
        "SELECT node, id, at, body FROM consultation_below WHERE drill = :d ORDER BY at DESC, id DESC LIMIT :l",
        world.text(),
        limit
    );
}

std::int64_t closed_below(store::Rows& rows, const AreaCode& node, const std::string& consultation) {
    return rows
        .value<std::int64_t>(
            "SELECT COUNT(*) FROM resolution_below WHERE node = :n AND consultation = :c", node, consultation
        )
        .value_or(0);
}

std::optional<World> world_of_consultation(store::Rows& rows, const ConsultationId& id) {
    return stored(rows.value<std::string>("SELECT drill FROM consultation WHERE id = :i", id));
}

std::optional<World> world_of_resolution(store::Rows& rows, const ResolutionId& id) {
    return stored(rows.value<std::string>("SELECT drill FROM resolution WHERE id = :i", id));
}

}  // namespace anlan::consultation
