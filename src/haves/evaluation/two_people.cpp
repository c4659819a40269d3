#include "evaluation/two_people.hpp"

#include <string_view>

namespace anlan::evaluation {

namespace {

bool is_person(const PersonId& id) {
    return !id.empty() && !std::string_view(id.text).starts_with("system:");
}

}  // namespace

Result<TwoPeople> TwoPeople::of(PersonId first, PersonId second) {
    if (!is_person(first) || !is_person(second))
        return refuse("person_wanted", "", "须由两个人办理", "two people have to do this");
    if (first == second)
        return refuse(
            "same_person",
            "",
            "改分须由两个人办理：请另一位评估人员确认",
            "a change takes two people; ask another reviewer to confirm"
        );
    return TwoPeople{std::move(first), std::move(second)};
}

}  // namespace anlan::evaluation
