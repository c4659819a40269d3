#pragma once

#include "base/area.hpp"
#include "journal/event.hpp"

/// Consultations (会商): why people were called together, who was there, what was said and resolved, and what became
/// of it (议决督办).
namespace anlan::consultation {

using ConsultationId = Id<struct ConsultationTag>;
using ResolutionId = Id<struct ResolutionTag>;

/// 突发事件, 应急响应, 例行.
BOOST_DEFINE_ENUM_CLASS(ConsultationOccasion, incident, response, regular)
/// What a line of the agenda was proposed from; `other` is what somebody typed.
BOOST_DEFINE_ENUM_CLASS(Topic, response, warning, incident, task, unit, stock, resolution, other)

struct AgendaItem {
    Topic topic = Topic::other;
    std::string subject;  ///< id of what it is about; may be empty
    std::string text;
};
BOOST_DESCRIBE_STRUCT(AgendaItem, (), (topic, subject, text))

struct Invited {
    PersonId person;
    std::string title;  ///< of the post they come for
};
BOOST_DESCRIBE_STRUCT(Invited, (), (person, title))

/// Subject of this and the next six: the consultation.
struct ConsultationCalled {
    static constexpr journal::EventKind kKind{
        "consultation.called", 1, journal::Share::local, journal::Urgency::urgent};
    ConsultationOccasion occasion = ConsultationOccasion::regular;
    std::string origin;  ///< id of the incident or the response
    std::string title, place;
    Instant starts_at{};
    PersonId chair;
    std::string chair_title;
    std::vector<AgendaItem> agenda;
    std::vector<Invited> invited;
    std::string meeting;  ///< id of a meeting by video; empty: none
};
BOOST_DESCRIBE_STRUCT(
    ConsultationCalled, (), (occasion, origin, title, place, starts_at, chair, chair_title, agenda, invited, meeting)
)

struct AgendaSet {
    static constexpr journal::EventKind kKind{"consultation.agenda_set", 1};
    std::vector<AgendaItem> agenda;
};
BOOST_DESCRIBE_STRUCT(AgendaSet, (), (agenda))

struct PeopleInvited {
    static constexpr journal::EventKind kKind{
        "consultation.invited", 1, journal::Share::local, journal::Urgency::urgent};
    std::vector<Invited> invited;
    std::string title;  ///< of the consultation, for whom it rings
    std::string place;
    Instant starts_at{};
};
BOOST_DESCRIBE_STRUCT(PeopleInvited, (), (invited, title, place, starts_at))

/// 到会, 请假缺席, 委托代会.
BOOST_DEFINE_ENUM_CLASS(Presence, present, absent, deputy)

/// The last entry of a person counts.
struct PersonAttended {
    static constexpr journal::EventKind kKind{"consultation.attended", 1};
    PersonId person;
    Presence presence = Presence::present;
    std::string reason;  ///< of an absence
    PersonId deputy;     ///< who came instead
};
BOOST_DESCRIBE_STRUCT(PersonAttended, (), (person, presence, reason, deputy))

struct WordSaid {
    static constexpr journal::EventKind kKind{"consultation.said", 1};
    PersonId person;   ///< empty: `unit` spoke
    std::string unit;  ///< somebody who is not on the roster, by unit and post
    std::string text;
};
BOOST_DESCRIBE_STRUCT(WordSaid, (), (person, unit, text))

/// It is held by video: the meeting it is held in.
struct MeetingJoined {
    static constexpr journal::EventKind kKind{"consultation.met", 1};
    std::string meeting;
};
BOOST_DESCRIBE_STRUCT(MeetingJoined, (), (meeting))

/// A resolution as the level above sees it.
struct ResolutionBrief {
    ResolutionId id;
    std::int64_t number = 0;
    std::string text, owner_title;
    Instant due{};
};
BOOST_DESCRIBE_STRUCT(ResolutionBrief, (), (id, number, text, owner_title, due))

/// 会商结束. Goes up as a summary: titles of posts, no people.
struct ConsultationConcluded {
    static constexpr journal::EventKind kKind{
        "consultation.concluded", 1, journal::Share::up, journal::Urgency::urgent};
    ConsultationOccasion occasion = ConsultationOccasion::regular;
    std::string title, chair_title, conclusion;
    Instant starts_at{};
    std::int64_t invited = 0, present = 0;
    std::vector<ResolutionBrief> resolutions;
};
BOOST_DESCRIBE_STRUCT(
    ConsultationConcluded, (), (occasion, title, chair_title, conclusion, starts_at, invited, present, resolutions)
)

/// 议决事项. Subject of this and the next two: the resolution.
struct ResolutionMade {
    static constexpr journal::EventKind kKind{"resolution.made", 1, journal::Share::local, journal::Urgency::urgent};
    ConsultationId consultation;
    std::int64_t number = 0;
    std::string text;
    PostId post;
    PersonId owner;
    std::string owner_title;   ///< of the post, or the names of the units
    std::vector<AreaCode> to;  ///< units below: it goes to them as an order
    Instant due{}, remind_at{};
    std::string consultation_title;
};
BOOST_DESCRIBE_STRUCT(
    ResolutionMade, (), (consultation, number, text, post, owner, owner_title, to, due, remind_at, consultation_title)
)

/// 催办: by a person, or by the clock before its time.
struct ResolutionReminded {
    static constexpr journal::EventKind kKind{"resolution.reminded", 1};
    PersonId owner;
    std::string text;
    Instant due{};
    bool by_clock = false;
};
BOOST_DESCRIBE_STRUCT(ResolutionReminded, (), (owner, text, due, by_clock))

/// 已落实, 终止.
BOOST_DEFINE_ENUM_CLASS(ResolutionOutcome, done, ended)

struct ResolutionClosed {
    static constexpr journal::EventKind kKind{"resolution.closed", 1, journal::Share::up};
    ConsultationId consultation;
    std::int64_t number = 0;
    ResolutionOutcome outcome = ResolutionOutcome::done;
    std::string text, words;
    bool late = false;
};
BOOST_DESCRIBE_STRUCT(ResolutionClosed, (), (consultation, number, outcome, text, words, late))

}  // namespace anlan::consultation
