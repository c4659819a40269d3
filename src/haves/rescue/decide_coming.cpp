#include <algorithm>

#include "geo/distance.hpp"
#include "rescue/callout_commands.hpp"
#include "rescue/callout_rules.hpp"
#include "rescue/rules.hpp"

namespace anlan::rescue {

namespace {

struct Standing {
    CalloutFacts callout;
    CalledMember member;
    PersonId recorded_by;  ///< empty: they say so themselves
};

/// Whom the wish is about, and who says so.
Result<Standing> standing_of(const Desk& desk, const CalloutId& id, const std::optional<PersonId>& other) {
    BOOST_OUTCOME_TRY(auto callout, open_callout(desk, id));
    const auto person = other.value_or(desk.person());
    if (person != desk.person() && !works_the_desk(desk))
        return refuse(
            "not_permitted",
            "person",
            "只能替自己答复；代为登记由值班员办理",
            "answer for yourself; the desk enters others"
        );
    auto member = called_member(desk.views, id, person);
    if (!member)
        return refuse("not_called", "person", "这次集结没有叫到此人", "this call-out has not called this person");
    const auto by = person == desk.person() ? PersonId{} : desk.person();
    return Standing{std::move(callout), std::move(*member), by};
}

Refusal already_arrived() {
    return refuse("already_arrived", "person", "已经到达，不用再答复", "they have arrived already");
}

std::int64_t seconds_since(Instant then, Instant now) {
    return std::max<std::int64_t>(0, std::chrono::duration_cast<std::chrono::seconds>(now - then).count());
}

MemberAnswered coming_of(const Standing& at, const Desk& desk) {
    return {at.member.team, at.member.person, true, "", seconds_since(at.member.called_at, desk.now), at.recorded_by};
}

/// The arrival that fills the strength of its team is the team's turnout.
void add_turnout(journal::Events& events, const Standing& at, std::int64_t seconds, const Desk& desk) {
    std::int64_t here = 1;
    for (const auto& each : called_members(desk.views, at.callout.id))
        here += each.team == at.member.team && each.state == MemberState::arrived;
    for (const auto& team : called_teams(desk.views, at.callout.id))
        if (team.team == at.member.team && !team.seconds && here >= team.strength)
            events.push_back(journal::event(
                at.callout.id.text, TeamTurnedOut{team.team, team.name, here, seconds, at.callout.target_seconds}
            ));
}

}  // namespace

Result<Decision> decide(const AnswerCallout& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto at, standing_of(desk, wish.callout, wish.person));
    if (at.member.state == MemberState::arrived) return already_arrived();
    if (!wish.coming && wish.reason.empty())
        return refuse("reason_missing", "reason", "来不了请选一个原因", "choose why you cannot come");
    const bool same = wish.coming ? at.member.will_come()
                                  : at.member.state == MemberState::declined && at.member.reason == wish.reason;
    if (same) return Decision{{}, wish.callout.text, {}};
    auto answered = coming_of(at, desk);
    answered.coming = wish.coming;
    answered.reason = wish.coming ? "" : wish.reason;
    return journal::decided(journal::event(wish.callout.text, answered));
}

Result<Decision> decide(const SetOut& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto at, standing_of(desk, wish.callout, std::nullopt));
    if (at.member.state == MemberState::arrived) return already_arrived();
    BOOST_OUTCOME_TRYV(check_place(wish.lon, wish.lat));
    if (at.member.state == MemberState::on_the_way && !wish.lon) return Decision{{}, wish.callout.text, {}};
    journal::Events events;
    if (!at.member.will_come()) events.push_back(journal::event(wish.callout.text, coming_of(at, desk)));
    MemberSetOut out{at.member.team, at.member.person, std::nullopt};
    std::vector<journal::Secret> position;
    if (wish.lon) {
        const auto& errand = at.callout.errand;
        if (errand.lon && errand.lat) out.metres = geo::metres_between({*wish.lon, *wish.lat}, {*errand.lon, *errand.lat});
        position.push_back(
            {position_ref(wish.callout.text),
             at.member.person.text,
             std::to_string(*wish.lon) + "," + std::to_string(*wish.lat),
             journal::Retention::event_closed}
        );
    }
    events.push_back(journal::event(wish.callout.text, out, std::move(position)));
    return journal::decided(std::move(events), wish.callout.text);
}

Result<Decision> decide(const Arrive& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto at, standing_of(desk, wish.callout, wish.person));
    if (at.member.state == MemberState::arrived) return Decision{{}, wish.callout.text, {}};
    // A phone that sends late says how long ago it was. It may be wrong: never before the call, never in the future.
    const auto since = seconds_since(at.member.called_at, desk.now);
    const auto ago = std::clamp<std::int64_t>(wish.seconds_ago.value_or(0), 0, since);
    journal::Events events;
    if (!at.member.will_come()) events.push_back(journal::event(wish.callout.text, coming_of(at, desk)));
    events.push_back(
        journal::event(wish.callout.text, MemberArrived{at.member.team, at.member.person, since - ago, at.recorded_by})
    );
    add_turnout(events, at, since - ago, desk);
    return journal::decided(std::move(events), wish.callout.text);
}

std::optional<World> world_of(const AnswerCallout& wish, store::Rows& rows) {
    return world_of_callout(rows, wish.callout);
}
std::optional<World> world_of(const SetOut& wish, store::Rows& rows) {
    return world_of_callout(rows, wish.callout);
}
std::optional<World> world_of(const Arrive& wish, store::Rows& rows) {
    return world_of_callout(rows, wish.callout);
}

}  // namespace anlan::rescue
