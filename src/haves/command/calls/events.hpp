#pragma once

#include "base/area.hpp"
#include "journal/event.hpp"

/// Calling named people until one of them has answered (叫应, R10). Events carry person ids and post titles, never
/// names.
namespace anlan::calls {

using CallId = Id<struct CallTag>;
using HouseholdId = Id<struct HouseholdTag>;

BOOST_DEFINE_ENUM_CLASS(RungRole, primary, repeat, deputy, next, leader, door_knock)
/// sms: a reply (回复 1); voice: a key pressed in an automatic call.
BOOST_DEFINE_ENUM_CLASS(AnswerChannel, app, telephone, radio, satellite, door, sms, voice)
BOOST_DEFINE_ENUM_CLASS(KnockOutcome, waiting, informed, moved, refused, absent)

/// One step of the ladder that a call climbs while nobody answers.
struct Rung {
    RungRole role = RungRole::primary;
    PersonId person;
    std::string post_title;
    std::int64_t limit_seconds = 0;  ///< from the policy pack, by colour
};
BOOST_DESCRIBE_STRUCT(Rung, (), (role, person, post_title, limit_seconds))

/// 叫应发出: the first rung rings until `due`.
struct CallPlaced {
    static constexpr journal::EventKind kKind{
        "call.placed", 1, journal::Share::up, journal::Urgency::life_safety, "households"};
    std::string origin;  ///< what asks for it: a response id; may be empty
    PersonId person;     ///< who is to be reached
    PostId post;
    std::string post_title;
    AreaCode area;  ///< the village or town the person answers for
    std::string headline, text, colour, hazard;
    std::int64_t level = 0;  ///< 1 (Ⅰ) … 4 (Ⅳ), 0: none
    std::vector<Rung> ladder;
    std::vector<HouseholdId> households;  ///< whom to knock up if nobody answers
    Instant due{};
    bool voice = false;  ///< at night, yellow and up: it rings aloud and the desk telephones too
};
BOOST_DESCRIBE_STRUCT(
    CallPlaced,
    (),
    (origin, person, post, post_title, area, headline, text, colour, hazard, level, ladder, households, due, voice)
)

/// 升级: nobody answered in time, the next rung rings.
struct CallEscalated {
    static constexpr journal::EventKind kKind{"call.escalated", 1, journal::Share::up, journal::Urgency::life_safety};
    std::int64_t stage = 0;  ///< index into the ladder
    RungRole role = RungRole::repeat;
    PersonId person;
    std::string reason;  ///< "no_answer", or the officer's words
    Instant due{};
    std::string origin, headline, text, colour, hazard;  ///< repeated so that the phone needs no second question
    std::int64_t level = 0;
    bool voice = false;  ///< as in CallPlaced, by the hour of this rung
};
BOOST_DESCRIBE_STRUCT(
    CallEscalated, (), (stage, role, person, reason, due, origin, headline, text, colour, hazard, level, voice)
)

/// 应答. `by` is the named person; `recorded_by` is the officer who heard it by telephone, empty when they did it
/// themselves.
struct CallAnswered {
    static constexpr journal::EventKind kKind{"call.answered", 1, journal::Share::up, journal::Urgency::life_safety};
    PersonId by;
    AnswerChannel channel = AnswerChannel::app;
    PersonId recorded_by;
    std::string note;
    std::int64_t seconds = 0;      ///< since the call was placed
    bool on_behalf = false;        ///< answered by another than the person called
    std::vector<PersonId> rung{};  ///< everybody it rang for, so that their telephones fall silent at once
};
BOOST_DESCRIBE_STRUCT(CallAnswered, (), (by, channel, recorded_by, note, seconds, on_behalf, rung))

/// 上门叫应: a named person is sent to the door, household by household.
struct DoorKnockRequested {
    static constexpr journal::EventKind kKind{
        "door_knock.requested", 1, journal::Share::up, journal::Urgency::life_safety, "households"};
    PersonId helper;
    std::vector<HouseholdId> households;
};
BOOST_DESCRIBE_STRUCT(DoorKnockRequested, (), (helper, households))

struct DoorKnocked {
    static constexpr journal::EventKind kKind{
        "door_knock.done", 1, journal::Share::up, journal::Urgency::urgent, "household,note"};
    HouseholdId household;  ///< empty: the called person's own door
    KnockOutcome outcome = KnockOutcome::informed;
    std::string note{};  ///< of old entries; the words now lie in the vault, under knock_ref(call)
    bool noted = false;
};
BOOST_DESCRIBE_STRUCT(DoorKnocked, (), (household, outcome, note, noted))

/// Whose words were found at the doors of a call: a vault reference of the class `event_closed`, a field each
/// household.
inline std::string knock_ref(const std::string& call) {
    return "doors:" + call;
}

/// 联系不上 is a result too: why, and what is done instead. The call goes on with the next rung.
struct CallUnreachable {
    static constexpr journal::EventKind kKind{"call.unreachable", 1, journal::Share::up, journal::Urgency::urgent};
    PersonId person;
    std::string reason, next;
};
BOOST_DESCRIBE_STRUCT(CallUnreachable, (), (person, reason, next))

/// The ladder is at its end: the last rung let its limit pass. The desk must act; the call stays open until answered.
struct CallExhausted {
    static constexpr journal::EventKind kKind{"call.exhausted", 1, journal::Share::up, journal::Urgency::life_safety};
    std::string origin;
};
BOOST_DESCRIBE_STRUCT(CallExhausted, (), (origin))

/// Its origin was closed; nobody need answer any more.
struct CallClosed {
    static constexpr journal::EventKind kKind{"call.closed", 1, journal::Share::up};
    std::string reason;
    std::vector<PersonId> rung{};  ///< as in CallAnswered
};
BOOST_DESCRIBE_STRUCT(CallClosed, (), (reason, rung))

}  // namespace anlan::calls
