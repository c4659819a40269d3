#include <algorithm>

#include "duty/checks.hpp"
#include "organisation/queries.hpp"

namespace anlan::duty {

using std::chrono::days;

namespace {

/// 党委书记 and 镇长 of this node.
std::vector<PersonId> heads(const Desk& desk) {
    std::vector<PersonId> both;
    for (const auto* code : {"party_secretary", "town_head"})
        for (const auto& post : organisation::posts_of(desk.views, code, desk.node.area))
            if (post.area == desk.node.area && !post.holder.empty()) both.push_back(post.holder);
    return both;
}

bool contains(const std::vector<PersonId>& all, const PersonId& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

Result<void> check_days(const FileLeave& wish) {
    BOOST_OUTCOME_TRY(const auto from, parse_day(wish.from, "from"));
    BOOST_OUTCOME_TRY(const auto until, parse_day(wish.until, "until"));
    if (until < from) return refuse("days_order", "until", "返回日期早于离开日期", "the last day is before the first");
    if (until - from > days{366})
        return refuse("days_order", "until", "一次最多报备一年", "a year at a time is the most");
    return done();
}

Result<void> check_stand_in(const FileLeave& wish, const PersonId& person, bool leads, const Desk& desk) {
    const auto stand_in = wish.stand_in.value_or(PersonId{});
    if (stand_in.empty()) {
        if (!leads) return done();
        return refuse("stand_in_missing", "stand_in", "领导外出请指定代行人", "a leader names who stands in");
    }
    if (stand_in == person || !organisation::person_exists(desk.views, stand_in))
        return refuse("stand_in_missing", "stand_in", "请另选一位代行人", "choose somebody else to stand in");
    for (const auto& leave : leave_between(desk.views, wish.from, wish.until))
        if (leave.person == stand_in)
            return refuse(
                "stand_in_away",
                "stand_in",
                "代行人 " + leave.first_day + " 至 " + leave.last_day + " 也不在，请另选",
                "who is to stand in is away too; choose another"
            );
    return done();
}

Result<void> check_heads(const FileLeave& wish, const PersonId& person, const Desk& desk) {
    const auto both = heads(desk);
    if (!contains(both, person)) return done();
    for (const auto& leave : leave_between(desk.views, wish.from, wish.until))
        if (leave.person != person && contains(both, leave.person))
            return refuse(
                "both_heads_away",
                "from",
                "党政主要领导不能同时外出，另一位 " + leave.first_day + " 至 " + leave.last_day + " 已报备",
                "the two heads may not be away at once; the other is away from " + leave.first_day + " to " +
                    leave.last_day
            );
    return done();
}

Result<void> check_response(const FileLeave& wish, const Desk& desk) {
    const auto level = desk.views.value<std::int64_t>(
        "SELECT level FROM reinforcement WHERE drill = '' AND first_day <= :l AND last_day >= :f AND level = 1",
        wish.until,
        wish.from
    );
    if (!level) return done();
    return refuse("leave_frozen", "from", "Ⅰ级响应期间停止外出", "while response level Ⅰ is in force nobody leaves");
}

}  // namespace

bool is_leader(store::Rows& rows, const PersonId& person) {
    const auto posts = rows.value<std::vector<DutyPost>>("SELECT posts FROM rota_member WHERE person = :p", person);
    return posts && std::find(posts->begin(), posts->end(), DutyPost::leader) != posts->end();
}

Result<Decision> decide(const FileLeave& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    const auto person = wish.person.value_or(desk.person());
    if (!organisation::person_exists(desk.views, person))
        return refuse("person_unknown", "person", "名册里没有这个人", "this person is not on the roster");
    BOOST_OUTCOME_TRYV(check_days(wish));
    const bool leads = is_leader(desk.views, person) || contains(heads(desk), person);
    BOOST_OUTCOME_TRYV(check_stand_in(wish, person, leads, desk));
    BOOST_OUTCOME_TRYV(check_heads(wish, person, desk));
    BOOST_OUTCOME_TRYV(check_response(wish, desk));
    for (const auto& leave : leave_between(desk.views, wish.from, wish.until))
        if (leave.person == person)
            return refuse(
                "already_filed",
                "from",
                "这几天已经报备过：" + leave.first_day + " 至 " + leave.last_day,
                "these days are filed already: " + leave.first_day + " to " + leave.last_day
            );
    return journal::decided(journal::event(
        desk.new_id(),
        LeaveFiled{person, wish.from, wish.until, wish.kind, wish.place, wish.stand_in.value_or(PersonId{})}
    ));
}

Result<Decision> decide(const EndLeave& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    const auto leave = find_leave(desk.views, wish.leave);
    if (!leave) return refuse("leave_unknown", "leave", "没有这条外出报备", "there is no such leave");
    const auto yesterday = to_text(day_at(desk.now) - days{1});
    if (leave->last_day <= yesterday) return Decision{{}, wish.leave.text, {}};
    return journal::decided(journal::event(wish.leave.text, LeaveEnded{yesterday}));
}

}  // namespace anlan::duty
