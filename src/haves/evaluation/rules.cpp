#include "evaluation/rules.hpp"

#include "organisation/queries.hpp"

namespace anlan::evaluation {

std::string title_of(const Desk& desk) {
    const auto posts = organisation::posts_held_by(desk.views, desk.person());
    return posts.empty() ? std::string() : posts.front().title;
}

Result<void> only_in_reality(const Desk& desk) {
    if (!desk.world.is_drill()) return done();
    return refuse(
        "evaluation_is_real",
        "",
        "综合评估在日常模式办理，请退出演练界面",
        "evaluation is done outside the drill; leave it first"
    );
}

Result<void> at_prefecture(const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    if (desk.node.level() == Level::prefecture) return done();
    return refuse("not_at_this_level", "", "由设区市评估", "the prefecture evaluates");
}

Result<void> still_open(const Desk& desk, std::int64_t year) {
    if (!conclusion_of(desk.views, year)) return done();
    return refuse(
        "already_concluded",
        "",
        std::to_string(year) + " 年的评估结果已公布，不能再改",
        "the result of " + std::to_string(year) + " has been given and is frozen"
    );
}

Result<NominationFacts> nominated(const Desk& desk, const NominationId& id) {
    auto found = find_nomination(desk.views, id);
    if (found && !found->withdrawn_at) return std::move(*found);
    return refuse(
        "nomination_unknown",
        "nomination",
        "没有这个站的推荐，或已撤回，请刷新列表",
        "there is no such nomination, or it was withdrawn; reload the list"
    );
}

}  // namespace anlan::evaluation
