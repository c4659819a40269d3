#include "plan/roster.hpp"

#include <algorithm>

#include "organisation/queries.hpp"
#include "plan/stock.hpp"
#include "plan/vocabulary.hpp"
#include "policy/queries.hpp"

namespace anlan::plan {

namespace {

RosterPost roster_post(store::Rows& rows, const organisation::PostFacts& post) {
    RosterPost one{
        post.id.text,
        post.code,
        post.title,
        organisation::area_name(rows, post.area),
        !post.holder.empty(),
        !post.deputy.empty() && post.deputy != post.holder,
        {},
        false};
    if (const auto test = organisation::last_phone_test(rows, post.holder)) {
        one.phone_tested_at = test->at;
        one.phone_answered = test->result == "answered";
    }
    return one;
}

}  // namespace

Roster roster_of(store::Rows& rows, const AreaCode& area, Instant now) {
    Roster roster;
    roster.now = now;
    roster.phone_age_max = policy::seconds(rows, "contacts.verify_max_age");
    roster.review_age_max = policy::seconds(rows, "plan.evaluate");
    // The standard posts too: a draft that no approved plan resembles is judged by the same roster.
    const auto standard = codes_of(standard_posts());
    std::set<std::string> codes(standard.begin(), standard.end());
    for (const auto& each : approved_plans(rows, ""))
        for (const auto& level : each.plan.levels) {
            for (const auto& step : level.steps) {
                codes.insert({step.post, step.deputy_post});
                codes.insert(step.calls.begin(), step.calls.end());
            }
            codes.insert(level.calls.begin(), level.calls.end());
        }
    codes.erase("");
    for (const auto& code : codes)
        for (const auto& post : organisation::posts_of(rows, code, area))
            roster.posts.emplace(code, roster_post(rows, post));
    for (const auto& line : organisation::lines_of_duty())
        roster.line_people[line.id] = static_cast<int>(organisation::people_of_line(rows, line.id).size());
    for (const auto& each : organisation::areas_below(rows, area))
        if (each.code.level() == Level::village) roster.villages.push_back(each.name);
    roster.villages_without_plan = villages_uncovered(rows, area);
    add_stock(rows, area, roster);
    return roster;
}

std::vector<std::string> villages_uncovered(store::Rows& rows, const AreaCode& area) {
    const auto plans = approved_plans(rows, "village");
    const auto covered = [&](const AreaCode& village) {
        return std::any_of(plans.begin(), plans.end(), [&](const ApprovedPlan& each) {
            const auto only = parse_area(each.plan.area);
            return each.plan.area.empty() || (only && only.value().contains(village));
        });
    };
    std::vector<std::string> villages;
    for (const auto& each : organisation::areas_below(rows, area))
        if (each.code.level() == Level::village && !covered(each.code)) villages.push_back(each.name);
    return villages;
}

}  // namespace anlan::plan
