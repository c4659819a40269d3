#include <set>

#include "organisation/queries.hpp"
#include "organisation/rules.hpp"

namespace anlan::organisation {

namespace {

Result<void> all_different_and_active(const Desk& desk, const std::vector<PersonId>& people) {
    std::set<std::string> seen;
    for (const auto& person : people) {
        BOOST_OUTCOME_TRYV(person_is_active(desk, person, "people"));
        if (!seen.insert(person.text).second)
            return refuse("person_twice", "people", "同一人不能出现两次", "nobody may be listed twice");
    }
    return done();
}

}  // namespace

Result<Decision> decide(const AdoptAreas& wish, const Desk& desk) {
    if (wish.areas.empty()) return refuse("areas_empty", "areas", "区划表是空的", "the list of areas is empty");
    AreasAdopted adopted;
    for (const auto& area : wish.areas) {
        const auto now = area_facts(desk.views, area.code);
        const bool same =
            now && now->name == area.name && now->parent == area.parent && now->lon == area.lon && now->lat == area.lat;
        if (!same) adopted.areas.push_back(area);
    }
    if (adopted.areas.empty()) return Decision{{}, "areas", {}};
    return journal::decided(journal::event("areas", adopted));
}

Result<Decision> decide(const StaffLine& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(line_is_known(wish.line, "line", false));
    if (wish.people.size() < 2)
        return refuse(
            "too_few_people", "people", "每条线至少要有两名责任人（一主一备）", "a line needs at least two named people"
        );
    std::vector<PersonId> people;
    for (const auto& member : wish.people) people.push_back(member.person);
    BOOST_OUTCOME_TRYV(all_different_and_active(desk, people));
    return journal::decided(journal::event("line:" + wish.line, LineStaffed{wish.line, wish.people}));
}

Result<Decision> decide(const SetChain& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(area_is_ours(desk, wish.area, "area"));
    BOOST_OUTCOME_TRYV(all_different_and_active(desk, wish.people));
    return journal::decided(journal::event("chain:" + wish.area.text, ChainSet{wish.area, wish.people}));
}

Result<Decision> decide(const TakeDuty& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(person_is_active(desk, wish.person, "person"));
    const auto subject = "leader:" + desk.node.area.text;
    if (leader_on_duty(desk.views, desk.node.area) == wish.person) return Decision{{}, subject, {}};
    return journal::decided(journal::event(subject, LeaderTookDuty{desk.node.area, wish.person}));
}

}  // namespace anlan::organisation
