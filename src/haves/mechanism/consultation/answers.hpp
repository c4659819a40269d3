#pragma once

#include "consultation/queries.hpp"
#include "consultation/situation.hpp"
#include "journal/desk.hpp"

/// What the endpoints of this room answer.
namespace anlan::consultation {

BOOST_DEFINE_ENUM_CLASS(ConsultationState, called, concluded)

struct ConsultationAnswer {
    std::string id, drill;
    ConsultationState state = ConsultationState::called;
    ConsultationOccasion occasion = ConsultationOccasion::regular;
    std::string origin, origin_title, title, place;
    Instant starts_at{};
    std::string chair_name, chair_title, called_by_name, meeting;
    std::optional<Instant> concluded_at;
    std::string conclusion;
    std::int64_t invited = 0, answered = 0, present = 0;
    std::int64_t resolutions = 0, open = 0, late = 0;
};
BOOST_DESCRIBE_STRUCT(
    ConsultationAnswer,
    (),
    (id,
     drill,
     state,
     occasion,
     origin,
     origin_title,
     title,
     place,
     starts_at,
     chair_name,
     chair_title,
     called_by_name,
     meeting,
     concluded_at,
     conclusion,
     invited,
     answered,
     present,
     resolutions,
     open,
     late)
)

struct SeatAnswer {
    PersonId person;
    std::string name, title;
    std::optional<Instant> answered_at;  ///< the call to come
    std::string call;                    ///< id of it
    std::optional<Presence> presence;
    std::string reason, deputy_name;
};
BOOST_DESCRIBE_STRUCT(SeatAnswer, (), (person, name, title, answered_at, call, presence, reason, deputy_name))

struct WordAnswer {
    std::string speaker, title, text;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(WordAnswer, (), (speaker, title, text, at))

struct ResolutionAnswer {
    std::string id, consultation, consultation_title;
    std::int64_t number = 0;
    std::string text, owner_name, owner_title;
    std::vector<std::string> missing;  ///< units that have not answered
    Instant made_at{}, due{};
    std::string order, task;
    std::int64_t reminders = 0;
    std::optional<Instant> reminded_at;
    std::optional<ResolutionOutcome> outcome;
    std::optional<Instant> closed_at;
    std::string words;
    bool late = false;
};
BOOST_DESCRIBE_STRUCT(
    ResolutionAnswer,
    (),
    (id,
     consultation,
     consultation_title,
     number,
     text,
     owner_name,
     owner_title,
     missing,
     made_at,
     due,
     order,
     task,
     reminders,
     reminded_at,
     outcome,
     closed_at,
     words,
     late)
)

/// 会议录像: of the meeting it was held by, once there is one to be played.
struct RecordingAnswer {
    std::string digest;  ///< SHA-256
    std::int64_t bytes = 0, seconds = 0;
};
BOOST_DESCRIBE_STRUCT(RecordingAnswer, (), (digest, bytes, seconds))

/// 会议终端: a conference set that was in the meeting it was held by.
struct TerminalSeat {
    std::string name, place;
    std::int64_t seconds = 0;  ///< in it until now
};
BOOST_DESCRIBE_STRUCT(TerminalSeat, (), (name, place, seconds))

struct ConsultationDetail {
    ConsultationAnswer consultation;
    std::vector<AgendaItem> agenda;
    std::vector<SeatAnswer> people;
    std::vector<WordAnswer> words;
    std::vector<ResolutionAnswer> resolutions;
    bool may_end = false;  ///< the reader is the chair, or leads now
    std::optional<RecordingAnswer> recording{};
    std::vector<TerminalSeat> terminals{};
};
BOOST_DESCRIBE_STRUCT(
    ConsultationDetail, (), (consultation, agenda, people, words, resolutions, may_end, recording, terminals)
)

struct CandidateAnswer {
    PersonId person;
    std::string name, title;
};
BOOST_DESCRIBE_STRUCT(CandidateAnswer, (), (person, name, title))

struct AgendaProposal {
    std::string title;
    std::vector<AgendaItem> items;
    std::vector<CandidateAnswer> invited;
};
BOOST_DESCRIBE_STRUCT(AgendaProposal, (), (title, items, invited))

/// A consultation of a node below, as its summary says.
struct ConsultationBelow {
    AreaCode node;
    std::string node_name, id;
    Instant at{};
    ConsultationConcluded summary;
    std::int64_t closed = 0;  ///< of its resolutions
};
BOOST_DESCRIBE_STRUCT(ConsultationBelow, (), (node, node_name, id, at, summary, closed))

ConsultationAnswer head_of(store::Rows& rows, const ConsultationFacts& consultation, Instant now);
ConsultationDetail detail_of(
    store::Rows& rows,
    const ConsultationFacts& consultation,
    const journal::NodeFacts& node,
    const PersonId& reader,
    Instant now
);
ResolutionAnswer answer_of(store::Rows& rows, const ResolutionFacts& resolution, Instant now);
AgendaProposal proposal_of(store::Rows& rows, const Situation& situation);
std::vector<ConsultationBelow> below_seen(store::Rows& rows, const World& world, std::int64_t limit);

}  // namespace anlan::consultation
