#include <algorithm>
#include <set>

#include "organisation/queries.hpp"
#include "policy/queries.hpp"
#include "rescue/commands.hpp"
#include "rescue/rules.hpp"

namespace anlan::rescue {

namespace {

constexpr std::int64_t kMostDays = 62;

Result<void> check_days(const SetStandby& wish, Instant now) {
    const auto from = days_until(wish.from, now), until = days_until(wish.until, now);
    if (!from) return refuse("day_invalid", "from", "日期请写成 2026-07-01", "write the day like 2026-07-01");
    if (!until) return refuse("day_invalid", "until", "日期请写成 2026-07-01", "write the day like 2026-07-01");
    if (*until < *from) return refuse("days_order", "until", "结束日不能早于开始日", "it ends before it begins");
    if (*until - *from >= kMostDays)
        return refuse("too_long", "until", "一次最多排两个月", "two months at a time at most");
    return done();
}

/// 生产安全事故应急条例 art. 11: who goes to the rescue has passed their training; what is over by then has not.
Result<void> check_person(const SetStandby& wish, const PersonId& person, const Desk& desk) {
    const auto name = organisation::person_name(desk.views, person);
    const auto member = find_member(desk.views, person);
    if (!member || member->team != wish.team)
        return refuse("member_unknown", "people", name + " 不是这支队伍的队员", name + " is not in this team");
    for (const auto& paper : papers_of(desk.views, person))
        if (!paper.good_on(wish.until))
            return refuse(
                "paper_expired",
                "people",
                name + " 的“" + paper.title + "”到期日为 " + paper.expires + "，请更新证件或换人",
                "\"" + paper.title + "\" of " + name + " ends on " + paper.expires + "; renew it or choose another"
            );
    return done();
}

}  // namespace

Result<Decision> decide(const SetStandby& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRYV(known_team(desk, wish.team));
    BOOST_OUTCOME_TRYV(check_days(wish, desk.now));
    const auto& people = wish.people;
    if (wish.leader.empty() || std::find(people.begin(), people.end(), wish.leader) == people.end())
        return refuse(
            "leader_missing", "leader", "备勤必须有带队人，且在名单里", "stand-by needs a leader among its people"
        );
    if (std::set<PersonId>(people.begin(), people.end()).size() != people.size())
        return refuse("twice", "people", "同一人只需选一次", "each person once");
    const auto least = static_cast<std::size_t>(policy::number(desk.views, "team.standby_min"));
    if (people.size() < least) {
        const auto n = std::to_string(least);
        return refuse(
            "strength_missing", "people", "备勤至少 " + n + " 人", "stand-by takes at least " + n + " people"
        );
    }
    for (const auto& person : people) {
        BOOST_OUTCOME_TRYV(check_person(wish, person, desk));
    }
    return journal::decided(
        journal::event("standby:" + wish.team.text, StandbySet{wish.team, wish.from, wish.until, wish.leader, people})
    );
}

}  // namespace anlan::rescue
