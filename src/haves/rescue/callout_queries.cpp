#include "rescue/callout_queries.hpp"

#include <algorithm>

#include "geo/distance.hpp"
#include "organisation/queries.hpp"

namespace anlan::rescue {

namespace {

constexpr const char* kCallouts =
    "SELECT id, drill, errand, target_seconds, answer_seconds, by_title, ordered_at, closed_at, reason, short_at, "
    "next_team, next_name FROM callout ";
constexpr const char* kCalled =
    "SELECT callout, person, team, state, called_at, answered_at, answer_seconds, reason, recorded_by, metres, "
    "arrival_seconds FROM callout_member ";
constexpr const char* kAids =
    "SELECT id, drill, side, callout, asker, asker_name, errand, by_title, asked_at, helper FROM aid ";

/// Where the team stands, else the middle of its area.
std::optional<double> metres_of(store::Rows& rows, const TeamFacts& team, const Errand& errand) {
    if (!errand.lon || !errand.lat) return std::nullopt;
    auto lon = team.lon, lat = team.lat;
    if (!lon || !lat) {
        const auto area = organisation::area_facts(rows, team.area);
        if (!area || !area->lon || !area->lat) return std::nullopt;
        lon = area->lon;
        lat = area->lat;
    }
    return geo::metres_between({*lon, *lat}, {*errand.lon, *errand.lat});
}

struct AidRow {
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
};
BOOST_DESCRIBE_STRUCT(
    AidRow, (), (id, drill, side, callout, asker, asker_name, errand, by_title, asked_at, helper)
)

struct PassRow {
    AreaCode helper;
    Instant passed_at{};
};
BOOST_DESCRIBE_STRUCT(PassRow, (), (helper, passed_at))

struct WordRow {
    AreaCode helper;
    AidWord word;
    Instant answered_at{};
};
BOOST_DESCRIBE_STRUCT(WordRow, (), (helper, word, answered_at))

/// Adds to whom it was passed and what they said: the one it waits for, or for the town that asked the last to speak.
AidFacts complete(store::Rows& rows, const AidRow& row) {
    AidFacts aid{row.id,         row.drill,  row.side,     row.callout,  row.asker,
                 row.asker_name, row.errand, row.by_title, row.asked_at, row.helper, {}, {}, {}};
    if (const auto pass = rows.first<PassRow>("SELECT helper, passed_at FROM aid_pass WHERE id = :i", aid.id)) {
        aid.helper = pass->helper;
        aid.passed_at = pass->passed_at;
    }
    const auto word = rows.first<WordRow>(
        "SELECT helper, word, answered_at FROM aid_word WHERE id = :i AND (:s = 'asked' OR helper = :h) "
        "ORDER BY answered_at DESC",
        aid.id,
        aid.side,
        aid.helper
    );
    if (!word) return aid;
    aid.helper = word->helper;
    aid.word = word->word;
    aid.answered_at = word->answered_at;
    return aid;
}

bool better(const TeamChoice& a, const TeamChoice& b, std::int64_t wanted) {
    if (a.skilled != b.skilled) return a.skilled;
    const bool a_enough = a.can_come >= wanted, b_enough = b.can_come >= wanted;
    if (a_enough != b_enough) return a_enough;
    if ((a.standby > 0) != (b.standby > 0)) return a.standby > 0;
    if (a.metres && b.metres && *a.metres != *b.metres) return *a.metres < *b.metres;
    if (a.can_come != b.can_come) return a.can_come > b.can_come;
    return a.team.id < b.team.id;
}

}  // namespace

std::optional<CalloutFacts> find_callout(store::Rows& rows, const CalloutId& id) {
    return rows.first<CalloutFacts>(std::string(kCallouts) + "WHERE id = :i", id);
}

std::vector<CalloutFacts> find_callouts(store::Rows& rows, const World& world, std::int64_t limit) {
    return rows.select<CalloutFacts>(
        std::string(kCallouts) + "WHERE drill = :d ORDER BY ordered_at DESC, id DESC LIMIT :l", world.text(), limit
    );
}

std::vector<CalloutFacts> callouts_for(store::Rows& rows, const std::string& origin) {
    return rows.select<CalloutFacts>(std::string(kCallouts) + "WHERE origin = :o ORDER BY ordered_at", origin);
}

std::optional<World> world_of_callout(store::Rows& rows, const CalloutId& id) {
    const auto drill = rows.value<std::string>("SELECT drill FROM callout WHERE id = :i", id);
    if (!drill) return std::nullopt;
    return World::stored(*drill);
}

std::vector<CalledMember> called_members(store::Rows& rows, const CalloutId& id) {
    return rows.select<CalledMember>(std::string(kCalled) + "WHERE callout = :c ORDER BY called_at, person", id);
}

std::optional<CalledMember> called_member(store::Rows& rows, const CalloutId& id, const PersonId& person) {
    return rows.first<CalledMember>(std::string(kCalled) + "WHERE callout = :c AND person = :p", id, person);
}

std::vector<CalledMember> open_calls_of(store::Rows& rows, const PersonId& person) {
    return rows.select<CalledMember>(
        std::string(kCalled) +
            "WHERE person = :p AND callout IN (SELECT id FROM callout WHERE closed_at IS NULL) "
            "ORDER BY called_at DESC",
        person
    );
}

std::vector<CalledTeam> called_teams(store::Rows& rows, const CalloutId& id) {
    return rows.select<CalledTeam>(
        "SELECT team, name, strength, called_at, seconds FROM callout_team WHERE callout = :c ORDER BY called_at, team",
        id
    );
}

TurnoutSum turnouts_in(store::Rows& rows, const World& world) {
    TurnoutSum sum;
    for (const auto& callout : find_callouts(rows, world, 1'000))
        for (const auto& team : called_teams(rows, callout.id)) {
            ++sum.teams;
            if (!team.seconds) continue;
            ++sum.turned_out;
            sum.in_time += *team.seconds <= callout.target_seconds;
            sum.slowest_seconds = std::max(sum.slowest_seconds, *team.seconds);
        }
    return sum;
}

std::vector<PersonId> callable(store::Rows& rows, const TeamId& team, const World& world, Instant now) {
    std::vector<PersonId> people;
    for (const auto& member : members_of(rows, team))
        if (fitness_of(rows, member.person, world, now).can_come()) people.push_back(member.person);
    return people;
}

std::vector<TeamChoice> choices_for(store::Rows& rows, const World& world, const Errand& errand, Instant now) {
    std::vector<TeamChoice> all;
    const auto today = day_of(now);
    for (auto& team : teams_of(rows)) {
        TeamChoice choice;
        choice.skilled = errand.skill.empty() || can(team, errand.skill);
        choice.can_come = static_cast<std::int64_t>(callable(rows, {team.id}, world, now).size());
        if (const auto standby = standby_on(rows, {team.id}, today))
            choice.standby = static_cast<std::int64_t>(standby->people.size());
        choice.metres = metres_of(rows, team, errand);
        choice.team = std::move(team);
        all.push_back(std::move(choice));
    }
    std::sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return better(a, b, errand.wanted); });
    return all;
}

std::optional<AidFacts> find_aid(store::Rows& rows, const AidId& id) {
    const auto row = rows.first<AidRow>(std::string(kAids) + "WHERE id = :i", id);
    if (!row) return std::nullopt;
    return complete(rows, *row);
}

std::vector<AidFacts> find_aids(store::Rows& rows, const World& world) {
    std::vector<AidFacts> all;
    for (const auto& row : rows.select<AidRow>(
             std::string(kAids) + "WHERE drill = :d ORDER BY asked_at DESC, id DESC LIMIT 100", world.text()
         ))
        all.push_back(complete(rows, row));
    return all;
}

bool said_no(store::Rows& rows, const AidId& id, const AreaCode& helper) {
    const auto word = rows.value<AidWord>("SELECT word FROM aid_word WHERE id = :i AND helper = :h", id, helper);
    return word && !word->coming;
}

std::optional<World> world_of_aid(store::Rows& rows, const AidId& id) {
    const auto drill = rows.value<std::string>("SELECT drill FROM aid WHERE id = :i", id);
    if (!drill) return std::nullopt;
    return World::stored(*drill);
}

std::vector<TownCallout> callouts_below(store::Rows& rows, const World& world) {
    return rows.select<TownCallout>(
        "SELECT node, id, title, place, wanted, ordered_at, coming, arrived, turnout_seconds, target_seconds, "
        "closed_at "
        "FROM town_callout WHERE drill = :d ORDER BY ordered_at DESC, id LIMIT 100",
        world.text()
    );
}

}  // namespace anlan::rescue
