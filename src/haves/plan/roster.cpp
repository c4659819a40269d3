#include "plan/roster.hpp"

#include "organisation/queries.hpp"
#include "plan/stock.hpp"
#include "policy/queries.hpp"

namespace anlan::plan {

namespace {

RosterPost roster_post(store::Rows& rows, const organisation::PostFacts& post) {
    RosterPost one{post.id.text, post.code, post.title, organisation::area_name(rows, post.area), !post.holder.empty(),
                   !post.deputy.empty() && post.deputy != post.holder, {}, false};
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
    std::set<std::string> codes;
    for (const auto& each : approved_plans(rows, ""))
        for (const auto& level : each.plan.levels) {
            for (const auto& step : level.steps) codes.insert(step.post);
            codes.insert(level.calls.begin(), level.calls.end());
        }
    codes.erase("");
    for (const auto& code : codes)
        for (const auto& post : organisation::posts_of(rows, code, area)) roster.posts.emplace(code, roster_post(rows, post));
    for (const auto& line : organisation::lines_of_duty())
        roster.line_people[line.id] = static_cast<int>(organisation::people_of_line(rows, line.id).size());
    for (const auto& each : organisation::areas_below(rows, area))
        if (each.code.level() == Level::village) roster.villages.push_back(each.name);
    add_stock(rows, area, roster);
    return roster;
}

std::vector<std::string> villages_uncovered(store::Rows& rows, const AreaCode& area) {
    std::vector<std::string> villages;
    if (!approved_plans(rows, "village").empty()) return villages;
    for (const auto& each : organisation::areas_below(rows, area))
        if (each.code.level() == Level::village) villages.push_back(each.name);
    return villages;
}

}  // namespace anlan::plan
