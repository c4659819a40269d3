#include "rescue/rules.hpp"

#include <algorithm>
#include <cmath>

#include "organisation/queries.hpp"

namespace anlan::rescue {

Result<void> only_in_reality(const journal::Desk& desk) {
    if (!desk.world.is_drill()) return done();
    return refuse(
        "team_is_real",
        "",
        "队伍、证件、备勤和训练只在日常模式登记，请退出演练再操作",
        "teams, papers, rotas and training are real; leave the drill first"
    );
}

Result<TeamFacts> known_team(const journal::Desk& desk, const TeamId& id) {
    auto team = find_team(desk.views, id);
    if (!team) return refuse("team_unknown", "team", "名册里没有这支队伍", "no such team on the list");
    return std::move(*team);
}

Result<MemberFacts> known_member(const journal::Desk& desk, const PersonId& person) {
    auto member = find_member(desk.views, person);
    if (!member) return refuse("member_unknown", "person", "此人不在任何队伍", "this person is in no team");
    return std::move(*member);
}

Result<void> check_place(const std::optional<double>& lon, const std::optional<double>& lat) {
    const bool none = !lon && !lat;
    const bool good =
        lon && lat && std::isfinite(*lon) && std::isfinite(*lat) && std::abs(*lon) <= 180 && std::abs(*lat) <= 90;
    if (none || good) return done();
    return refuse("place_invalid", "lon", "位置不对，请重新选点", "the place is not on the map; choose it again");
}

std::string title_of(const journal::Desk& desk) {
    for (const auto& post : organisation::posts_held_by(desk.views, desk.person()))
        if (desk.node.area.contains(post.area)) return post.title;
    return "值班室";
}

bool works_the_desk(const journal::Desk& desk) {
    const auto held = organisation::posts_held_by(desk.views, desk.person());
    return std::any_of(held.begin(), held.end(), [](const organisation::PostFacts& post) {
        return post.code == "duty_officer" || post.code == "duty_leader" || post.code == "station_head" ||
               post.code == "team_leader";
    });
}

}  // namespace anlan::rescue
