#pragma once

#include "http/endpoint.hpp"
#include "rescue/callout_queries.hpp"
#include "rescue/training_queries.hpp"

/// What the endpoints of teams and call-outs answer with; the field names are the API's.
namespace anlan::rescue {

/// A team at a glance: who could come now.
struct TeamSheet {
    TeamFacts team;
    std::string area_name, leader_name;
    std::int64_t named = 0, can_come = 0, engaged = 0, unfit = 0, silent = 0, uninsured = 0, standby = 0, ending = 0;
    std::string standby_leader;
    std::optional<std::int64_t> agreement_days;  ///< until its agreement ends
};
BOOST_DESCRIBE_STRUCT(
    TeamSheet,
    (),
    (team,
     area_name,
     leader_name,
     named,
     can_come,
     engaged,
     unfit,
     silent,
     uninsured,
     standby,
     ending,
     standby_leader,
     agreement_days)
)

struct PaperSheet {
    std::string id;
    PaperKind kind = PaperKind::certificate;
    std::string title, grade, expires, person_name, team_name;
    std::optional<std::int64_t> days_left;
};
BOOST_DESCRIBE_STRUCT(PaperSheet, (), (id, kind, title, grade, expires, person_name, team_name, days_left))

struct GearSheet {
    std::string id, item, unit, batch;
    std::int64_t quantity = 0;
    Instant issued_at{};
};
BOOST_DESCRIBE_STRUCT(GearSheet, (), (id, item, unit, batch, quantity, issued_at))

struct MemberSheet {
    PersonId person;
    std::string name, phone_masked;
    MemberRole role = MemberRole::member;
    std::string skills, size;
    Fitness fitness = Fitness::ready;
    std::string expired;
    bool insured = false, standby = false;
    double hours = 0;
    std::vector<PaperSheet> papers;
    std::vector<GearSheet> gear;
};
BOOST_DESCRIBE_STRUCT(
    MemberSheet,
    (),
    (person, name, phone_masked, role, skills, size, fitness, expired, insured, standby, hours, papers, gear)
)

struct StandbySheet {
    std::string day, leader_name;
    std::vector<std::string> names;
};
BOOST_DESCRIBE_STRUCT(StandbySheet, (), (day, leader_name, names))

struct TeamDetail {
    TeamSheet sheet;
    std::vector<MemberSheet> members;
    std::vector<StandbySheet> standby;  ///< today and the fourteen days after
    std::int64_t standby_min = 0;
};
BOOST_DESCRIBE_STRUCT(TeamDetail, (), (sheet, members, standby, standby_min))

struct CalledSheet {
    PersonId person;
    std::string name, phone_masked, team_name;
    MemberState state = MemberState::called;
    std::string reason;
    std::optional<std::int64_t> answer_seconds, arrival_seconds;
    std::optional<double> metres;
    bool by_telephone = false;
};
BOOST_DESCRIBE_STRUCT(
    CalledSheet,
    (),
    (person, name, phone_masked, team_name, state, reason, answer_seconds, arrival_seconds, metres, by_telephone)
)

struct CalloutSheet {
    std::string id, drill;
    Errand errand;
    std::string by_title;
    Instant ordered_at{}, answer_by{}, assemble_by{};
    std::optional<Instant> closed_at;
    std::string reason;
    std::int64_t called = 0, coming = 0, on_the_way = 0, arrived = 0, declined = 0, silent = 0;
    std::int64_t target_seconds = 0;
    std::optional<std::int64_t> turnout_seconds;  ///< of the team that turned out first
    bool lacking = false;                         ///< too few are coming
    std::string next_team, next_name;
};
BOOST_DESCRIBE_STRUCT(
    CalloutSheet,
    (),
    (id,
     drill,
     errand,
     by_title,
     ordered_at,
     answer_by,
     assemble_by,
     closed_at,
     reason,
     called,
     coming,
     on_the_way,
     arrived,
     declined,
     silent,
     target_seconds,
     turnout_seconds,
     lacking,
     next_team,
     next_name)
)

struct AidSheet {
    AidFacts aid;
    std::string helper_name;
};
BOOST_DESCRIBE_STRUCT(AidSheet, (), (aid, helper_name))

struct CalloutDetail {
    CalloutSheet callout;
    std::vector<CalledTeam> teams;
    std::vector<CalledSheet> people;
    std::vector<AidSheet> aids;
};
BOOST_DESCRIBE_STRUCT(CalloutDetail, (), (callout, teams, people, aids))

/// A call-out as the phone of somebody it called shows it.
struct MyCallout {
    CalloutSheet callout;
    MemberState state = MemberState::called;
    std::string reason, team_name;
};
BOOST_DESCRIBE_STRUCT(MyCallout, (), (callout, state, reason, team_name))

struct TownCalloutSheet {
    TownCallout callout;
    std::string node_name;
};
BOOST_DESCRIBE_STRUCT(TownCalloutSheet, (), (callout, node_name))

TeamSheet sheet_of(store::Rows& rows, TeamFacts team, const World& world, Instant now);
TeamDetail detail_of(store::Rows& rows, const TeamFacts& team, const World& world, Instant now);
PaperSheet sheet_of(store::Rows& rows, const PaperFacts& paper, Instant now);
CalloutSheet sheet_of(store::Rows& rows, const CalloutFacts& callout);
CalloutDetail detail_of(store::Rows& rows, const CalloutFacts& callout);
AidSheet sheet_of(store::Rows& rows, const AidFacts& aid);

}  // namespace anlan::rescue
