#include "base/day.hpp"
#include "venue/commands.hpp"
#include "venue/hours.hpp"
#include "venue/rules.hpp"

namespace anlan::venue {

namespace {

Result<ActivityFacts> known(const Desk& desk, const ActivityId& id) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    auto found = activity(desk.views, id);
    if (!found) return refuse("activity_unknown", "activity", "没有这项活动", "there is no such activity");
    return std::move(*found);
}

}  // namespace

Result<Decision> decide(const PlanActivity& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    const auto& sheet = wish.sheet;
    if (sheet.title.empty()) return refuse("title_missing", "sheet.title", "请写活动名称", "give it a title");
    BOOST_OUTCOME_TRYV(parse_day(sheet.day, "sheet.day"));
    if (sheet.from < 0 || sheet.until <= sheet.from || sheet.until > kMidnight)
        return refuse("hours_invalid", "sheet.until", "结束时间应晚于开始时间", "it ends after it begins");
    if (sheet.place.empty()) return refuse("place_missing", "sheet.place", "请写活动地点", "say where it takes place");
    return journal::decided(journal::event(desk.new_id(), ActivityPlanned{sheet}));
}

Result<Decision> decide(const HoldActivity& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, known(desk, wish.activity));
    if (found.state == ActivityState::cancelled)
        return refuse("activity_cancelled", "activity", "这项活动已取消", "this activity was cancelled");
    if (found.sheet.day > to_text(day_at(desk.now)))
        return refuse(
            "day_ahead", "activity", "活动还没到日子，办完再登记", "it has yet to take place; enter it afterwards"
        );
    BOOST_OUTCOME_TRYV(check_people(wish.people));
    const bool same = found.state == ActivityState::held && found.people == wish.people && found.note == wish.note;
    if (same) return Decision{{}, found.id.text, {}};
    return journal::decided(journal::event(found.id.text, ActivityHeld{wish.people, wish.note}));
}

Result<Decision> decide(const CancelActivity& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, known(desk, wish.activity));
    if (found.state == ActivityState::held)
        return refuse("already_held", "activity", "活动已经办过，不能取消", "it has taken place already");
    if (wish.reason.empty()) return refuse("reason_missing", "reason", "请写取消原因", "say why it is cancelled");
    if (found.state == ActivityState::cancelled) return Decision{{}, found.id.text, {}};
    return journal::decided(journal::event(found.id.text, ActivityCancelled{wish.reason}));
}

}  // namespace anlan::venue
