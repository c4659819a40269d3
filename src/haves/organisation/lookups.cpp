#include "organisation/lookups.hpp"

#include "journal/vault.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::organisation {

namespace {

std::vector<std::string> titles_of(store::Rows& rows, const PersonId& person) {
    std::vector<std::string> titles;
    for (const auto& post : posts_held_by(rows, person)) titles.push_back(post.title);
    return titles;
}

identity::LoginRules login_rules(store::Rows& rows) {
    return {
        policy::seconds(rows, "session.length").count(),
        static_cast<std::int64_t>(policy::number(rows, "login.tries")),
        policy::seconds(rows, "login.lock").count(),
        static_cast<std::int64_t>(policy::number(rows, "login.address.tries")),
        policy::seconds(rows, "login.address.window").count()};
}

std::string area_by_words(store::Rows& rows, const std::string& words) {
    if (const auto code = parse_area(words)) return code.value().text;
    const auto found = rows.list<std::string>("SELECT code FROM area WHERE name = :n ORDER BY code", words);
    return found.size() == 1 ? found.front() : std::string();
}

std::string person_by_words(store::Rows& rows, const std::string& words) {
    if (person_exists(rows, PersonId{words})) return words;
    std::string found;
    for (const auto& id : rows.list<std::string>("SELECT id FROM person WHERE active = 1 ORDER BY id")) {
        if (journal::vault::reveal(rows, id, "name") != words) continue;
        if (!found.empty()) return {};
        found = id;
    }
    return found;
}

}  // namespace

identity::Directory directory() {
    identity::Directory made;
    made.area_name = &area_name;
    made.post_titles = &titles_of;
    made.person_exists = &person_exists;
    made.rules = &login_rules;
    made.duty_phone = &duty_phone;
    return made;
}

registers::Lookups lookups() {
    return {&area_by_words, &person_by_words};
}

}  // namespace anlan::organisation
