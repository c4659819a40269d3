#include "duty/reactions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "calls/commands.hpp"
#include "calls/queries.hpp"
#include "duty/log_commands.hpp"
#include "duty/log_queries.hpp"
#include "enforcement/commands.hpp"
#include "organisation/commands.hpp"
#include "organisation/queries.hpp"

namespace anlan::duty {

namespace {
constexpr const char* kActor = "system:duty";

std::string origin_of(const std::string& rollcall) {
    return "rollcall:" + rollcall;
}
}  // namespace

journal::Wishes on_activated(const journal::Cause& cause, const response::ResponseActivated& activated) {
    if (!cause.mine) return {};
    return {
        cause.wish(kActor, Reinforce{cause.entry.subject, activated.footing.level, activated.statement.expected_end})};
}

journal::Wishes on_level_changed(const journal::Cause& cause, const response::LevelChanged& changed) {
    if (!cause.mine) return {};
    return {cause.wish(kActor, Reinforce{cause.entry.subject, changed.footing.level, changed.statement.expected_end})};
}

journal::Wishes on_closed(const journal::Cause& cause, const response::ResponseClosed&) {
    if (!cause.mine) return {};
    return {cause.wish(kActor, EndReinforcement{cause.entry.subject})};
}

journal::Wishes on_holidays(const journal::Cause& cause, const HolidaysSet& set) {
    if (!cause.mine || !cause.entry.drill.empty()) return {};
    enforcement::AdoptWorkCalendar wish{set.year, {}, set.work};
    for (const auto& each : set.off) wish.off.push_back(each.day);
    return {cause.wish(kActor, std::move(wish))};
}

journal::Wishes on_taken(const journal::Cause& cause, const HandoverTaken& taken) {
    if (!cause.mine || taken.leader.empty() || !cause.entry.drill.empty()) return {};
    return {cause.wish(kActor, organisation::TakeDuty{taken.leader})};
}

journal::Wishes on_missed(const journal::Cause& cause, const HandoverMissed&) {
    const auto leader = organisation::leader_on_duty(cause.views, cause.node.area);
    if (!cause.mine || leader.empty()) return {};
    calls::PlaceCall call;
    call.origin = cause.entry.subject;
    call.person = leader;
    call.area = cause.node.area;
    call.headline = "交班后到时间无人接班，请安排人员接班";
    call.text = "值班表没有排下一班的值班员，系统里也没有人签名接班；交班人仍在值守。";
    return {cause.wish(kActor, std::move(call))};
}

journal::Wishes on_watched(const journal::Cause& cause, const ShiftWatched& watched) {
    if (!cause.mine || watched.taken || watched.officer.empty()) return {};
    calls::PlaceCall call;
    call.origin = cause.entry.subject;
    call.person = watched.officer;
    call.area = cause.node.area;
    call.headline = "到时间无人接班，请立即到岗接班";
    call.text = fmt::format("{} 的班次已经开始，系统里还没有人签名接班。", watched.day);
    return {cause.wish(kActor, std::move(call))};
}

journal::Wishes on_rollcall(const journal::Cause& cause, const RollCallMade& made) {
    if (cause.mine || std::find(made.to.begin(), made.to.end(), cause.node.area) == made.to.end()) return {};
    return {cause.wish(kActor, RingRollCall{{cause.entry.subject}, made.limit_seconds, made.by_title})};
}

journal::Wishes on_rung(const journal::Cause& cause, const RollCallRung& rung) {
    if (!cause.mine || rung.person.empty()) return {};
    calls::PlaceCall call;
    call.origin = origin_of(cause.entry.subject);
    call.person = rung.person;
    call.area = cause.node.area;
    call.headline = fmt::format("查岗点名：请在 {} 秒内应答", rung.limit_seconds);
    call.text = "上级" + rung.by_title + "点名，请值班人员应答。";
    return {cause.wish(kActor, std::move(call))};
}

journal::Wishes on_rollcall_answered(const journal::Cause& cause, const RollCallAnswered& answered) {
    if (!cause.mine || answered.outcome != RollCallOutcome::missed) return {};
    return {cause.wish(kActor, calls::CloseCalls{origin_of(cause.entry.subject), "点名时限已过"})};
}

journal::Wishes on_call_answered(const journal::Cause& cause, const calls::CallAnswered& answered) {
    if (!cause.mine) return {};
    for (const auto& open : open_rollcalls(cause.views))
        for (const auto& call : calls::calls_of(cause.views, origin_of(open.id.text)))
            if (call.id == cause.entry.subject) return {cause.wish(kActor, AnswerRollCall{open.id, answered.by})};
    return {};
}

}  // namespace anlan::duty
