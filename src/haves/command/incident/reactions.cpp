#include "incident/reactions.hpp"

#include "calls/commands.hpp"
#include "incident/commands.hpp"
#include "incident/forewarning.hpp"
#include "incident/report_commands.hpp"
#include "organisation/queries.hpp"

namespace anlan::incident {

namespace {

constexpr const char* kActor = "system:incident";

bool from_below(const journal::Cause& cause) {
    const AreaCode from{cause.from_area};
    return !cause.mine && from != cause.node.area && cause.node.area.contains(from);
}

}  // namespace

journal::Wishes on_passed(const journal::Cause& cause, const IncidentPassed& passed) {
    if (cause.mine || passed.to != cause.node.area) return {};
    return {cause.wish(kActor, TakeFromAbove{{cause.entry.subject}, AreaCode{cause.from_area}, passed})};
}

journal::Wishes on_sent(const journal::Cause& cause, const ReportSent& sent) {
    if (!from_below(cause)) return {};
    return {cause.wish(
        kActor,
        TakeFromBelow{
            {cause.entry.subject},
            AreaCode{cause.from_area},
            sent.number,
            sent.kind,
            sent.account,
            sent.place,
            sent.happened_at,
            sent.grade,
            sent.sensitive}
    )};
}

journal::Wishes on_phoned(const journal::Cause& cause, const ReportPhoned& phoned) {
    if (!from_below(cause)) return {};
    Account account;
    account.title = phoned.title;
    account.course = phoned.words;
    account.figures = phoned.figures;
    return {cause.wish(
        kActor,
        TakeFromBelow{
            {cause.entry.subject},
            AreaCode{cause.from_area},
            0,
            phoned.kind,
            std::move(account),
            phoned.place,
            phoned.happened_at,
            phoned.grade,
            phoned.sensitive}
    )};
}

journal::Wishes on_forewarned(const journal::Cause& cause, const IncidentForewarned& told) {
    if (!from_below(cause)) return {};
    return {cause.wish(kActor, NoteForewarning{{cause.entry.subject}, AreaCode{cause.from_area}, told})};
}

journal::Wishes on_arrived(const journal::Cause& cause, const ReportArrived& arrived) {
    if (cause.mine || arrived.from != cause.node.area) return {};
    const ReportConfirmed confirmed{arrived.number, cause.entry.at, false, ""};
    return {cause.wish(kActor, NoteConfirmed{{cause.entry.subject}, AreaCode{cause.from_area}, confirmed})};
}

journal::Wishes on_receipted(const journal::Cause& cause, const ReportReceipted& receipted) {
    if (cause.mine || receipted.from != cause.node.area) return {};
    const ReportConfirmed confirmed{receipted.number, cause.entry.at, true, receipted.by_title};
    return {cause.wish(kActor, NoteConfirmed{{cause.entry.subject}, AreaCode{cause.from_area}, confirmed})};
}

journal::Wishes on_overdue(const journal::Cause& cause, const IncidentOverdue& overdue) {
    if (!cause.mine) return {};
    const auto leader = organisation::leader_on_duty(cause.views, cause.node.area);
    if (leader.empty()) return {};
    calls::PlaceCall call;
    call.origin = cause.entry.subject;
    call.person = leader;
    call.area = cause.node.area;
    call.headline = "信息报告超时：" + overdue.title;
    call.text = "有一件突发事件的报告已超过时限，请督促值班室立即报告。请确认收到。";
    call.colour = "orange";
    return {cause.wish(kActor, std::move(call))};
}

}  // namespace anlan::incident
