#pragma once

#include "rescue/callout_events.hpp"
#include "rescue/queries.hpp"
#include "rescue/training_events.hpp"

/// What is known of call-outs, of help between towns, and of training.
namespace anlan::rescue {

struct CalloutFacts {
    CalloutId id;
    std::string drill;
    Errand errand;
    std::int64_t target_seconds = 0, answer_seconds = 0;
    std::string by_title;
    Instant ordered_at{};
    std::optional<Instant> closed_at;
    std::string reason;
    std::optional<Instant> short_at;
    TeamId next_team;
    std::string next_name;
};
BOOST_DESCRIBE_STRUCT(
    CalloutFacts,
    (),
    (id,
     drill,
     errand,
     target_seconds,
     answer_seconds,
     by_title,
     ordered_at,
     closed_at,
     reason,
     short_at,
     next_team,
     next_name)
)
std::optional<CalloutFacts> find_callout(store::Rows& rows, const CalloutId& id);
std::vector<CalloutFacts> find_callouts(store::Rows& rows, const World& world, std::int64_t limit);  ///< newest first
std::vector<CalloutFacts> callouts_for(store::Rows& rows, const std::string& origin);
std::optional<World> world_of_callout(store::Rows& rows, const CalloutId& id);

struct CalledMember {
    CalloutId callout;
    PersonId person;
    TeamId team;
    MemberState state = MemberState::called;
    Instant called_at{};
    std::optional<Instant> answered_at;
    std::optional<std::int64_t> answer_seconds;
    std::string reason;
    PersonId recorded_by;
    std::optional<double> metres;
    std::optional<std::int64_t> arrival_seconds;

    bool will_come() const {
        return state == MemberState::coming || state == MemberState::on_the_way || state == MemberState::arrived;
    }
};
BOOST_DESCRIBE_STRUCT(
    CalledMember,
    (),
    (callout, person, team, state, called_at, answered_at, answer_seconds, reason, recorded_by, metres, arrival_seconds)
)
std::vector<CalledMember> called_members(store::Rows& rows, const CalloutId& id);
std::optional<CalledMember> called_member(store::Rows& rows, const CalloutId& id, const PersonId& person);
/// Call-outs that are open and have called this person, in every world.
std::vector<CalledMember> open_calls_of(store::Rows& rows, const PersonId& person);

struct CalledTeam {
    TeamId team;
    std::string name;
    std::int64_t strength = 0;
    Instant called_at{};
    std::optional<std::int64_t> seconds;  ///< turnout
};
BOOST_DESCRIBE_STRUCT(CalledTeam, (), (team, name, strength, called_at, seconds))
std::vector<CalledTeam> called_teams(store::Rows& rows, const CalloutId& id);

/// How teams turned out in a world, for drills and statistics.
struct TurnoutSum {
    std::int64_t teams = 0, turned_out = 0, in_time = 0, slowest_seconds = 0;
};
TurnoutSum turnouts_in(store::Rows& rows, const World& world);

/// A team one could call, best first: has the skill, can bring enough, stands by, is near.
struct TeamChoice {
    TeamFacts team;
    bool skilled = false;
    std::int64_t can_come = 0, standby = 0;
    std::optional<double> metres;
};
BOOST_DESCRIBE_STRUCT(TeamChoice, (), (team, skilled, can_come, standby, metres))
std::vector<TeamChoice> choices_for(store::Rows& rows, const World& world, const Errand& errand, Instant now);
/// Those of a team who can be called now, leaders first.
std::vector<PersonId> callable(store::Rows& rows, const TeamId& team, const World& world, Instant now);

BOOST_DEFINE_ENUM_CLASS(AidSide, asked, passing, received)
struct AidFacts {
    AidId id;
    std::string drill;
    AidSide side = AidSide::asked;
    CalloutId callout;
    AreaCode asker;
    std::string asker_name;
    Errand errand;
    std::string by_title;
    Instant asked_at{};
    AreaCode helper;
    std::optional<Instant> passed_at;
    AidWord word;
    std::optional<Instant> answered_at;
};
BOOST_DESCRIBE_STRUCT(
    AidFacts,
    (),
    (id, drill, side, callout, asker, asker_name, errand, by_title, asked_at, helper, passed_at, word, answered_at)
)
std::optional<AidFacts> find_aid(store::Rows& rows, const AidId& id);
std::vector<AidFacts> find_aids(store::Rows& rows, const World& world);
bool said_no(store::Rows& rows, const AidId& id, const AreaCode& helper);
std::optional<World> world_of_aid(store::Rows& rows, const AidId& id);

struct TownCallout {
    AreaCode node;
    std::string id, title, place;
    std::int64_t wanted = 0;
    Instant ordered_at{};
    std::int64_t coming = 0, arrived = 0;
    std::optional<std::int64_t> turnout_seconds;
    std::int64_t target_seconds = 0;
    std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(
    TownCallout,
    (),
    (node, id, title, place, wanted, ordered_at, coming, arrived, turnout_seconds, target_seconds, closed_at)
)
std::vector<TownCallout> callouts_below(store::Rows& rows, const World& world);

}  // namespace anlan::rescue
