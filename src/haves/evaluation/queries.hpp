#pragma once

#include "evaluation/reckon.hpp"

namespace anlan::evaluation {

/// An exercise a station below told it had held.
struct DrillFacts {
    AreaCode node;
    std::string exercise, title;
    Instant held_at{};
    double score = 0;
    std::int64_t judged = 0, injects = 0;
};
BOOST_DESCRIBE_STRUCT(DrillFacts, (), (node, exercise, title, held_at, score, judged, injects))
std::vector<DrillFacts> drills_told(store::Rows& rows, const AreaCode& station);  ///< the newest first

struct NominationFacts {
    NominationId id;
    std::int64_t year = 0;
    AreaCode station, county;
    std::string name, acceptance;
    DrillScore drill;
    std::string reason, by_title;
    Instant at{};
    std::optional<Instant> withdrawn_at;
};
BOOST_DESCRIBE_STRUCT(
    NominationFacts, (), (id, year, station, county, name, acceptance, drill, reason, by_title, at, withdrawn_at)
)
std::optional<NominationFacts> find_nomination(store::Rows& rows, const NominationId& id);
/// Those in force, by station; of a station named twice the first.
std::vector<NominationFacts> nominations_of(store::Rows& rows, std::int64_t year);

/// 待确认, 已生效, 未采纳.
BOOST_DEFINE_ENUM_CLASS(ChangeState, proposed, confirmed, rejected)

struct ChangeFacts {
    ChangeId id;
    NominationId nomination;
    Part part = Part::on_paper;
    double from = 0, to = 0;
    std::string reason;
    PersonId proposed_by;
    std::string proposed_title;
    Instant proposed_at{};
    ChangeState state = ChangeState::proposed;
    PersonId decided_by;
    std::string decided_title;
    std::optional<Instant> decided_at;
    std::string decided_reason;
};
BOOST_DESCRIBE_STRUCT(
    ChangeFacts,
    (),
    (id,
     nomination,
     part,
     from,
     to,
     reason,
     proposed_by,
     proposed_title,
     proposed_at,
     state,
     decided_by,
     decided_title,
     decided_at,
     decided_reason)
)
std::optional<ChangeFacts> find_change(store::Rows& rows, const ChangeId& id);
std::vector<ChangeFacts> changes_of(store::Rows& rows, const NominationId& id);  ///< the oldest first
/// How often anything was proposed, confirmed or rejected here: what `ProposeChange::seen` is compared with.
std::int64_t steps_of(const std::vector<ChangeFacts>& changes);

/// None of its own points: the acceptance it names is not known here, or is another station's, or did not pass.
std::optional<Scores> scores_of(
    store::Rows& rows, const NominationFacts& nomination, const std::vector<ChangeFacts>& changes
);

struct ConclusionFacts {
    std::int64_t year = 0;
    Instant at{};
    EvaluationConcluded content;
};
BOOST_DESCRIBE_STRUCT(ConclusionFacts, (), (year, at, content))
std::optional<ConclusionFacts> conclusion_of(store::Rows& rows, std::int64_t year);

/// At the station, and at the county that handed it on.
struct ResultFacts {
    std::int64_t year = 0;
    AreaCode station;
    Instant at{};
    ResultPassedOn content;
};
BOOST_DESCRIBE_STRUCT(ResultFacts, (), (year, station, at, content))
std::vector<ResultFacts> results_of(store::Rows& rows, std::int64_t year);

struct LetterFacts {
    std::string id;
    std::int64_t year = 0;
    AreaCode station;
    LetterKind kind = LetterKind::reminder;
    std::string order;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(LetterFacts, (), (id, year, station, kind, order, at))
std::vector<LetterFacts> letters_of(store::Rows& rows, std::int64_t year);

/// Years anything is known of, the newest first.
std::vector<std::int64_t> years_known(store::Rows& rows);

/// The newest concluded acceptance of the station; none: it has none.
std::optional<programme::AcceptanceFacts> concluded_acceptance(store::Rows& rows, const AreaCode& station);

inline std::int64_t year_of(Instant at) {
    return std::stoll(to_local(at).substr(0, 4));
}

}  // namespace anlan::evaluation
