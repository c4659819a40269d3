#include "journal/vault.hpp"
#include "organisation/answers.hpp"

namespace anlan::organisation {

namespace {

struct Stored {
    PersonId id;
    AreaCode area;
    bool full_time = false, active = false;
    std::optional<Instant> tested_at;
    std::optional<std::string> tested;
};
BOOST_DESCRIBE_STRUCT(Stored, (), (id, area, full_time, active, tested_at, tested))

constexpr std::string_view kSelect =
    "SELECT id, area, full_time, active, phone_tested_at, phone_test_result FROM person ";

PersonRow shown(store::Rows& rows, const Stored& stored) {
    PersonRow row{
        stored.id,
        person_name(rows, stored.id),
        phone_masked(rows, stored.id),
        stored.area,
        area_name(rows, stored.area),
        {},
        stored.full_time,
        {},
        stored.active,
        stored.tested_at,
        stored.tested,
        {}};
    for (const auto& post : posts_held_by(rows, stored.id)) row.posts.push_back({post.id, post.title});
    row.lines = rows.list<std::string>("SELECT line FROM person_line WHERE person = :p ORDER BY line", stored.id);
    return row;
}

bool matches(store::Rows& rows, const PersonRow& row, const std::string& query) {
    if (query.empty() || row.id.text == query || row.name.find(query) != std::string::npos) return true;
    for (const auto& post : row.posts)
        if (post.title.find(query) != std::string::npos) return true;
    // Whoever knows a number may find its owner; a few digits are no way to list numbers.
    return query.size() >= 7 && journal::vault::reveal(rows, row.id.text, "phone") == query;
}

}  // namespace

std::optional<PersonRow> person_row(store::Rows& rows, const PersonId& person) {
    const auto stored = rows.first<Stored>(std::string(kSelect) + "WHERE id = :i", person);
    if (!stored) return std::nullopt;
    return shown(rows, *stored);
}

std::vector<PersonRow> people_rows(store::Rows& rows, const AreaCode& area, const std::string& query) {
    std::vector<PersonRow> all;
    const auto stored = rows.select<Stored>(
        std::string(kSelect) + "WHERE erased = 0 AND area LIKE :p ORDER BY added_at, id",
        std::string(area.prefix()) + "%"
    );
    for (const auto& each : stored) {
        auto row = shown(rows, each);
        if (matches(rows, row, query)) all.push_back(std::move(row));
    }
    return all;
}

}  // namespace anlan::organisation
