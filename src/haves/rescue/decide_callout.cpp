#include <algorithm>
#include <cmath>
#include <set>

#include "policy/queries.hpp"
#include "rescue/callout_commands.hpp"
#include "rescue/callout_rules.hpp"
#include "rescue/rules.hpp"

namespace anlan::rescue {

namespace {

constexpr std::int64_t kMostWanted = 2'000;

bool is_night(const Desk& desk) {
    const auto local = desk.now + kBeijing;
    const auto minute = std::chrono::floor<std::chrono::minutes>(local - std::chrono::floor<std::chrono::days>(local));
    const auto minutes = [&](const char* key) { return std::llround(policy::number(desk.views, key) * 60); };
    const auto start = minutes("callout.night.start"), end = minutes("callout.night.end");
    const bool after = minute.count() >= start, before = minute.count() < end;
    return start <= end ? after && before : after || before;
}

Result<void> check_errand(const Errand& errand) {
    if (errand.title.empty()) return refuse("title_missing", "errand.title", "请写集结任务", "say what it is for");
    if (errand.place.empty()) return refuse("place_missing", "errand.place", "请写集结地点", "say where to assemble");
    if (errand.wanted < 1 || errand.wanted > kMostWanted)
        return refuse("wanted_invalid", "errand.wanted", "需要人数应为 1 到 2000", "between 1 and 2000 people");
    return check_place(errand.lon, errand.lat);
}

}  // namespace

Refusal callout_over() {
    return refuse("callout_over", "callout", "这次集结已经结束", "this call-out is over");
}

Result<CalloutFacts> open_callout(const Desk& desk, const CalloutId& id) {
    auto callout = find_callout(desk.views, id);
    if (!callout) return refuse("callout_unknown", "callout", "没有这次集结", "there is no such call-out");
    if (callout->closed_at) return callout_over();
    return std::move(*callout);
}

Result<journal::Event> calling(const Desk& desk, const std::string& callout, const TeamId& id) {
    BOOST_OUTCOME_TRY(const auto team, known_team(desk, id));
    auto people = callable(desk.views, id, desk.world, desk.now);
    if (people.empty())
        return refuse(
            "nobody_can_come",
            "teams",
            "“" + team.name + "”现在没有能出动的队员（未编队员、已出动或证件过期），请换一支队伍",
            "nobody of \"" + team.name + "\" can come now (no members, out already, papers over); choose another team"
        );
    const auto least = static_cast<std::int64_t>(policy::number(desk.views, "team.standby_min"));
    const auto strength = std::min(least, static_cast<std::int64_t>(people.size()));
    return journal::event(callout, TeamCalled{id, team.name, std::move(people), strength});
}

Result<journal::Events> ordering(const Desk& desk, const Errand& errand, const std::vector<TeamId>& teams) {
    BOOST_OUTCOME_TRYV(check_errand(errand));
    if (teams.empty()) return refuse("teams_missing", "teams", "请选择队伍", "choose a team");
    const auto id = desk.new_id();
    const auto target = policy::seconds(desk.views, is_night(desk) ? "turnout.night" : "turnout.day").count();
    const auto answer = policy::seconds(desk.views, "turnout.answer").count();
    journal::Events events{journal::event(id, CalloutOrdered{errand, target, answer, title_of(desk)})};
    std::set<TeamId> seen;
    for (const auto& team : teams) {
        if (!seen.insert(team).second) continue;
        BOOST_OUTCOME_TRY(auto event, calling(desk, id, team));
        events.push_back(std::move(event));
    }
    return events;
}

Result<Decision> decide(const OrderCallout& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(auto events, ordering(desk, wish.errand, wish.teams));
    auto id = events.front().subject;
    return journal::decided(std::move(events), std::move(id));
}

Result<Decision> decide(const CallTeam& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto callout, open_callout(desk, wish.callout));
    for (const auto& team : called_teams(desk.views, callout.id))
        if (team.team == wish.team)
            return refuse("already_called", "team", "这支队伍已经叫过", "this team has been called already");
    BOOST_OUTCOME_TRY(auto event, calling(desk, callout.id.text, wish.team));
    return journal::decided(std::move(event));
}

Result<Decision> decide(const CheckCallout& wish, const Desk& desk) {
    const auto callout = find_callout(desk.views, wish.callout);
    if (!callout || callout->closed_at) return Decision{{}, wish.callout.text, {}};
    CalloutShort lacking{callout->errand.title, 0, callout->errand.wanted, {}, {}, {}};
    for (const auto& member : called_members(desk.views, callout->id)) {
        lacking.coming += member.will_come();
        if (member.state == MemberState::called) lacking.silent.push_back(member.person);
    }
    if (lacking.coming >= lacking.wanted) return Decision{{}, wish.callout.text, {}};
    std::set<std::string> called;
    for (const auto& team : called_teams(desk.views, callout->id)) called.insert(team.team.text);
    for (const auto& choice : choices_for(desk.views, desk.world, callout->errand, desk.now))
        if (choice.can_come > 0 && !called.contains(choice.team.id)) {
            lacking.next = {choice.team.id};
            lacking.next_name = choice.team.name;
            break;
        }
    if (callout->short_at && callout->next_team == lacking.next) return Decision{{}, wish.callout.text, {}};
    return journal::decided(journal::event(callout->id.text, std::move(lacking)));
}

Result<Decision> decide(const CloseCallout& wish, const Desk& desk) {
    const auto callout = find_callout(desk.views, wish.callout);
    if (!callout) return refuse("callout_unknown", "callout", "没有这次集结", "there is no such call-out");
    if (callout->closed_at) return Decision{{}, callout->id.text, {}};
    if (wish.reason.empty()) return refuse("reason_missing", "reason", "请写结束原因", "say why it ends");
    CalloutClosed closed{wish.reason, {}};
    for (const auto& member : called_members(desk.views, callout->id)) {
        auto end = member.state;
        if (end == MemberState::called) end = MemberState::silent;
        if (end == MemberState::coming || end == MemberState::on_the_way) end = MemberState::stood_down;
        closed.ends.push_back({member.team, member.person, end});
    }
    auto event = journal::event(callout->id.text, closed);
    event.forgets.push_back(position_ref(callout->id.text));
    return journal::decided(std::move(event));
}

std::optional<World> world_of(const CallTeam& wish, store::Rows& rows) {
    return world_of_callout(rows, wish.callout);
}
std::optional<World> world_of(const CheckCallout& wish, store::Rows& rows) {
    return world_of_callout(rows, wish.callout);
}
std::optional<World> world_of(const CloseCallout& wish, store::Rows& rows) {
    return world_of_callout(rows, wish.callout);
}

}  // namespace anlan::rescue
