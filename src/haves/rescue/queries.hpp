#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/area.hpp"
#include "base/strong.hpp"
#include "base/world.hpp"
#include "rescue/events.hpp"
#include "store/rows.hpp"

/// What other rooms may ask of teams and of those in them.
namespace anlan::rescue {

struct TeamFacts {
    std::string id, name;
    AreaCode area;  ///< the node's own when the row names none
    std::string kind;
    std::int64_t members = 0;  ///< as the list says, or those known by name if they are more
    std::string skills;        ///< words parted by blanks
    PersonId leader;
    std::optional<double> lon, lat;  ///< where it stands
    std::string agreement_until;     ///< of a social team: last day of its agreement
};
BOOST_DESCRIBE_STRUCT(TeamFacts, (), (id, name, area, kind, members, skills, leader, lon, lat, agreement_until))

std::vector<TeamFacts> teams_of(store::Rows& rows);
std::optional<TeamFacts> find_team(store::Rows& rows, const TeamId& id);

/// Whether the team's kind, name or skills contain this word.
bool can(const TeamFacts& team, const std::string& word);

struct PaperFacts {
    PaperId id;
    PersonId person;
    PaperKind kind = PaperKind::certificate;
    std::string title, grade, expires;

    bool good_on(const std::string& day) const { return expires.empty() || expires >= day; }
};
BOOST_DESCRIBE_STRUCT(PaperFacts, (), (id, person, kind, title, grade, expires))
std::vector<PaperFacts> papers_of(store::Rows& rows, const PersonId& person);
std::optional<PaperFacts> find_paper(store::Rows& rows, const PaperId& id);
/// Good until `day` at the longest, of people in a team; the first to end first.
std::vector<PaperFacts> papers_ending(store::Rows& rows, const std::string& day);

struct MemberFacts {
    PersonId person;
    TeamId team;
    MemberRole role = MemberRole::member;
    std::string skills, size;
    Instant joined_at{};
};
BOOST_DESCRIBE_STRUCT(MemberFacts, (), (person, team, role, skills, size, joined_at))
std::vector<MemberFacts> members_of(store::Rows& rows, const TeamId& team);  ///< leaders first
std::optional<MemberFacts> find_member(store::Rows& rows, const PersonId& person);

struct GearFacts {
    GearId id;
    PersonId person;
    std::string item, batch, unit;
    std::int64_t quantity = 0;
    Instant issued_at{};
    std::optional<Instant> returned_at;
};
BOOST_DESCRIBE_STRUCT(GearFacts, (), (id, person, item, batch, unit, quantity, issued_at, returned_at))
std::vector<GearFacts> gear_of(store::Rows& rows, const PersonId& person);  ///< what is still out
std::optional<GearFacts> find_gear(store::Rows& rows, const GearId& id);

struct StandbyFacts {
    TeamId team;
    std::string day;
    PersonId leader;
    std::vector<PersonId> people;
};
BOOST_DESCRIBE_STRUCT(StandbyFacts, (), (team, day, leader, people))
std::optional<StandbyFacts> standby_on(store::Rows& rows, const TeamId& team, const std::string& day);
std::vector<StandbyFacts> standby_between(
    store::Rows& rows, const TeamId& team, const std::string& from, const std::string& until
);

/// Whether somebody can be sent now, and why not. `silent`: can, but nobody has reached them lately.
BOOST_DEFINE_ENUM_CLASS(Fitness, ready, silent, engaged, paper_expired)
struct Fit {
    Fitness fitness = Fitness::ready;
    std::string paper;  ///< title of the one that is over
    bool insured = false;
    bool can_come() const { return fitness == Fitness::ready || fitness == Fitness::silent; }
};
/// Out in reality counts in a drill, out in a drill does not count in reality.
Fit fitness_of(store::Rows& rows, const PersonId& person, const World& world, Instant now);

std::string day_of(Instant at);                                               ///< the local day, YYYY-MM-DD
std::optional<std::int64_t> days_until(const std::string& day, Instant now);  ///< nothing for what is no day

}  // namespace anlan::rescue
