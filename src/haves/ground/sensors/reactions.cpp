#include "sensors/reactions.hpp"

#include "calls/commands.hpp"
#include "calls/queries.hpp"
#include "organisation/queries.hpp"
#include "sensors/commands.hpp"
#include "sensors/queries.hpp"

namespace anlan::sensors {

namespace {

constexpr const char* kSensing = "system:sensors";
constexpr std::string_view kWorse = "/worse";  ///< a worsened alarm asks anew, also who has answered before

PersonId officer(const journal::Cause& cause, OnDuty on_duty) {
    if (on_duty != nullptr)
        for (const auto& person : on_duty(cause.views, cause.node.area, cause.now))
            if (!person.empty()) return person;
    for (const auto& post : organisation::posts_of(cause.views, "duty_officer", cause.node.area)) {
        if (post.area != cause.node.area) continue;
        if (!post.holder.empty()) return post.holder;
        if (!post.deputy.empty()) return post.deputy;
    }
    return organisation::leader_on_duty(cause.views, cause.node.area);
}

journal::Wishes place(
    const journal::Cause& cause, const std::string& origin, AlarmGrade grade, const std::string& text, OnDuty on_duty
) {
    if (!cause.mine) return {};
    const auto person = officer(cause, on_duty);
    if (person.empty()) return {};
    calls::PlaceCall call;
    call.origin = origin;
    call.person = person;
    call.area = cause.node.area;
    call.headline = grade == AlarmGrade::act ? "监测提示：请处置" : "监测提示：请关注";
    call.text = text;
    call.hazard = "sensor";
    return {cause.wish(kSensing, std::move(call))};
}

}  // namespace

journal::Wishes call_officer(const journal::Cause& cause, const AlarmRaised& raised, OnDuty on_duty) {
    return place(cause, cause.entry.subject, raised.grade, raised.text, on_duty);
}

journal::Wishes call_officer(const journal::Cause& cause, const AlarmWorsened& worsened, OnDuty on_duty) {
    return place(cause, cause.entry.subject + std::string(kWorse), worsened.grade, worsened.text, on_duty);
}

journal::Wishes on_call_answered(const journal::Cause& cause, const calls::CallAnswered& answered) {
    if (!cause.mine) return {};
    auto origin = calls::origin_of(cause.views, {cause.entry.subject}).value_or("");
    if (origin.ends_with(kWorse)) origin.resize(origin.size() - kWorse.size());
    const auto alarm = origin.empty() ? std::nullopt : find_alarm(cause.views, {origin});
    if (!alarm || alarm->attended_at || !alarm->node.text.empty()) return {};
    return {cause.wish(kSensing, CreditAnswer{alarm->id, answered.by, answered.note})};
}

journal::Wishes on_attended(const journal::Cause& cause, const AlarmAttended&) {
    if (!cause.mine) return {};
    const auto& alarm = cause.entry.subject;
    return {
        cause.wish(kSensing, calls::CloseCalls{alarm, "监测提示已有人接手"}),
        cause.wish(kSensing, calls::CloseCalls{alarm + std::string(kWorse), "监测提示已有人接手"})};
}

}  // namespace anlan::sensors
