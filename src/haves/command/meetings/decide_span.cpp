#include <algorithm>

#include "meetings/commands.hpp"
#include "meetings/rules.hpp"
#include "organisation/queries.hpp"

namespace anlan::meetings {

Result<Decision> decide(const SpanMeeting& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_meeting(desk, wish.meeting));
    if (wish.to.empty())
        return refuse("to_missing", "to", "请选择要接入的下级", "choose which stations below take part");
    const auto joined = areas_below(desk.views, found.id);
    std::vector<AreaCode> fresh;
    for (const auto& area : wish.to) {
        if (area == desk.node.area || area.parent() != desk.node.area)
            return refuse("not_below", "to", "只能接入本级的直属下级", "only your own children can be joined");
        if (!organisation::area_facts(desk.views, area))
            return refuse("area_unknown", "to", "没有这个单位：" + area.text, "no such area: " + area.text);
        if (std::ranges::count(joined, area) == 0 && std::ranges::count(fresh, area) == 0) fresh.push_back(area);
    }
    if (fresh.empty()) return Decision{{}, found.id.text, {}};
    auto event = journal::event(found.id.text, MeetingSpanned{found.title, fresh});
    event.to = std::move(fresh);
    return journal::decided(std::move(event));
}

std::optional<World> world_of(const SpanMeeting& wish, store::Rows& rows) {
    return world_of_meeting(rows, wish.meeting);
}

}  // namespace anlan::meetings
