#pragma once

#include "evaluation/model_queries.hpp"
#include "evaluation/queries.hpp"
#include "journal/desk.hpp"

/// What the endpoints of the evaluation answer with; the field names are the API's. People appear only where they
/// acted as one of two reviewers, and only at the node where they did.
namespace anlan::evaluation {

struct ScoreChange {
    ChangeId id;
    Part part = Part::on_paper;
    double from = 0, to = 0;
    std::string reason;
    ChangeState state = ChangeState::proposed;
    std::string proposed_by;  ///< name, else post
    std::optional<Instant> proposed_at;
    std::string decided_by;
    std::optional<Instant> decided_at;
    std::string decided_reason;
    bool mine = false;  ///< the asker proposed it, so somebody else confirms
};
BOOST_DESCRIBE_STRUCT(
    ScoreChange,
    (),
    (id,
     part,
     from,
     to,
     reason,
     state,
     proposed_by,
     proposed_at,
     decided_by,
     decided_at,
     decided_reason,
     mine)
)

struct CohortRow {
    NominationId nomination;  ///< empty: known only from the result
    AreaCode station;
    std::string name, county;
    std::optional<std::int64_t> rank;  ///< at a county only when concluded
    std::optional<double> on_paper, in_drill, calls, total;
    std::optional<Grade> grade;
    bool barred = false;
    std::optional<DrillScore> drill;
    std::string reason, by_title;
    std::int64_t seen = 0;  ///< to be given back when a change is proposed
    std::vector<ScoreChange> changes;
};
BOOST_DESCRIBE_STRUCT(
    CohortRow,
    (),
    (nomination,
     station,
     name,
     county,
     rank,
     on_paper,
     in_drill,
     calls,
     total,
     grade,
     barred,
     drill,
     reason,
     by_title,
     seen,
     changes)
)

/// A station the county may bring forward.
struct NominationCandidate {
    AreaCode station;
    std::string name;
    std::optional<double> acceptance;  ///< points of the concluded acceptance
    bool nominated = false;
    std::vector<DrillFacts> drills;
};
BOOST_DESCRIBE_STRUCT(NominationCandidate, (), (station, name, acceptance, nominated, drills))

struct LetterAnswer {
    AreaCode station;
    std::string name;
    LetterKind kind = LetterKind::reminder;
    std::string order;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(LetterAnswer, (), (station, name, kind, order, at))

struct EvaluationAnswer {
    std::int64_t year = 0;
    std::vector<std::int64_t> years;
    Weights weights;
    double quota = 30, excellent_from = 90;
    std::int64_t places = 0, stations = 0;
    std::optional<Instant> concluded_at;
    std::string opinion, by_title;
    std::vector<CohortRow> rows;
    std::vector<std::string> late;  ///< nominated after the result was given; not in it
    std::vector<NominationCandidate> candidates;
    std::vector<LetterAnswer> letters;
};
BOOST_DESCRIBE_STRUCT(
    EvaluationAnswer,
    (),
    (year,
     years,
     weights,
     quota,
     excellent_from,
     places,
     stations,
     concluded_at,
     opinion,
     by_title,
     rows,
     late,
     candidates,
     letters)
)

EvaluationAnswer evaluation_seen(
    store::Rows& rows, const journal::NodeFacts& here, const PersonId& asker, std::int64_t year
);

struct ModelAnswer {
    ModelFacts model;
    std::string named_by_name;
    bool own = false;
    std::vector<LessonFacts> lessons;
};
BOOST_DESCRIBE_STRUCT(ModelAnswer, (), (model, named_by_name, own, lessons))
/// A town or village that may be named a model here.
struct ModelCandidate {
    AreaCode area;
    std::string name, within;  ///< within: the name of what it lies in
};
BOOST_DESCRIBE_STRUCT(ModelCandidate, (), (area, name, within))
std::vector<ModelCandidate> model_candidates(store::Rows& rows, const journal::NodeFacts& here);

std::vector<ModelAnswer> models_seen(store::Rows& rows, const journal::NodeFacts& here);

}  // namespace anlan::evaluation
