#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/world.hpp"
#include "consultation/events.hpp"
#include "store/rows.hpp"

/// What is known of consultations and of what they resolved.
namespace anlan::consultation {

struct ConsultationFacts {
    ConsultationId id;
    std::string drill;
    std::int64_t seq = 0;
    ConsultationOccasion occasion = ConsultationOccasion::regular;
    std::string origin, title, place;
    Instant starts_at{};
    PersonId chair;
    std::string chair_title;
    std::vector<AgendaItem> agenda;
    std::string meeting;
    Instant called_at{};
    PersonId called_by;
    std::string conclusion;
    std::optional<Instant> concluded_at;
    PersonId concluded_by;
};
BOOST_DESCRIBE_STRUCT(
    ConsultationFacts,
    (),
    (id,
     drill,
     seq,
     occasion,
     origin,
     title,
     place,
     starts_at,
     chair,
     chair_title,
     agenda,
     meeting,
     called_at,
     called_by,
     conclusion,
     concluded_at,
     concluded_by)
)
std::optional<ConsultationFacts> find_consultation(store::Rows& rows, const ConsultationId& id);
/// Newest first; of one incident or response when `origin` is given.
std::vector<ConsultationFacts> find_consultations(
    store::Rows& rows, const World& world, const std::string& origin, std::int64_t limit
);

struct PersonFacts {
    PersonId person;
    std::string title;
    std::optional<Presence> presence;  ///< none: not yet noted
    std::string reason;
    PersonId deputy;
};
BOOST_DESCRIBE_STRUCT(PersonFacts, (), (person, title, presence, reason, deputy))
std::vector<PersonFacts> people_of(store::Rows& rows, const ConsultationId& id);  ///< as they were invited

struct WordFacts {
    std::int64_t seq = 0;
    PersonId person;
    std::string unit, text;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(WordFacts, (), (seq, person, unit, text, at))
std::vector<WordFacts> words_of(store::Rows& rows, const ConsultationId& id);

struct ResolutionFacts {
    ResolutionId id;
    std::string drill;
    ConsultationId consultation;
    std::int64_t number = 0;
    std::string text;
    PostId post;
    PersonId owner;
    std::string owner_title;
    std::vector<AreaCode> to;
    Instant made_at{}, due{};
    std::string order;  ///< id of the order it became; empty: it is a task
    std::int64_t reminders = 0;
    std::optional<Instant> reminded_at;
    std::optional<ResolutionOutcome> outcome;  ///< none: still open
    std::optional<Instant> closed_at;
    std::string words;

    bool late(Instant now) const { return closed_at.value_or(now) > due; }
};
BOOST_DESCRIBE_STRUCT(
    ResolutionFacts,
    (),
    (id,
     drill,
     consultation,
     number,
     text,
     post,
     owner,
     owner_title,
     to,
     made_at,
     due,
     order,
     reminders,
     reminded_at,
     outcome,
     closed_at,
     words)
)
std::optional<ResolutionFacts> find_resolution(store::Rows& rows, const ResolutionId& id);
std::vector<ResolutionFacts> resolutions_of(store::Rows& rows, const ConsultationId& id);
std::vector<ResolutionFacts> open_resolutions(store::Rows& rows, const World& world, std::int64_t limit);  ///< by date
std::optional<ResolutionFacts> resolution_of_order(store::Rows& rows, const std::string& order);

/// What a node below has told of one of its consultations.
struct BelowFacts {
    AreaCode node;
    std::string id;
    Instant at{};
    ConsultationConcluded body;
};
BOOST_DESCRIBE_STRUCT(BelowFacts, (), (node, id, at, body))
std::vector<BelowFacts> consultations_below(store::Rows& rows, const World& world, std::int64_t limit);
/// How many of its resolutions are closed.
std::int64_t closed_below(store::Rows& rows, const AreaCode& node, const std::string& consultation);

std::optional<World> world_of_consultation(store::Rows& rows, const ConsultationId& id);
std::optional<World> world_of_resolution(store::Rows& rows, const ResolutionId& id);

}  // namespace anlan::consultation
