#include "organisation/queries.hpp"

#include "journal/vault.hpp"

namespace anlan::organisation {

namespace {

constexpr const char* kErased = "（已删除）";

std::string below(const AreaCode& area) {
    return std::string(area.prefix()) + "%";
}

}  // namespace

std::vector<AreaFacts> areas_below(store::Rows& rows, const AreaCode& area) {
    return rows.select<AreaFacts>(
        "SELECT code, name, parent, lon, lat FROM area WHERE code LIKE :p ORDER BY code", below(area)
    );
}

std::optional<AreaFacts> area_facts(store::Rows& rows, const AreaCode& area) {
    return rows.first<AreaFacts>("SELECT code, name, parent, lon, lat FROM area WHERE code = :c", area);
}

std::string area_name(store::Rows& rows, const AreaCode& area) {
    return rows.value<std::string>("SELECT name FROM area WHERE code = :c", area).value_or(area.text);
}

std::vector<PostFacts> posts_of(store::Rows& rows, const std::string& code, const AreaCode& within) {
    return rows.select<PostFacts>(
        "SELECT id, code, title, area, holder, deputy, full_time FROM post WHERE code = :c AND area LIKE :p "
        "ORDER BY area, sort, id",
        code,
        below(within)
    );
}

std::vector<PostFacts> posts_at(store::Rows& rows, const AreaCode& area) {
    return rows.select<PostFacts>(
        "SELECT id, code, title, area, holder, deputy, full_time FROM post WHERE area = :a ORDER BY sort, id", area
    );
}

std::optional<PostFacts> post(store::Rows& rows, const PostId& id) {
    return rows.first<PostFacts>("SELECT id, code, title, area, holder, deputy, full_time FROM post WHERE id = :i", id);
}

std::vector<PostFacts> posts_held_by(store::Rows& rows, const PersonId& person) {
    if (person.empty()) return {};
    return rows.select<PostFacts>(
        "SELECT id, code, title, area, holder, deputy, full_time FROM post WHERE holder = :p ORDER BY sort, id", person
    );
}

bool person_exists(store::Rows& rows, const PersonId& person) {
    return rows.value<std::int64_t>("SELECT 1 FROM person WHERE id = :i AND erased = 0", person).has_value();
}

std::string person_name(store::Rows& rows, const PersonId& person) {
    if (person.empty()) return {};
    if (auto name = journal::vault::reveal(rows, person.text, "name")) return std::move(*name);
    const auto known = rows.value<std::int64_t>("SELECT 1 FROM person WHERE id = :i", person);
    return known ? std::string(kErased) : person.text;  // an actor such as "system:calls", or another node's person
}

std::string phone_masked(store::Rows& rows, const PersonId& person) {
    auto phone = journal::vault::reveal(rows, person.text, "phone").value_or("");
    if (phone.empty()) return {};
    const std::size_t shown = phone.size() >= 11 ? phone.size() - 4 : phone.size() / 2;
    return phone.replace(shown, std::string::npos, phone.size() - shown, '*');
}

std::string duty_phone(store::Rows& rows, const AreaCode& node) {
    for (const auto& post : posts_of(rows, "duty_officer", node)) {
        if (post.area != node) continue;
        for (const auto& person : {post.holder, post.deputy}) {
            auto phone = journal::vault::reveal(rows, person.text, "phone").value_or("");
            if (!phone.empty()) return phone;
        }
    }
    return {};
}

std::vector<PersonId> people_of_line(store::Rows& rows, const std::string& line) {
    return rows.list<PersonId>(
        "SELECT l.person FROM person_line l JOIN person p ON p.id = l.person WHERE l.line = :l AND p.active = 1 "
        "ORDER BY CASE l.role WHEN 'lead' THEN 0 WHEN 'deputy' THEN 1 ELSE 2 END, "
        "(SELECT COALESCE(MIN(o.sort), 1000000) FROM post o WHERE o.holder = p.id AND o.line = l.line), p.added_at, "
        "p.id",
        line
    );
}

const std::vector<LineOfDuty>& lines_of_duty() {
    static const std::vector<LineOfDuty> all{
        {"work_safety", "安全生产", "work safety"},
        {"enforcement", "综合执法", "law enforcement"},
        {"disaster_prevention", "防灾减灾", "disaster prevention"},
        {"flood_typhoon", "防汛防台风", "flood and typhoon"},
        {"forest_fire", "森林防火", "forest fire"},
        {"earthquake_geology", "地震地质", "earthquake and geology"}};
    return all;
}

std::optional<PhoneTest> last_phone_test(store::Rows& rows, const PersonId& person) {
    return rows.first<PhoneTest>(
        "SELECT phone_tested_at, phone_test_result FROM person WHERE id = :i AND phone_tested_at IS NOT NULL", person
    );
}

}  // namespace anlan::organisation
