#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "duty/checks.hpp"
#include "duty/rules.hpp"
#include "organisation/queries.hpp"

namespace anlan::duty {

namespace {

constexpr std::size_t kMostTurns = 5'000;

std::string subject_of(const std::string& month) {
    return "rota:" + month;
}

/// Every turn is one of this month and this pattern, by somebody on the roster.
Result<void> check_turns(const SaveRota& wish, const Month& month, const Desk& desk) {
    std::set<Duty> seen;
    std::set<PersonId> known;
    for (const auto& duty : wish.duties) {
        BOOST_OUTCOME_TRYV(parse_day(duty.day, "duties"));
        if (!duty.day.starts_with(wish.month) || !slot_of(month.pattern, duty))
            return refuse(
                "no_such_place",
                "duties",
                fmt::format("{} {} {}：{} 没有这个班次", duty.day, duty.shift, zh(duty.post), wish.month),
                fmt::format("{} {} {}: no such place in {}", duty.day, duty.shift, en(duty.post), wish.month)
            );
        if (!known.contains(duty.person) && !organisation::person_exists(desk.views, duty.person))
            return refuse("person_unknown", "duties", "名册里没有这个人", "somebody is not on the roster");
        known.insert(duty.person);
        if (!seen.insert(duty).second)
            return refuse("twice", "duties", duty.day + " 同一人排了两次", "somebody is there twice on " + duty.day);
    }
    return done();
}

}  // namespace

Refusal rota_unknown() {
    return refuse("rota_unknown", "month", "这个月还没有排班", "there is no rota for this month yet");
}

Result<Decision> decide(const SaveRota& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRY(const auto month, month_facts(desk.views, wish.month));
    if (wish.duties.size() > kMostTurns)
        return refuse("too_many", "duties", "一个月的班次太多了", "these are too many turns for a month");
    BOOST_OUTCOME_TRYV(check_turns(wish, month, desk));
    const auto rota = find_rota(desk.views, wish.month);
    const auto version = rota ? rota->version : 0;
    if (version != wish.version)
        return refuse(
            "already_changed",
            "version",
            "别人刚改过这个月的值班表，请刷新后再保存",
            "somebody else has just changed this month; read it again, then save"
        );
    auto duties = wish.duties;
    std::sort(duties.begin(), duties.end());
    return journal::decided(journal::event(subject_of(wish.month), RotaSaved{wish.month, version + 1, duties}));
}

Result<Decision> decide(const PublishRota& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRY(const auto month, month_facts(desk.views, wish.month));
    const auto rota = find_rota(desk.views, wish.month);
    if (!rota) return rota_unknown();
    if (rota->published_version == rota->version) return Decision{{}, subject_of(wish.month), {}};
    std::int64_t broken = 0;
    for (const auto& each : check(month, duties_of(desk.views, wish.month, Edition::draft))) {
        if (each.severity != "red") continue;
        if (wish.reason.empty())
            return refuse(
                "rule_broken",
                "reason",
                each.zh + "。请先调整，或写明为什么仍要发布",
                each.en + ". Change it first, or say why it is to be published all the same"
            );
        ++broken;
    }
    return journal::decided(
        journal::event(subject_of(wish.month), RotaPublished{wish.month, rota->version, broken, wish.reason})
    );
}

Result<Decision> decide(const Reinforce& wish, const Desk& desk) {
    const auto today = to_text(day_at(desk.now));
    const auto until = std::max(today, to_text(day_at(wish.until)));
    return journal::decided(
        journal::event(subject_of(wish.response), RotaReinforced{wish.response, wish.level, today, until})
    );
}

Result<Decision> decide(const EndReinforcement& wish, const Desk& desk) {
    const auto last =
        desk.views.value<std::string>("SELECT last_day FROM reinforcement WHERE response = :r", wish.response);
    const auto today = to_text(day_at(desk.now));
    if (!last || *last <= today) return Decision{{}, subject_of(wish.response), {}};
    return journal::decided(journal::event(subject_of(wish.response), ReinforcementEnded{wish.response, today}));
}

}  // namespace anlan::duty
