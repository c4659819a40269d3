#include "organisation/answers.hpp"
#include "policy/queries.hpp"

namespace anlan::organisation {

namespace {

struct StoredPost {
    PostId id;
    std::string code, title;
    AreaCode area;
    std::string duties;
    bool required = false, full_time = false;
    std::string line;
    PersonId holder, deputy;
    std::int64_t sort = 0;
};
BOOST_DESCRIBE_STRUCT(StoredPost, (), (id, code, title, area, duties, required, full_time, line, holder, deputy, sort))

struct StoredDuty {
    std::string id;
    PostId post;
    std::string title, line, text, basis;
    PersonId holder;
    Instant listed_at{};
    std::optional<Instant> acknowledged_at;
};
BOOST_DESCRIBE_STRUCT(StoredDuty, (), (id, post, title, line, text, basis, holder, listed_at, acknowledged_at))

std::optional<std::string> unless_empty(std::string text) {
    if (text.empty()) return std::nullopt;
    return text;
}

std::optional<PersonId> unless_nobody(const PersonId& person) {
    if (person.empty()) return std::nullopt;
    return person;
}

}  // namespace

std::vector<PostRow> post_rows(store::Rows& rows, const AreaCode& area) {
    std::vector<PostRow> all;
    const auto stored = rows.select<StoredPost>(
        "SELECT id, code, title, area, duties, required, full_time, line, holder, deputy, sort FROM post "
        "WHERE area LIKE :p ORDER BY sort, id",
        std::string(area.prefix()) + "%"
    );
    for (const auto& each : stored) {
        PostRow row;
        row.id = each.id;
        row.code = each.code;
        row.title = each.title;
        row.area = each.area;
        row.area_name = area_name(rows, each.area);
        row.duties = each.duties;
        row.required = each.required;
        row.full_time = each.full_time;
        row.line = unless_empty(each.line);
        row.holder = unless_nobody(each.holder);
        row.holder_name = unless_empty(person_name(rows, each.holder));
        row.deputy = unless_nobody(each.deputy);
        row.deputy_name = unless_empty(person_name(rows, each.deputy));
        row.vacant = each.holder.empty();
        row.sort = each.sort;
        all.push_back(std::move(row));
    }
    return all;
}

std::vector<DutyRow> duty_rows(store::Rows& rows, const AreaCode& area, Instant now) {
    const auto review = policy::seconds(rows, "responsibility.review");
    std::vector<DutyRow> all;
    const auto stored = rows.select<StoredDuty>(
        "SELECT r.id, r.post, p.title, r.line, r.wording, r.basis, p.holder, r.listed_at, r.acknowledged_at "
        "FROM responsibility r JOIN post p ON p.id = r.post WHERE p.area LIKE :a ORDER BY p.sort, r.listed_at, r.id",
        std::string(area.prefix()) + "%"
    );
    for (const auto& each : stored) {
        DutyRow row;
        row.id = each.id;
        row.post = each.post;
        row.post_title = each.title;
        row.line = unless_empty(each.line);
        row.text = each.text;
        row.basis = each.basis;
        row.holder = unless_nobody(each.holder);
        row.holder_name = unless_empty(person_name(rows, each.holder));
        row.acknowledged_at = each.acknowledged_at;
        row.review_due = each.acknowledged_at.value_or(each.listed_at) + review;
        row.overdue = row.review_due < now;
        all.push_back(std::move(row));
    }
    return all;
}

}  // namespace anlan::organisation
