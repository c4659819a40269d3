#include <fmt/format.h>

#include <algorithm>

#include "grid/attendance.hpp"
#include "grid/commands.hpp"
#include "grid/rules.hpp"
#include "policy/queries.hpp"

namespace anlan::grid {

namespace {

constexpr std::size_t kMostStops = 40;
constexpr std::int64_t kMostDays = 366;

bool member_of(const GridFacts& grid, const PersonId& person) {
    return std::any_of(grid.members.begin(), grid.members.end(), [&](const GridMember& each) {
        return each.person == person;
    });
}

Result<void> check_stops(const std::vector<PatrolStop>& stops) {
    if (stops.empty()) return refuse("stops_missing", "stops", "请写要看的地方", "name the places to look at");
    if (stops.size() > kMostStops)
        return refuse("stop_invalid", "stops", "一条路线最多 40 处", "at most 40 places on one patrol");
    for (const auto& stop : stops) {
        BOOST_OUTCOME_TRYV(
            check_text(stop.name, "stop_invalid", "stops", "每一处都要有名称", "name every place", kLongestTitle)
        );
        BOOST_OUTCOME_TRYV(check_place(stop.lon, stop.lat));
    }
    return done();
}

/// "1. 测试边坡（裂缝、掉块）；2. 测试水闸"
std::string stops_in_words(const std::vector<PatrolStop>& stops) {
    std::string text;
    for (std::size_t i = 0; i < stops.size(); ++i) {
        if (i > 0) text += "；";
        text += fmt::format("{}. {}", i + 1, stops[i].name);
        if (!stops[i].look.empty()) text += "（" + stops[i].look + "）";
    }
    return text;
}

Result<std::int64_t> count_wrong(const std::vector<StopFinding>& findings, const PatrolFacts& patrol) {
    std::int64_t wrong = 0;
    for (const auto& each : findings) {
        if (each.stop < 0 || each.stop >= static_cast<std::int64_t>(patrol.stops.size()))
            return refuse("finding_invalid", "findings", "没有这一处", "there is no such place on it");
        if (each.fine) continue;
        BOOST_OUTCOME_TRYV(
            check_text(each.words, "words_missing", "findings", "请写发现了什么", "say what is wrong", kLongestText)
        );
        ++wrong;
    }
    return wrong;
}

/// What is wrong at a stop is told like any other report, under a name made from the round's.
GridReported report_of(
    const PatrolFacts& patrol, const GridFacts& grid, const WalkRound& wish, const StopFinding& finding, Instant at
) {
    const auto& stop = patrol.stops[static_cast<std::size_t>(finding.stop)];
    GridReported made;
    made.key = wish.key.empty() ? "" : fmt::format("{}/{}", wish.key, finding.stop);
    made.grid = grid.id;
    made.area = grid.area;
    made.kind = "other";
    made.words = finding.words;
    made.place = stop.name;
    made.lon = stop.lon;
    made.lat = stop.lat;
    made.found_at = at;
    made.patrol = patrol.id;
    return made;
}

}  // namespace

Result<Decision> decide(const PlanPatrol& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRY(const auto grid, own_grid(desk, wish.grid));
    BOOST_OUTCOME_TRYV(
        check_text(wish.title, "title_missing", "title", "请写路线名称", "give the patrol a name", kLongestTitle)
    );
    BOOST_OUTCOME_TRYV(check_stops(wish.stops));
    if (wish.every_days < 1 || wish.every_days > kMostDays)
        return refuse("every_invalid", "every_days", "间隔为 1 至 366 天", "every 1 to 366 days");
    if (!wish.owner.empty() && !member_of(grid, wish.owner))
        return refuse("owner_not_member", "owner", "请选择本网格的人员", "choose one of this grid's people");
    return journal::decided(journal::event(
        desk.new_id(),
        PatrolPlanned{grid.id, wish.title, wish.stops, wish.every_days, wish.owner, wish.first_at.value_or(desk.now)}
    ));
}

Result<Decision> decide(const StopPatrol& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    const auto patrol = find_patrol(desk.views, wish.patrol);
    if (!patrol) return patrol_unknown();
    BOOST_OUTCOME_TRYV(
        check_text(wish.reason, "reason_missing", "reason", "请写停止原因", "say why it is stopped", kLongestTitle)
    );
    return journal::decided(journal::event(patrol->id.text, PatrolStopped{wish.reason}));
}

Result<Decision> decide(const StartRound& wish, const Desk& desk) {
    const auto patrol = find_patrol(desk.views, wish.patrol);
    const auto grid = patrol ? find_grid(desk.views, patrol->grid) : std::nullopt;
    if (!grid) return Decision{{}, wish.patrol.text, {}};
    const auto named = patrol->owner;
    const bool here = !named.empty() && member_of(*grid, named) && !away_until(desk.views, named, desk.now);
    // A station that was off for a month owes one round now, not four.
    const std::chrono::hours every{24 * patrol->every_days};
    auto next = patrol->next_at + every;
    while (next <= desk.now) next += every;
    const RoundDue due{
        patrol->round + 1,
        here ? named : in_charge(desk.views, *grid, desk.now),
        patrol->title,
        stops_in_words(patrol->stops),
        grid->area,
        desk.now + policy::seconds(desk.views, "grid.round_limit"),
        next};
    return journal::decided(journal::event(patrol->id.text, due));
}

Result<Decision> decide(const WalkRound& wish, const Desk& desk) {
    const auto patrol = find_patrol(desk.views, wish.patrol);
    const auto grid = patrol ? find_grid(desk.views, patrol->grid) : std::nullopt;
    if (!grid) return patrol_unknown();
    if (round_known(desk.views, patrol->id, wish.key)) return Decision{{}, patrol->id.text, {}};
    const bool program = desk.actor.starts_with("system:");
    if (!program && !member_of(*grid, desk.person()) && patrol->round_owner != desk.person())
        return refuse("not_member", "patrol", "只有本网格的人员可以登记巡查", "only this grid's people walk it");
    BOOST_OUTCOME_TRY(const auto at, moment_of(desk, wish.seconds_ago));
    BOOST_OUTCOME_TRY(const auto wrong, count_wrong(wish.findings, *patrol));
    const auto number = patrol->round_due ? patrol->round : 0;
    journal::Events events{
        journal::event(patrol->id.text, RoundDone{number, wish.key, patrol->title, wish.findings, wrong, at})};
    for (const auto& finding : wish.findings)
        if (!finding.fine)
            events.push_back(journal::event(desk.new_id(), report_of(*patrol, *grid, wish, finding, at)));
    return journal::decided(std::move(events), patrol->id.text);
}

}  // namespace anlan::grid
