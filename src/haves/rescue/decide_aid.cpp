#include "organisation/queries.hpp"
#include "rescue/callout_commands.hpp"
#include "rescue/callout_rules.hpp"
#include "rescue/rules.hpp"

namespace anlan::rescue {

namespace {

Result<AidFacts> known_aid(const Desk& desk, const AidId& id, AidSide side) {
    auto aid = find_aid(desk.views, id);
    if (!aid || aid->side != side)
        return refuse("aid_unknown", "aid", "没有这件增援请求", "there is no such request for help");
    return std::move(*aid);
}

}  // namespace

Result<Decision> decide(const AskAid& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto callout, open_callout(desk, wish.callout));
    if (wish.wanted < 1)
        return refuse("wanted_invalid", "wanted", "请写还需要多少人", "say how many people are missing");
    for (const auto& aid : find_aids(desk.views, desk.world))
        if (aid.side == AidSide::asked && aid.callout == wish.callout && !aid.answered_at)
            return refuse("already_asked", "callout", "已经请求增援，等待上级答复", "help has been asked for already");
    AidAsked asked{wish.callout, callout.errand, title_of(desk)};
    asked.errand.wanted = wish.wanted;
    asked.errand.origin.clear();  // ids of this station say nothing elsewhere
    return journal::decided(journal::event(desk.new_id(), asked));
}

Result<Decision> decide(const PassAid& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto aid, known_aid(desk, wish.aid, AidSide::passing));
    if (wish.helper == desk.node.area || wish.helper.parent() != desk.node.area)
        return refuse("not_below", "helper", "只能转给本级的直属下级", "it can go to your own children only");
    if (wish.helper == aid.asker)
        return refuse("same_town", "helper", "请选邻镇，不是请求的镇", "choose a neighbour, not the town that asks");
    if (aid.passed_at && !aid.answered_at && aid.helper == wish.helper)
        return refuse("already_passed", "helper", "已经转给这个镇，等待答复", "this town has it already");
    if (said_no(desk.views, wish.aid, wish.helper))
        return refuse("said_no", "helper", "该镇已答复不能增援，请另选", "this town has said no; choose another");
    auto event = journal::event(
        wish.aid.text, AidPassed{aid.asker, wish.helper, organisation::area_name(desk.views, aid.asker), aid.errand}
    );
    event.to = {wish.helper};
    return journal::decided(std::move(event));
}

Result<Decision> decide(const AnswerAid& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto aid, known_aid(desk, wish.aid, AidSide::received));
    if (aid.answered_at) return refuse("already_answered", "aid", "已经答复", "it has been answered already");
    AidWord word{wish.coming, "", 0, 0, wish.text};
    if (!wish.coming) {
        if (wish.text.empty()) return refuse("reason_missing", "text", "请写不能增援的原因", "say why you cannot help");
        return journal::decided(journal::event(wish.aid.text, AidAnswered{desk.node.area, word}));
    }
    if (wish.minutes < 1 || wish.minutes > 24 * 60)
        return refuse("minutes_invalid", "minutes", "请写多少分钟能到", "say in how many minutes they are there");
    auto errand = aid.errand;
    errand.origin = "aid:" + wish.aid.text;
    BOOST_OUTCOME_TRY(auto events, ordering(desk, errand, {wish.team}));
    BOOST_OUTCOME_TRY(const auto team, known_team(desk, wish.team));
    word.team_name = team.name;
    word.people = static_cast<std::int64_t>(callable(desk.views, wish.team, desk.world, desk.now).size());
    word.minutes = wish.minutes;
    events.push_back(journal::event(wish.aid.text, AidAnswered{desk.node.area, word}));
    return journal::decided(std::move(events), wish.aid.text);
}

Result<Decision> decide(const NoteAid& wish, const Desk& desk) {
    const auto aid = find_aid(desk.views, wish.aid);
    if (!aid || aid->drill != desk.world.text()) return Decision{{}, wish.aid.text, {}};
    return journal::decided(journal::event(wish.aid.text, AidHeard{wish.what}));
}

Result<Decision> decide(const TellAid& wish, const Desk& desk) {
    const auto aid = find_aid(desk.views, wish.aid);
    if (!aid || aid->side != AidSide::passing || aid->drill != desk.world.text() || aid->helper != wish.helper)
        return Decision{{}, wish.aid.text, {}};
    auto event = journal::event(
        wish.aid.text, AidTold{aid->asker, wish.helper, organisation::area_name(desk.views, wish.helper), wish.word}
    );
    event.to = {aid->asker};
    return journal::decided(std::move(event));
}

std::optional<World> world_of(const AskAid& wish, store::Rows& rows) {
    return world_of_callout(rows, wish.callout);
}
std::optional<World> world_of(const PassAid& wish, store::Rows& rows) {
    return world_of_aid(rows, wish.aid);
}
std::optional<World> world_of(const AnswerAid& wish, store::Rows& rows) {
    return world_of_aid(rows, wish.aid);
}

}  // namespace anlan::rescue
