#include <set>

#include "grid/commands.hpp"
#include "grid/rules.hpp"
#include "organisation/queries.hpp"

namespace anlan::grid {

namespace {

Result<void> check_member(const Desk& desk, const PersonId& person) {
    if (!grids_of(desk.views, person).empty()) return done();
    return refuse("member_unknown", "person", "此人不是网格人员", "this person looks after no grid");
}

Result<void> check_name(const DrawGrid& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(
        check_text(wish.name, "name_missing", "name", "请写网格名称", "give the grid a name", kLongestTitle)
    );
    for (const auto& other : own_grids(desk.views))
        if (other.name == wish.name && other.area == wish.area && (!wish.grid || other.id != *wish.grid))
            return refuse("name_taken", "name", "这个村已有同名网格", "this village has a grid of that name");
    return done();
}

}  // namespace

Result<Decision> decide(const DrawGrid& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    std::optional<GridFacts> before;
    if (wish.grid) {
        BOOST_OUTCOME_TRY(auto drawn, own_grid(desk, *wish.grid));
        before = std::move(drawn);
    }
    BOOST_OUTCOME_TRYV(check_name(wish, desk));
    if (!organisation::area_facts(desk.views, wish.area))
        return refuse("area_unknown", "area", "请选择所属村（社区）", "choose the village it belongs to");
    if (!desk.node.area.contains(wish.area))
        return refuse("not_here", "area", "只能划分本辖区的网格", "draw grids of your own area only");
    BOOST_OUTCOME_TRYV(check_outline(desk, wish.outline));
    if (before && before->name == wish.name && before->area == wish.area && before->outline == wish.outline)
        return Decision{{}, before->id.text, {}};
    auto id = before ? before->id.text : desk.new_id();
    return journal::decided(journal::event(std::move(id), GridDrawn{wish.name, wish.area, wish.outline}));
}

Result<Decision> decide(const StaffGrid& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRY(const auto grid, own_grid(desk, wish.grid));
    std::set<PersonId> seen;
    bool headed = false;
    for (const auto& member : wish.members) {
        if (!organisation::person_exists(desk.views, member.person))
            return refuse("person_unknown", "members", "名册里没有这个人", "this person is not on the roster");
        if (!seen.insert(member.person).second)
            return refuse("member_twice", "members", "同一人只需列一次", "name each person once");
        const bool head = member.role == MemberRole::head && !member.deputy;
        if (head && headed)
            return refuse("head_twice", "members", "一个网格只有一名网格长（A 角）", "a grid has one head");
        headed |= head;
    }
    if (grid.members == wish.members) return Decision{{}, grid.id.text, {}};
    const auto people = static_cast<std::int64_t>(wish.members.size());
    return journal::decided(journal::event(grid.id.text, GridStaffed{wish.members, people}));
}

Result<Decision> decide(const RetireGrid& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRY(const auto grid, own_grid(desk, wish.grid));
    BOOST_OUTCOME_TRYV(
        check_text(wish.reason, "reason_missing", "reason", "请写撤销原因", "say why it is retired", kLongestTitle)
    );
    journal::Events events{journal::event(grid.id.text, GridRetired{wish.reason})};
    for (const auto& patrol : patrols_of(desk.views, grid.id))
        events.push_back(journal::event(patrol.id.text, PatrolStopped{wish.reason}));
    return journal::decided(std::move(events), grid.id.text);
}

Result<Decision> decide(const SendAway& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRYV(check_member(desk, wish.person));
    if (wish.until <= desk.now)
        return refuse("until_past", "until", "请假截止时间应晚于现在", "the time must lie ahead");
    return journal::decided(journal::event(wish.person.text, MemberAway{wish.until, wish.reason}));
}

Result<Decision> decide(const CallBack& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRYV(check_member(desk, wish.person));
    if (!away_until(desk.views, wish.person, desk.now)) return Decision{{}, wish.person.text, {}};
    return journal::decided(journal::event(wish.person.text, MemberBack{}));
}

}  // namespace anlan::grid
