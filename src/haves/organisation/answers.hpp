#pragma once

#include "organisation/events.hpp"
#include "organisation/queries.hpp"

/// What the API answers; members are the JSON fields.
namespace anlan::organisation {

struct AreaRow {
    AreaCode code;
    Level level = Level::town;
    std::string name;
    std::optional<AreaCode> parent;
    std::optional<double> lon, lat;
};
BOOST_DESCRIBE_STRUCT(AreaRow, (), (code, level, name, parent, lon, lat))

struct HeldPost {
    PostId id;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(HeldPost, (), (id, title))

struct PersonRow {
    PersonId id;
    std::string name, phone_masked;
    AreaCode area;
    std::string area_name;
    std::vector<HeldPost> posts;
    bool full_time = false;
    std::vector<std::string> lines;
    bool active = false;
    std::optional<Instant> phone_tested_at;
    std::optional<std::string> phone_test_result;
    std::optional<std::string> phone;  ///< only after a reason was given
};
BOOST_DESCRIBE_STRUCT(
    PersonRow,
    (),
    (id, name, phone_masked, area, area_name, posts, full_time, lines, active, phone_tested_at, phone_test_result, phone
    )
)
std::optional<PersonRow> person_row(store::Rows& rows, const PersonId& person);
/// People of an area and below whose name, number, post or id contains `query`; erased people are left out.
std::vector<PersonRow> people_rows(store::Rows& rows, const AreaCode& area, const std::string& query);

struct PostRow {
    PostId id;
    std::string code, title;
    AreaCode area;
    std::string area_name, duties;
    bool required = false, full_time = false;
    std::optional<std::string> line;
    std::optional<PersonId> holder;
    std::optional<std::string> holder_name;
    std::optional<PersonId> deputy;
    std::optional<std::string> deputy_name;
    bool vacant = true;
    std::int64_t sort = 0;
};
BOOST_DESCRIBE_STRUCT(
    PostRow,
    (),
    (id,
     code,
     title,
     area,
     area_name,
     duties,
     required,
     full_time,
     line,
     holder,
     holder_name,
     deputy,
     deputy_name,
     vacant,
     sort)
)
std::vector<PostRow> post_rows(store::Rows& rows, const AreaCode& area);

struct LinePerson {
    PersonId person;
    std::string name;
    LineRole role = LineRole::member;
};
BOOST_DESCRIBE_STRUCT(LinePerson, (), (person, name, role))

struct LineRow {
    std::string id, name, name_en;
    std::vector<LinePerson> people;
    bool ok = false;  ///< at least two named people (R2)
};
BOOST_DESCRIBE_STRUCT(LineRow, (), (id, name, name_en, people, ok))
std::vector<LineRow> line_rows(store::Rows& rows);

struct ChainPerson {
    PersonId person;
    std::string name, post_title, role, phone_masked;
    std::optional<Instant> tested_at;
};
BOOST_DESCRIBE_STRUCT(ChainPerson, (), (person, name, post_title, role, phone_masked, tested_at))

struct ChainRow {
    AreaCode area;
    std::string area_name;
    std::vector<ChainPerson> chain;
};
BOOST_DESCRIBE_STRUCT(ChainRow, (), (area, area_name, chain))
std::vector<ChainRow> chain_rows(store::Rows& rows, const AreaCode& area);

struct DutyRow {
    std::string id;
    PostId post;
    std::string post_title;
    std::optional<std::string> line;
    std::string text, basis;
    std::optional<PersonId> holder;
    std::optional<std::string> holder_name;
    std::optional<Instant> acknowledged_at;
    Instant review_due{};
    bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(
    DutyRow, (), (id, post, post_title, line, text, basis, holder, holder_name, acknowledged_at, review_due, overdue)
)
std::vector<DutyRow> duty_rows(store::Rows& rows, const AreaCode& area, Instant now);

struct Checks {
    std::int64_t posts_filled = 0, posts_minimum = 6, full_time_filled = 0, full_time_minimum = 2;
    bool ok = false;  ///< the rule R1 holds
    std::vector<Finding> findings;
};
BOOST_DESCRIBE_STRUCT(Checks, (), (posts_filled, posts_minimum, full_time_filled, full_time_minimum, ok, findings))
Checks checks(store::Rows& rows, const AreaCode& node, Instant now);

}  // namespace anlan::organisation
