#include <algorithm>

#include "organisation/queries.hpp"
#include "plan/queries.hpp"
#include "response/activation.hpp"
#include "response/commands.hpp"
#include "response/queries.hpp"
#include "response/reactions.hpp"
#include "response/wanted.hpp"
#include "sensors/queries.hpp"

namespace anlan::response {

namespace {

plan::Occasion occasion_of(const sensors::AlarmFacts& alarm, store::Rows& rows) {
    plan::Occasion occasion;
    occasion.measure = to_text(alarm.measure);
    occasion.alarm_grade = alarm.grade == sensors::AlarmGrade::act ? 1 : 2;
    occasion.source_name = organisation::area_name(rows, alarm.area);
    occasion.hazard_name_zh = alarm.text;
    occasion.hazard_name_en = alarm.text_en;
    occasion.areas = {alarm.area};
    return occasion;
}

/// What the trigger that was met says it is about; else the first the plan is for.
std::string hazard_of(const plan::Plan& plan, std::int64_t level, const std::string& measure) {
    if (const auto* called = plan::level_of(plan, level))
        for (const auto& trigger : called->triggers)
            if (trigger.measure == measure && !trigger.hazard.empty()) return trigger.hazard;
    return plan.hazards.empty() ? "other" : plan.hazards.front();
}

journal::Wish wish_of(
    const journal::Cause& cause, const std::string& hazard, const plan::Called& called, const ResponseFacts* open
) {
    const auto colour = colour_of_level(called.level);
    if (open != nullptr)
        return cause.wish(kActor, SuggestLevel{open->id, called.level, {}, colour, called.reason_zh, called.reason_en});
    return cause.wish(
        kActor, ProposeResponse{hazard, called.plan, called.level, {}, {}, colour, called.reason_zh, called.reason_en}
    );
}

/// A response that runs at this level or a graver one has all it needs; the program never lowers one for an alarm.
journal::Wishes consider(const journal::Cause& cause) {
    if (!cause.mine) return {};
    const auto alarm = sensors::find_alarm(cause.views, {cause.entry.subject});
    if (!alarm || alarm->kind != sensors::AlarmKind::threshold) return {};
    const auto occasion = occasion_of(*alarm, cause.views);
    journal::Wishes wishes;
    for (const auto& approved : plan::approved_plans(cause.views, to_text(cause.node.level()))) {
        const auto called = plan::match(approved.plan, occasion);
        if (!called) continue;
        const auto hazard = hazard_of(approved.plan, called->level, occasion.measure);
        const auto open = open_response(cause.views, cause.entry.world(), hazard, called->plan);
        if (open && open->level <= called->level) continue;
        wishes.push_back(wish_of(cause, hazard, *called, open ? &*open : nullptr));
    }
    return wishes;
}

}  // namespace

journal::Wishes on_alarm_raised(const journal::Cause& cause, const sensors::AlarmRaised&) {
    return consider(cause);
}

journal::Wishes on_alarm_worsened(const journal::Cause& cause, const sensors::AlarmWorsened&) {
    return consider(cause);
}

}  // namespace anlan::response
