#include "rescue/answers.hpp"

#include <algorithm>
#include <map>

#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::rescue {

namespace {

constexpr std::chrono::days kAhead{14};  ///< of the rota shown

std::string team_name(store::Rows& rows, const TeamId& id) {
    const auto team = find_team(rows, id);
    return team ? team->name : std::string();
}

MemberSheet sheet_of(store::Rows& rows, const MemberFacts& member, const World& world, Instant now) {
    const auto fit = fitness_of(rows, member.person, world, now);
    MemberSheet made;
    made.person = member.person;
    made.name = organisation::person_name(rows, member.person);
    made.phone_masked = organisation::phone_masked(rows, member.person);
    made.role = member.role;
    made.skills = member.skills;
    made.size = member.size;
    made.fitness = fit.fitness;
    made.expired = fit.paper;
    made.insured = fit.insured;
    made.hours = hours_given(rows, member.person);
    for (const auto& paper : papers_of(rows, member.person)) made.papers.push_back(rescue::sheet_of(rows, paper, now));
    for (const auto& gear : gear_of(rows, member.person))
        made.gear.push_back({gear.id.text, gear.item, gear.unit, gear.batch, gear.quantity, gear.issued_at});
    return made;
}

void count(CalloutSheet& made, MemberState state) {
    ++made.called;
    switch (state) {
        case MemberState::coming:
            ++made.coming;
            break;
        case MemberState::on_the_way:
            ++made.on_the_way;
            break;
        case MemberState::arrived:
            ++made.arrived;
            break;
        case MemberState::declined:
            ++made.declined;
            break;
        case MemberState::silent:
            ++made.silent;
            break;
        case MemberState::called:
        case MemberState::stood_down:
            break;
    }
}

}  // namespace

TeamSheet sheet_of(store::Rows& rows, TeamFacts team, const World& world, Instant now) {
    TeamSheet made;
    const TeamId id{team.id};
    const auto soon = day_of(now + policy::seconds(rows, "certificate.expiry_warn.first"));
    made.area_name = organisation::area_name(rows, team.area);
    made.leader_name = organisation::person_name(rows, team.leader);
    for (const auto& member : members_of(rows, id)) {
        const auto fit = fitness_of(rows, member.person, world, now);
        ++made.named;
        made.can_come += fit.can_come();
        made.engaged += fit.fitness == Fitness::engaged;
        made.unfit += fit.fitness == Fitness::paper_expired;
        made.silent += fit.fitness == Fitness::silent;
        made.uninsured += !fit.insured;
        for (const auto& paper : papers_of(rows, member.person)) made.ending += !paper.good_on(soon);
    }
    if (const auto standby = standby_on(rows, id, day_of(now))) {
        made.standby = static_cast<std::int64_t>(standby->people.size());
        made.standby_leader = organisation::person_name(rows, standby->leader);
    }
    if (!team.agreement_until.empty()) made.agreement_days = days_until(team.agreement_until, now);
    made.team = std::move(team);
    return made;
}

PaperSheet sheet_of(store::Rows& rows, const PaperFacts& paper, Instant now) {
    const auto member = find_member(rows, paper.person);
    return {
        paper.id.text,
        paper.kind,
        paper.title,
        paper.grade,
        paper.expires,
        organisation::person_name(rows, paper.person),
        member ? team_name(rows, member->team) : std::string(),
        days_until(paper.expires, now)};
}

TeamDetail detail_of(store::Rows& rows, const TeamFacts& team, const World& world, Instant now) {
    TeamDetail made;
    const TeamId id{team.id};
    const auto today = standby_on(rows, id, day_of(now));
    for (const auto& member : members_of(rows, id)) {
        auto sheet = sheet_of(rows, member, world, now);
        sheet.standby = today && std::count(today->people.begin(), today->people.end(), member.person) > 0;
        made.members.push_back(std::move(sheet));
    }
    for (const auto& day : standby_between(rows, id, day_of(now), day_of(now + kAhead))) {
        StandbySheet sheet{day.day, organisation::person_name(rows, day.leader), {}};
        for (const auto& person : day.people) sheet.names.push_back(organisation::person_name(rows, person));
        made.standby.push_back(std::move(sheet));
    }
    made.standby_min = static_cast<std::int64_t>(policy::number(rows, "team.standby_min"));
    made.sheet = sheet_of(rows, team, world, now);
    return made;
}

CalloutSheet sheet_of(store::Rows& rows, const CalloutFacts& callout) {
    CalloutSheet made;
    made.id = callout.id.text;
    made.drill = callout.drill;
    made.errand = callout.errand;
    made.by_title = callout.by_title;
    made.ordered_at = callout.ordered_at;
    made.answer_by = callout.ordered_at + std::chrono::seconds{callout.answer_seconds};
    made.assemble_by = callout.ordered_at + std::chrono::seconds{callout.target_seconds};
    made.closed_at = callout.closed_at;
    made.reason = callout.reason;
    made.target_seconds = callout.target_seconds;
    for (const auto& member : called_members(rows, callout.id)) count(made, member.state);
    for (const auto& team : called_teams(rows, callout.id))
        if (team.seconds) made.turnout_seconds = std::min(made.turnout_seconds.value_or(*team.seconds), *team.seconds);
    const auto will_come = made.coming + made.on_the_way + made.arrived;
    made.lacking = callout.short_at.has_value() && will_come < callout.errand.wanted;
    if (made.lacking) {
        made.next_team = callout.next_team.text;
        made.next_name = callout.next_name;
    }
    return made;
}

AidSheet sheet_of(store::Rows& rows, const AidFacts& aid) {
    AidSheet made{aid, aid.helper.text.empty() ? std::string() : organisation::area_name(rows, aid.helper)};
    if (made.aid.asker_name.empty() && !aid.asker.text.empty())
        made.aid.asker_name = organisation::area_name(rows, aid.asker);
    return made;
}

CalloutDetail detail_of(store::Rows& rows, const CalloutFacts& callout) {
    CalloutDetail made{sheet_of(rows, callout), called_teams(rows, callout.id), {}, {}};
    std::map<TeamId, std::string> names;
    for (const auto& team : made.teams) names[team.team] = team.name;
    for (const auto& member : called_members(rows, callout.id))
        made.people.push_back(
            {member.person,
             organisation::person_name(rows, member.person),
             organisation::phone_masked(rows, member.person),
             names[member.team],
             member.state,
             member.reason,
             member.answer_seconds,
             member.arrival_seconds,
             member.metres,
             !member.recorded_by.empty()}
        );
    for (const auto& aid : find_aids(rows, World::stored(callout.drill)))
        if (aid.side == AidSide::asked && aid.callout == callout.id) made.aids.push_back(sheet_of(rows, aid));
    return made;
}

}  // namespace anlan::rescue
