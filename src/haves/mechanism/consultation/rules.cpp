#include "consultation/rules.hpp"

#include <fmt/format.h>

#include <set>

#include "organisation/queries.hpp"

namespace anlan::consultation {

Refusal consultation_unknown() {
    return refuse("consultation_unknown", "consultation", "没有这次会商", "no such consultation");
}

Refusal resolution_unknown() {
    return refuse("resolution_unknown", "resolution", "没有这项议决事项", "no such resolution");
}

Result<ConsultationFacts> open_consultation(const journal::Desk& desk, const ConsultationId& id) {
    auto found = find_consultation(desk.views, id);
    if (!found) return consultation_unknown();
    if (found->concluded_at)
        return refuse(
            "already_concluded",
            "consultation",
            "这次会商已经结束，纪要不再更改；有新情况请另行会商",
            "this consultation is over and its minutes stand; call another for what is new"
        );
    return std::move(*found);
}

Result<ResolutionFacts> open_resolution(const journal::Desk& desk, const ResolutionId& id) {
    auto found = find_resolution(desk.views, id);
    if (!found) return resolution_unknown();
    if (found->outcome)
        return refuse("already_closed", "resolution", "这项议决事项已经办结", "this resolution is closed already");
    return std::move(*found);
}

Result<void> check_text(
    const std::string& text, const char* code, const char* field, const char* zh, const char* en, std::size_t most
) {
    if (text.empty()) return refuse(code, field, zh, en);
    if (text.size() > most)
        return refuse(
            "too_long",
            field,
            fmt::format("请不超过 {} 字", most / 3),
            fmt::format("keep it under {} characters", most / 3)
        );
    return done();
}

Result<void> check_person(const journal::Desk& desk, const PersonId& person, const char* field) {
    if (organisation::person_exists(desk.views, person)) return done();
    return refuse("person_unknown", field, "名册里没有这个人", "this person is not on the roster");
}

std::string title_of(const journal::Desk& desk, const PersonId& person) {
    for (const auto& post : organisation::posts_held_by(desk.views, person))
        if (desk.node.area.contains(post.area)) return post.title;
    return {};
}

Result<std::vector<Invited>> invited_of(const journal::Desk& desk, const std::vector<PersonId>& people) {
    if (people.empty()) return refuse("invited_missing", "invited", "请选择参加人员", "choose who takes part");
    std::vector<Invited> invited;
    std::set<PersonId> seen;
    for (const auto& person : people) {
        BOOST_OUTCOME_TRYV(check_person(desk, person, "invited"));
        if (seen.insert(person).second) invited.push_back({person, title_of(desk, person)});
    }
    return invited;
}

}  // namespace anlan::consultation
