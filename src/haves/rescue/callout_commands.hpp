#pragma once

#include "journal/desk.hpp"
#include "rescue/callout_events.hpp"

/// Wishes about call-outs. A call-out lives in the world it was ordered in: one of a drill rings as a drill.
namespace anlan::rescue {

using journal::Decision;
using journal::Desk;

/// 集结: calls everybody of these teams who can come — not called out already, no paper expired. Refuses
/// `title_missing`, `place_missing`, `wanted_invalid`, `place_invalid`, `teams_missing`, `team_unknown`,
/// `nobody_can_come`.
struct OrderCallout {
    Errand errand;
    std::vector<TeamId> teams;
};
BOOST_DESCRIBE_STRUCT(OrderCallout, (), (errand, teams))
Result<Decision> decide(const OrderCallout& wish, const Desk& desk);

/// One more team. Refuses `callout_unknown`, `callout_over`, `team_unknown`, `already_called`, `nobody_can_come`.
struct CallTeam {
    CalloutId callout;
    TeamId team;
};
BOOST_DESCRIBE_STRUCT(CallTeam, (), (callout, team))
Result<Decision> decide(const CallTeam& wish, const Desk& desk);
std::optional<World> world_of(const CallTeam& wish, store::Rows& rows);

/// By oneself, or with `person` by the desk that heard it. Changed minds are taken until one has arrived; the same word
/// twice is one. Refuses `callout_unknown`, `callout_over`, `not_called`, `not_permitted`, `reason_missing`,
/// `already_arrived`.
struct AnswerCallout {
    CalloutId callout;
    bool coming = false;
    std::string reason;  ///< 来不了的原因
    std::optional<PersonId> person;
};
BOOST_DESCRIBE_STRUCT(AnswerCallout, (), (callout, coming, reason, person))
Result<Decision> decide(const AnswerCallout& wish, const Desk& desk);
std::optional<World> world_of(const AnswerCallout& wish, store::Rows& rows);

/// 在路上; the position only if the person chose to give it, this once. Refuses as above and `place_invalid`.
struct SetOut {
    CalloutId callout;
    std::optional<double> lon, lat;
};
BOOST_DESCRIBE_STRUCT(SetOut, (), (callout, lon, lat))
Result<Decision> decide(const SetOut& wish, const Desk& desk);
std::optional<World> world_of(const SetOut& wish, store::Rows& rows);

/// 到了. `seconds_ago` is how long ago it was by the phone, whose clock may be wrong: never before the call. Refuses as
/// above.
struct Arrive {
    CalloutId callout;
    std::optional<PersonId> person;
    std::optional<std::int64_t> seconds_ago;
};
BOOST_DESCRIBE_STRUCT(Arrive, (), (callout, person, seconds_ago))
Result<Decision> decide(const Arrive& wish, const Desk& desk);
std::optional<World> world_of(const Arrive& wish, store::Rows& rows);

/// Called by the deadline `callout/<id>` when the time to answer is over.
struct CheckCallout {
    CalloutId callout;
};
BOOST_DESCRIBE_STRUCT(CheckCallout, (), (callout))
Result<Decision> decide(const CheckCallout& wish, const Desk& desk);
std::optional<World> world_of(const CheckCallout& wish, store::Rows& rows);

/// Gives everybody an end. Refuses `callout_unknown`, `reason_missing`; closed twice it was already so.
struct CloseCallout {
    CalloutId callout;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CloseCallout, (), (callout, reason))
Result<Decision> decide(const CloseCallout& wish, const Desk& desk);
std::optional<World> world_of(const CloseCallout& wish, store::Rows& rows);

/// Asks the level above for help. Refuses `callout_unknown`, `callout_over`, `wanted_invalid`, `already_asked`.
struct AskAid {
    CalloutId callout;
    std::int64_t wanted = 0;
};
BOOST_DESCRIBE_STRUCT(AskAid, (), (callout, wanted))
Result<Decision> decide(const AskAid& wish, const Desk& desk);
std::optional<World> world_of(const AskAid& wish, store::Rows& rows);

/// At the level above. Refuses `aid_unknown`, `not_below`, `same_town`, `already_passed` to one that has not answered.
struct PassAid {
    AidId aid;
    AreaCode helper;
};
BOOST_DESCRIBE_STRUCT(PassAid, (), (aid, helper))
Result<Decision> decide(const PassAid& wish, const Desk& desk);
std::optional<World> world_of(const PassAid& wish, store::Rows& rows);

/// At the neighbour: with a team, it is called out at once. Refuses `aid_unknown`, `already_answered`,
/// `minutes_invalid`, `reason_missing`, and as OrderCallout.
struct AnswerAid {
    AidId aid;
    bool coming = false;
    TeamId team;
    std::int64_t minutes = 0;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(AnswerAid, (), (aid, coming, team, minutes, text))
Result<Decision> decide(const AnswerAid& wish, const Desk& desk);
std::optional<World> world_of(const AnswerAid& wish, store::Rows& rows);

/// The program's own: what came from another node is noted, and the county tells the asker what the helper said.
struct NoteAid {
    AidId aid;
    std::string what;
};
BOOST_DESCRIBE_STRUCT(NoteAid, (), (aid, what))
Result<Decision> decide(const NoteAid& wish, const Desk& desk);

struct TellAid {
    AidId aid;
    AreaCode helper;
    AidWord word;
};
BOOST_DESCRIBE_STRUCT(TellAid, (), (aid, helper, word))
Result<Decision> decide(const TellAid& wish, const Desk& desk);

}  // namespace anlan::rescue
