#include "organisation/rules.hpp"

#include <algorithm>

#include "organisation/queries.hpp"

namespace anlan::organisation {

Result<void> area_is_ours(const Desk& desk, const AreaCode& area, const char* field) {
    if (!area.text.empty() && desk.node.area.contains(area)) return done();
    return refuse(
        "area_not_ours", field, "请选择本单位管辖范围内的区划", "choose an area that belongs to this station"
    );
}

Result<void> line_is_known(const std::string& line, const char* field, bool may_be_empty) {
    if (line.empty() && may_be_empty) return done();
    for (const auto& known : lines_of_duty())
        if (known.id == line) return done();
    return refuse(
        "line_invalid",
        field,
        "没有“" + line + "”这条线，请从列表中选择",
        "there is no line “" + line + "”; choose one of the list"
    );
}

Result<void> person_is_here(const Desk& desk, const PersonId& person, const char* field) {
    if (person_exists(desk.views, person)) return done();
    return refuse("person_unknown", field, "没有这个人员，请先登记", "this person is not listed; add them first");
}

Result<void> person_is_active(const Desk& desk, const PersonId& person, const char* field) {
    BOOST_OUTCOME_TRYV(person_is_here(desk, person, field));
    if (person_state(desk.views, person)->active) return done();
    return refuse("person_inactive", field, "该人员已离岗，请换人或先恢复在岗", "this person has left; choose another");
}

Result<void> name_is_sound(const std::string& name) {
    if (!name.empty() && name.size() <= 90) return done();
    return refuse("name_empty", "name", "请填写姓名（不超过 30 字）", "enter a name of at most 30 characters");
}

Result<void> phone_is_sound(const std::string& phone) {
    const auto digits = std::count_if(phone.begin(), phone.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool clean = phone.find_first_not_of("0123456789+-() ") == std::string::npos;
    if (phone.empty() || (clean && digits >= 5 && digits <= 20)) return done();
    return refuse(
        "phone_invalid", "phone", "电话应为 5 至 20 位数字，可带区号", "a telephone number has 5 to 20 digits"
    );
}

Result<void> reason_is_given(const std::string& reason) {
    if (!reason.empty() && reason.size() <= kTextBytesMax) return done();
    return refuse("reason_empty", "reason", "请写明原因", "give a reason");
}

bool is_date(const std::string& text) {
    return text.size() == 10 && text[4] == '-' && text[7] == '-' && parse_time(text + "T00:00:00+08:00").has_value();
}

std::optional<PersonState> person_state(store::Rows& rows, const PersonId& person) {
    return rows.first<PersonState>("SELECT area, full_time, active, erased FROM person WHERE id = :i", person);
}

std::vector<std::string> lines_of(store::Rows& rows, const PersonId& person) {
    return rows.list<std::string>("SELECT line FROM person_line WHERE person = :p ORDER BY line", person);
}

}  // namespace anlan::organisation
