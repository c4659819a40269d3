#pragma once

#include "rescue/events.hpp"

/// A call-out (集结) of teams, from the order until everybody it called has an end (R19), and help between towns (R20).
namespace anlan::rescue {

using CalloutId = Id<struct CalloutTag>;
using AidId = Id<struct AidTag>;

/// Where somebody called stands; the last four are ends.
BOOST_DEFINE_ENUM_CLASS(MemberState, called, coming, on_the_way, arrived, declined, silent, stood_down)

/// What a call-out is for; the same in the wish and in the fact.
struct Errand {
    std::string origin;  ///< id of the incident or the response it serves; may be empty
    std::string title, place;
    std::optional<double> lon, lat;  ///< of the place to assemble
    std::string skill;               ///< asked for; empty: any
    std::int64_t wanted = 0;         ///< people
    std::string danger;              ///< 风险提示: what is dangerous there, and who looks after safety
};
BOOST_DESCRIBE_STRUCT(Errand, (), (origin, title, place, lon, lat, skill, wanted, danger))

/// 集结令. Subject of all but the help of others: the call-out.
struct CalloutOrdered {
    static constexpr journal::EventKind kKind{"callout.ordered", 1, journal::Share::up, journal::Urgency::life_safety};
    Errand errand;
    std::int64_t target_seconds = 0;  ///< to have assembled, by the hour of the day
    std::int64_t answer_seconds = 0;  ///< to have said whether one comes
    std::string by_title;
};
BOOST_DESCRIBE_STRUCT(CalloutOrdered, (), (errand, target_seconds, answer_seconds, by_title))

struct TeamCalled {
    static constexpr journal::EventKind kKind{
        "callout.team_called", 1, journal::Share::up, journal::Urgency::life_safety};
    TeamId team;
    std::string name;
    std::vector<PersonId> people;
    std::int64_t strength = 0;  ///< arrived, the team has turned out
};
BOOST_DESCRIBE_STRUCT(TeamCalled, (), (team, name, people, strength))

/// 来 or 来不了. `person` said so, or `recorded_by` heard it. The last word counts until they have arrived.
struct MemberAnswered {
    static constexpr journal::EventKind kKind{
        "callout.answered", 1, journal::Share::up, journal::Urgency::urgent, "reason"};
    TeamId team;
    PersonId person;
    bool coming = false;
    std::string reason;
    std::int64_t seconds = 0;  ///< since the team was called
    PersonId recorded_by;
};
BOOST_DESCRIBE_STRUCT(MemberAnswered, (), (team, person, coming, reason, seconds, recorded_by))

/// 在路上. Where they set out, if they chose to say it, is a secret under `position_ref(callout)`: one position, never
/// a track, destroyed when the call-out closes.
struct MemberSetOut {
    static constexpr journal::EventKind kKind{"callout.set_out", 1, journal::Share::up, journal::Urgency::routine};
    TeamId team;
    PersonId person;
    std::optional<double> metres;  ///< still to go, in a straight line
};
BOOST_DESCRIBE_STRUCT(MemberSetOut, (), (team, person, metres))

inline std::string position_ref(const std::string& callout) {
    return "positions:" + callout;
}

struct MemberArrived {
    static constexpr journal::EventKind kKind{"callout.arrived", 1, journal::Share::up, journal::Urgency::urgent};
    TeamId team;
    PersonId person;
    std::int64_t seconds = 0;  ///< since the team was called
    PersonId recorded_by;
};
BOOST_DESCRIBE_STRUCT(MemberArrived, (), (team, person, seconds, recorded_by))

/// The team is there in the strength that counts: its turnout time.
struct TeamTurnedOut {
    static constexpr journal::EventKind kKind{"callout.turned_out", 1, journal::Share::up, journal::Urgency::urgent};
    TeamId team;
    std::string name;
    std::int64_t people = 0, seconds = 0, target_seconds = 0;
};
BOOST_DESCRIBE_STRUCT(TeamTurnedOut, (), (team, name, people, seconds, target_seconds))

/// The time to answer is over, or nobody is left who could still say yes, and too few are coming.
struct CalloutShort {
    static constexpr journal::EventKind kKind{"callout.short", 1, journal::Share::up, journal::Urgency::urgent};
    std::string title;
    std::int64_t coming = 0, wanted = 0;
    TeamId next;  ///< proposed; empty: no team of our own is left, ask the neighbours
    std::string next_name;
    std::vector<PersonId> silent;
};
BOOST_DESCRIBE_STRUCT(CalloutShort, (), (title, coming, wanted, next, next_name, silent))

struct MemberEnd {
    TeamId team;
    PersonId person;
    MemberState state = MemberState::stood_down;
};
BOOST_DESCRIBE_STRUCT(MemberEnd, (), (team, person, state))

/// Over; everybody called has an end. Destroys the positions.
struct CalloutClosed {
    static constexpr journal::EventKind kKind{"callout.closed", 1, journal::Share::up, journal::Urgency::urgent};
    std::string reason;
    std::vector<MemberEnd> ends;
};
BOOST_DESCRIBE_STRUCT(CalloutClosed, (), (reason, ends))

/// 请求增援, up to the county. Subject of this and the next four at every node: the request.
struct AidAsked {
    static constexpr journal::EventKind kKind{"aid.asked", 1, journal::Share::up, journal::Urgency::life_safety};
    CalloutId callout;
    Errand errand;
    std::string by_title;
};
BOOST_DESCRIBE_STRUCT(AidAsked, (), (callout, errand, by_title))

/// The county passes it down to one neighbour.
struct AidPassed {
    static constexpr journal::EventKind kKind{"aid.passed", 1, journal::Share::down, journal::Urgency::life_safety};
    AreaCode asker, helper;
    std::string asker_name;
    Errand errand;
};
BOOST_DESCRIBE_STRUCT(AidPassed, (), (asker, helper, asker_name, errand))

struct AidWord {
    bool coming = false;
    std::string team_name;
    std::int64_t people = 0, minutes = 0;  ///< until they are there
    std::string text;
};
BOOST_DESCRIBE_STRUCT(AidWord, (), (coming, team_name, people, minutes, text))

struct AidAnswered {
    static constexpr journal::EventKind kKind{"aid.answered", 1, journal::Share::up, journal::Urgency::life_safety};
    AreaCode helper;
    AidWord word;
};
BOOST_DESCRIBE_STRUCT(AidAnswered, (), (helper, word))

/// The county tells the town that asked.
struct AidTold {
    static constexpr journal::EventKind kKind{"aid.told", 1, journal::Share::down, journal::Urgency::life_safety};
    AreaCode asker, helper;
    std::string helper_name;
    AidWord word;
};
BOOST_DESCRIBE_STRUCT(AidTold, (), (asker, helper, helper_name, word))

/// Something about it has come from another node; from now on the desk hears of it.
struct AidHeard {
    static constexpr journal::EventKind kKind{"aid.heard", 1, journal::Share::local, journal::Urgency::urgent};
    std::string what;  ///< asked, passed, told
};
BOOST_DESCRIBE_STRUCT(AidHeard, (), (what))

}  // namespace anlan::rescue
