#include <algorithm>
#include <set>

#include "duty/checks.hpp"
#include "duty/commands.hpp"
#include "duty/queries.hpp"
#include "organisation/queries.hpp"
#include "seal/seal.hpp"

namespace anlan::duty {

namespace {

constexpr std::int64_t kDay_minutes = 24 * 60;

Refusal bad_pattern(const std::string& field, const std::string& zh, const std::string& en) {
    return refuse("pattern_invalid", field, zh, en);
}

Result<void> check_shifts(const Pattern& pattern) {
    if (pattern.shifts.empty() || pattern.shifts.size() > 4)
        return bad_pattern("pattern.shifts", "一天请设 1 到 4 个班次", "set one to four shifts a day");
    std::set<std::string> keys;
    std::int64_t end = 0;
    for (const auto& shift : pattern.shifts) {
        if (shift.key.empty() || shift.zh.empty() || !keys.insert(shift.key).second)
            return bad_pattern("pattern.shifts", "每个班次都要有名称，且不能重复", "name every shift, each once");
        if (shift.length_minutes < 60 || shift.start_minute < end || shift.start_minute > kDay_minutes)
            return bad_pattern(
                "pattern.shifts",
                "班次要按时间先后排列，每班不少于 1 小时",
                "shifts follow each other, an hour at least"
            );
        end = shift.start_minute + shift.length_minutes;
    }
    if (end - pattern.shifts.front().start_minute > kDay_minutes)
        return bad_pattern("pattern.shifts", "各班次合计不能超过 24 小时", "all shifts together are 24 hours at most");
    return done();
}

Result<void> check_posts(const Pattern& pattern) {
    if (pattern.posts.empty()) return bad_pattern("pattern.posts", "请至少设一个岗位", "set one post at least");
    std::set<DutyPost> seen;
    for (const auto& rule : pattern.posts) {
        if (!seen.insert(rule.post).second)
            return bad_pattern("pattern.posts", "同一岗位只设一次", "set each post once");
        if (rule.people < 1 || rule.people > 10)
            return bad_pattern("pattern.posts", "每岗 1 到 10 人", "one to ten people a post");
    }
    for (const auto& more : pattern.reinforcements)
        if (more.level < 1 || more.level > 4 || more.people < 1 || more.people > 20)
            return bad_pattern(
                "pattern.reinforcements", "加强值班：级别 1 到 4，人数 1 到 20", "level 1-4, 1-20 people"
            );
    if (pattern.rest_hours < 0 || pattern.rest_hours > 48 || pattern.rest_after_night_hours < 0 ||
        pattern.rest_after_night_hours > 96)
        return bad_pattern("pattern.rest_hours", "休息时间请在 0 到 96 小时之间", "rests are 0 to 96 hours");
    return done();
}

}  // namespace

Result<void> only_in_reality(const Desk& desk) {
    if (!desk.world.is_drill()) return done();
    return refuse(
        "rota_is_real", "", "值班表只有一份。请退出演练再改", "there is one rota, and it is real; leave the drill first"
    );
}

Result<Decision> decide(const SetPattern& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRYV(check_shifts(wish.pattern));
    BOOST_OUTCOME_TRYV(check_posts(wish.pattern));
    return journal::decided(journal::event("rota:pattern", PatternSet{wish.pattern}));
}

Result<Decision> decide(const SetHolidays& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    if (wish.source.empty())
        return refuse("source_missing", "source", "请写明依据哪个通知", "say which notice this is from");
    std::vector<std::string> days = wish.work;
    for (const auto& each : wish.off) days.push_back(each.day);
    const auto year = std::to_string(wish.year);
    for (const auto& day : days) {
        BOOST_OUTCOME_TRYV(parse_day(day, "off"));
        if (!day.starts_with(year))
            return refuse("year_other", "off", day + " 不在 " + year + " 年", day + " is not in " + year);
    }
    return journal::decided(journal::event("holidays:" + year, HolidaysSet{wish.year, wish.off, wish.work, wish.source})
    );
}

Result<Decision> decide(const SetMember& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    if (!organisation::person_exists(desk.views, wish.person))
        return refuse("person_unknown", "person", "名册里没有这个人", "this person is not on the roster");
    if (!wish.posts.empty() && wish.lines.empty())
        return refuse("lines_missing", "lines", "请选择能负责哪条线", "say which lines this person can speak for");
    MemberSet set{wish.posts, wish.lines};
    for (auto* list : {&set.posts}) {
        std::sort(list->begin(), list->end());
        list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    std::sort(set.lines.begin(), set.lines.end());
    set.lines.erase(std::unique(set.lines.begin(), set.lines.end()), set.lines.end());
    return journal::decided(journal::event(wish.person.text, set));
}

Result<Decision> decide(const OpenCalendar&, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    const auto token = seal::to_hex(desk.dice.bytes(24));
    auto decision = journal::decided(journal::event(desk.new_id(), CalendarOpened{desk.person(), seal::sm3(token)}));
    decision.answer = {{"token", token}};
    return decision;
}

Result<Decision> decide(const CloseCalendar&, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    const auto open = desk.views.value<std::string>(
        "SELECT id FROM duty_calendar WHERE person = :p AND closed_at IS NULL", desk.actor
    );
    if (!open) return Decision{};
    return journal::decided(journal::event(*open, CalendarClosed{}));
}

}  // namespace anlan::duty
