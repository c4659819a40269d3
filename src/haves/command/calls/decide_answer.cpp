#include <algorithm>

#include "calls/channel_commands.hpp"
#include "calls/records.hpp"
#include "organisation/queries.hpp"

namespace anlan::calls {

namespace {

Refusal call_unknown() {
    return refuse("call_unknown", "call", "没有这次叫应", "there is no such call");
}

/// An open call, or why it cannot be answered any more.
Result<CallRow> open_call(const CallId& id, const Desk& desk) {
    auto call = call_row(desk.views, id);
    if (!call) return call_unknown();
    if (call->state == CallState::answered)
        return refuse("already_answered", "call", "已有人应答", "somebody has answered already");
    if (call->state == CallState::closed)
        return refuse("already_closed", "call", "响应已结束，无需应答", "the response is over; no answer is needed");
    return std::move(*call);
}

/// Anyone whose rung has rung may answer; the last rung that rang is `stage`.
bool was_called(const CallRow& call, const PersonId& person) {
    const auto rung = call.rung();
    return std::find(rung.begin(), rung.end(), person) != rung.end();
}

bool on_ladder(const CallRow& call, const PersonId& person) {
    return std::any_of(call.ladder.begin(), call.ladder.end(), [&](const Rung& rung) { return rung.person == person; });
}

/// Whoever was sent to the door, was rung before, or works the desk enters what was found there.
bool may_enter_knock(const CallRow& call, const PersonId& helper, const Desk& desk) {
    const auto who = desk.person();
    if (who == helper || was_called(call, who)) return true;
    const auto held = organisation::posts_held_by(desk.views, who);
    return std::any_of(held.begin(), held.end(), [](const organisation::PostFacts& post) {
        return post.code == "duty_officer" || post.code == "duty_leader" || post.code == "station_head";
    });
}

journal::Event answered(
    const CallRow& call,
    PersonId by,
    AnswerChannel channel,
    PersonId recorded_by,
    const std::string& note,
    const Desk& desk
) {
    const auto span = std::chrono::duration_cast<std::chrono::seconds>(desk.now - call.placed_at).count();
    return journal::event(
        call.id,
        CallAnswered{
            by, channel, std::move(recorded_by), note, std::max<std::int64_t>(0, span), by != call.person, call.rung()}
    );
}

/// What was found in a home stays erasable: the words go to the vault, where the retention run finds them.
journal::Event knocked(const CallRow& call, const RecordKnock& wish) {
    std::vector<journal::Secret> words;
    if (!wish.note.empty())
        words.push_back({knock_ref(call.id), wish.household.text, wish.note, journal::Retention::event_closed});
    return journal::event(call.id, DoorKnocked{wish.household, wish.outcome, {}, !wish.note.empty()}, std::move(words));
}

}  // namespace

journal::Event answer_by(const CallRow& call, const PersonId& by, AnswerChannel channel, const Desk& desk) {
    return answered(call, by, channel, {}, "", desk);
}

Result<Decision> decide(const AnswerCall& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(auto call, open_call(wish.call, desk));
    if (!was_called(call, desk.person()))
        return refuse(
            "not_called",
            "call",
            "这次叫应没有轮到您，请由被叫应人本人应答",
            "this call is not for you; the person called must answer"
        );
    return journal::decided(answered(call, desk.person(), AnswerChannel::app, {}, wish.note, desk));
}

Result<Decision> decide(const RecordAnswer& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(auto call, open_call(wish.call, desk));
    if (wish.channel == AnswerChannel::app || wish.channel == AnswerChannel::sms ||
        wish.channel == AnswerChannel::voice)
        return refuse(
            "channel_invalid", "channel", "请选择电话、对讲、卫星或上门", "choose telephone, radio, satellite or door"
        );
    if (!on_ladder(call, wish.by))
        return refuse(
            "not_called", "by", "应答人不在这次叫应的名单里", "the person who answered is not on this call's ladder"
        );
    return journal::decided(answered(call, wish.by, wish.channel, desk.person(), wish.note, desk));
}

Result<Decision> decide(const RecordKnock& wish, const Desk& desk) {
    auto call = call_row(desk.views, wish.call);
    if (!call) return call_unknown();
    const auto knocks = knock_rows(desk.views, call->id);
    const auto door = std::find_if(knocks.begin(), knocks.end(), [&](const KnockRow& each) {
        return each.household == wish.household.text;
    });
    if (door == knocks.end())
        return refuse(
            "household_unknown", "household", "这一户不在上门名单里", "this household is not on the list of doors"
        );
    if (!may_enter_knock(*call, door->helper, desk))
        return refuse(
            "not_yours",
            "household",
            "上门结果由上门人、被叫应人或值班员登记",
            "the helper, the people called or the desk enter what was found at a door"
        );
    if (wish.outcome == KnockOutcome::waiting)
        return refuse("outcome_missing", "outcome", "请选择上门结果", "choose what was found at the door");
    Decision decision = journal::decided(knocked(*call, wish));
    const bool others_done = std::all_of(knocks.begin(), knocks.end(), [&](const KnockRow& each) {
        return each.household == wish.household.text || each.outcome != KnockOutcome::waiting;
    });
    const auto recorded_by = desk.person() == door->helper ? PersonId{} : desk.person();
    if (others_done && call->open())
        decision.events.push_back(answered(*call, door->helper, AnswerChannel::door, recorded_by, "", desk));
    return decision;
}

static std::optional<World> world_of_call(const CallId& call, store::Rows& rows) {
    const auto drill = rows.value<std::string>("SELECT drill FROM call WHERE id = :i", call);
    if (!drill) return std::nullopt;
    return World::stored(*drill);
}

std::optional<World> world_of(const AnswerCall& wish, store::Rows& rows) {
    return world_of_call(wish.call, rows);
}
std::optional<World> world_of(const RecordAnswer& wish, store::Rows& rows) {
    return world_of_call(wish.call, rows);
}
std::optional<World> world_of(const GiveUpOnPerson& wish, store::Rows& rows) {
    return world_of_call(wish.call, rows);
}
std::optional<World> world_of(const EscalateCall& wish, store::Rows& rows) {
    return world_of_call(wish.call, rows);
}
std::optional<World> world_of(const RecordKnock& wish, store::Rows& rows) {
    return world_of_call(wish.call, rows);
}

}  // namespace anlan::calls
