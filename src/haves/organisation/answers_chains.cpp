#include <map>

#include "organisation/answers.hpp"
#include "policy/queries.hpp"

namespace anlan::organisation {

namespace {

struct RoleRow {
    PersonId person;
    LineRole role = LineRole::member;
};
BOOST_DESCRIBE_STRUCT(RoleRow, (), (person, role))

/// Nobody named lead yet: the first in the order of posts leads, the second stands in.
void name_roles(std::vector<LinePerson>& people) {
    for (const auto role : {LineRole::deputy, LineRole::lead}) {
        bool taken = false;
        for (const auto& each : people) taken = taken || each.role == role;
        if (taken) continue;
        const std::size_t at = role == LineRole::lead ? 0 : 1;
        if (at < people.size() && people[at].role == LineRole::member) people[at].role = role;
    }
}

ChainPerson shown(store::Rows& rows, const ChainLink& link) {
    const auto test = last_phone_test(rows, link.person);
    return {
        link.person,
        person_name(rows, link.person),
        link.post_title,
        link.role == "helper" ? "door_knock" : link.role,
        phone_masked(rows, link.person),
        test ? std::optional(test->at) : std::nullopt};
}

/// Whose post stands first in the area is who answers for it.
std::optional<PostFacts> first_post(store::Rows& rows, const AreaCode& area) {
    return rows.first<PostFacts>(
        "SELECT id, code, title, area, holder, deputy, full_time FROM post WHERE area = :a AND holder <> '' "
        "ORDER BY sort, id LIMIT 1",
        area
    );
}

}  // namespace

std::vector<LineRow> line_rows(store::Rows& rows) {
    std::vector<LineRow> all;
    const auto wanted = static_cast<std::size_t>(policy::number(rows, "line.people"));
    for (const auto& line : lines_of_duty()) {
        LineRow row{line.id, line.zh, line.en, {}, false};
        std::map<std::string, LineRole> roles;
        for (auto& each : rows.select<RoleRow>("SELECT person, role FROM person_line WHERE line = :l", line.id))
            roles.emplace(each.person.text, each.role);
        for (const auto& person : people_of_line(rows, line.id))
            row.people.push_back({person, person_name(rows, person), roles.at(person.text)});
        name_roles(row.people);
        row.ok = row.people.size() >= wanted;
        all.push_back(std::move(row));
    }
    return all;
}

std::vector<ChainRow> chain_rows(store::Rows& rows, const AreaCode& area) {
    std::vector<ChainRow> all;
    for (const auto& place : areas_below(rows, area)) {
        const auto first = first_post(rows, place.code);
        if (!first) {
            all.push_back({place.code, place.name, {}});
            continue;
        }
        ChainRow row{place.code, place.name, {shown(rows, {first->holder, first->title, "primary"})}};
        for (const auto& link : chain_after(rows, first->holder, first->id, place.code))
            row.chain.push_back(shown(rows, link));
        all.push_back(std::move(row));
    }
    return all;
}

}  // namespace anlan::organisation
