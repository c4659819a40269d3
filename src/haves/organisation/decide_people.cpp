#include "journal/vault.hpp"
#include "organisation/answers.hpp"
#include "organisation/queries.hpp"
#include "organisation/rules.hpp"

namespace anlan::organisation {

namespace {

std::vector<journal::Secret> secrets_of(
    const PersonId& person, const std::optional<std::string>& name, const std::optional<std::string>& phone
) {
    std::vector<journal::Secret> secrets;
    if (name) secrets.push_back({person.text, "name", *name, journal::Retention::post_term});
    if (phone) secrets.push_back({person.text, "phone", *phone, journal::Retention::post_term});
    return secrets;
}

Result<void> lines_are_known(const std::vector<std::string>& lines) {
    for (const auto& line : lines) {
        BOOST_OUTCOME_TRYV(line_is_known(line, "lines", false));
    }
    return done();
}

Result<void> is_sound(const AddPerson& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(name_is_sound(wish.name));
    BOOST_OUTCOME_TRYV(phone_is_sound(wish.phone));
    BOOST_OUTCOME_TRYV(area_is_ours(desk, wish.area, "area"));
    return lines_are_known(wish.lines);
}

journal::Event added(const AddPerson& wish, const PersonId& id) {
    return journal::event(
        id.text, PersonAdded{wish.area, wish.full_time, wish.lines}, secrets_of(id, wish.name, wish.phone)
    );
}

bool differs(const std::optional<std::string>& wanted, store::Rows& rows, const PersonId& person, const char* field) {
    return wanted && *wanted != journal::vault::reveal(rows, person.text, field).value_or("");
}

/// A name or number written into a reason would outlive the erasing.
bool names_person(const std::string& reason, store::Rows& rows, const PersonId& person) {
    for (const auto* field : {"name", "phone"}) {
        const auto value = journal::vault::reveal(rows, person.text, field).value_or("");
        if (!value.empty() && reason.find(value) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

Result<Decision> decide(const AddPerson& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(is_sound(wish, desk));
    return journal::decided(added(wish, PersonId{desk.new_id()}));
}

Result<Decision> decide(const AddPeople& wish, const Desk& desk) {
    Decision decision;
    decision.subject = "people";
    json::array ids;
    for (std::size_t i = 0; i < wish.people.size(); ++i) {
        const auto sound = is_sound(wish.people[i], desk);
        if (!sound) {
            auto refusal = sound.error();
            refusal.field = "people[" + std::to_string(i) + "]." + refusal.field;
            return refusal;
        }
        const PersonId id{desk.new_id()};
        ids.push_back(json::string(id.text));
        decision.events.push_back(added(wish.people[i], id));
    }
    decision.answer.emplace("ids", std::move(ids));
    return decision;
}

Result<Decision> decide(const ChangePerson& wish, const Desk& desk) {
    const auto now = person_state(desk.views, wish.person);
    if (!now) return refuse("person_unknown", "person", "没有这个人员", "this person is not listed");
    if (now->erased)
        return refuse(
            "already_erased", "person", "该人员信息已删除，请重新登记", "this person was erased; add them anew"
        );
    if (wish.name) {
        BOOST_OUTCOME_TRYV(name_is_sound(*wish.name));
    }
    if (wish.phone) {
        BOOST_OUTCOME_TRYV(phone_is_sound(*wish.phone));
    }
    const auto area = wish.area.value_or(now->area);
    BOOST_OUTCOME_TRYV(area_is_ours(desk, area, "area"));
    const auto before = lines_of(desk.views, wish.person);
    const auto lines = wish.lines.value_or(before);
    BOOST_OUTCOME_TRYV(lines_are_known(lines));
    const bool new_name = differs(wish.name, desk.views, wish.person, "name");
    const bool new_phone = differs(wish.phone, desk.views, wish.person, "phone");
    const PersonChanged changed{
        area, wish.full_time.value_or(now->full_time), lines, wish.active.value_or(now->active), new_phone};
    const bool same = area == now->area && changed.full_time == now->full_time && changed.active == now->active &&
                      lines == before && !new_name && !new_phone;
    if (same) return Decision{{}, wish.person.text, {}};
    return journal::decided(journal::event(
        wish.person.text,
        changed,
        secrets_of(wish.person, new_name ? wish.name : std::nullopt, new_phone ? wish.phone : std::nullopt)
    ));
}

Result<Decision> decide(const TestPhone& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(person_is_here(desk, wish.person, "person"));
    if (journal::vault::reveal(desk.views, wish.person.text, "phone").value_or("").empty())
        return refuse("phone_missing", "phone", "尚未登记电话，请先补录", "no number is listed yet; enter one first");
    return journal::decided(journal::event(wish.person.text, PhoneTested{wish.result, wish.note}));
}

Result<Decision> decide(const ShowPerson& wish, const Desk& desk) {
    auto person = person_row(desk.views, wish.person);
    if (!person) return refuse("person_unknown", "person", "没有这个人员", "this person is not listed");
    Decision decision;
    decision.subject = wish.person.text;
    decision.answer = to_json(*person).as_object();
    if (wish.reason.empty()) return decision;
    decision.answer.insert_or_assign(
        "phone", journal::vault::reveal(desk.views, wish.person.text, "phone").value_or("")
    );
    decision.events.push_back(journal::event(wish.person.text, PhoneShown{wish.reason}));
    return decision;
}

Result<Decision> decide(const ErasePerson& wish, const Desk& desk) {
    const auto now = person_state(desk.views, wish.person);
    if (!now) return refuse("person_unknown", "person", "没有这个人员", "this person is not listed");
    if (now->erased) return Decision{{}, wish.person.text, {}};
    BOOST_OUTCOME_TRYV(reason_is_given(wish.reason));
    if (names_person(wish.reason, desk.views, wish.person))
        return refuse(
            "reason_names_person",
            "reason",
            "原因会长期留在日志里，请不要写姓名或电话",
            "the reason stays in the journal; leave name and number out of it"
        );
    Decision decision;
    decision.subject = wish.person.text;
    for (const auto& post : posts_held_by(desk.views, wish.person))
        decision.events.push_back(journal::event(post.id.text, PostVacated{wish.person, "person_erased"}));
    auto erased = journal::event(wish.person.text, PersonErased{wish.reason});
    erased.forgets.push_back(wish.person.text);
    decision.events.push_back(std::move(erased));
    return decision;
}

}  // namespace anlan::organisation
