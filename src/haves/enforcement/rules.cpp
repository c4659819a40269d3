#include "enforcement/rules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/attachment_id.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::enforcement {

using journal::Desk;
using std::chrono::days;

Result<void> real(const Desk& desk) {
    if (!desk.world.is_drill()) return done();
    return refuse(
        "enforcement_is_real",
        "",
        "执法只在真实环境办理，演练中不能操作",
        "enforcement is real; it cannot be done in a drill"
    );
}

Result<InspectionFacts> inspection_at(const Desk& desk, const InspectionId& id) {
    BOOST_OUTCOME_TRYV(real(desk));
    auto found = find_inspection(desk.views, id);
    if (!found) return refuse("inspection_unknown", "inspection", "没有这次检查", "there is no such inspection");
    return std::move(*found);
}

Result<RectificationFacts> rectification_at(const Desk& desk, const RectificationId& id) {
    BOOST_OUTCOME_TRYV(real(desk));
    auto found = find_rectification(desk.views, id);
    if (!found) return refuse("rectification_unknown", "rectification", "没有这份整改指令", "there is no such order");
    return std::move(*found);
}

Refusal place_unknown() {
    return refuse(
        "place_unknown",
        "place",
        "企业和场所名录里没有这一家，请先在名录中登记",
        "it is not in the register of enterprises and places; enter it there first"
    );
}

Result<void> check_text(const std::string& text, const std::string& field, const char* zh, const char* en) {
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) return refuse("text_missing", field, zh, en);
    if (text.size() > kLongestText)
        return refuse("too_long", field, "请不超过 2000 字", "keep it under 2000 characters");
    return done();
}

Result<void> check_photos(const std::vector<std::string>& photos, const std::string& field) {
    for (const auto& photo : photos)
        if (!is_attachment_id(photo))
            return refuse(
                "photo_invalid", field, "照片没有传好，请重新拍摄上传", "the photo did not arrive; take it again"
            );
    return done();
}

namespace {

Refusal uncertified(const Desk& desk, const PersonId& person) {
    const auto name = organisation::person_name(desk.views, person);
    return refuse(
        "officer_uncertified",
        "officers",
        fmt::format("{}没有登记执法证，不能参加检查；请在“执法人员证件”中登记", name.empty() ? "该人员" : name),
        "an officer has no certificate in the register and cannot inspect"
    );
}

Refusal expired(const Desk& desk, const Officer& officer) {
    return refuse(
        "certificate_expired",
        "officers",
        fmt::format(
            "{}的执法证（{}）已于{}到期，不能执法；换证后请更新登记，或另派持证人员",
            organisation::person_name(desk.views, officer.person),
            officer.certificate,
            officer.expires_on
        ),
        fmt::format(
            "certificate {} expired on {}; renew it in the register or send another officer",
            officer.certificate,
            officer.expires_on
        )
    );
}

}  // namespace

Result<std::vector<Officer>> check_officers(const Desk& desk, const std::vector<PersonId>& persons, bool no_interest) {
    // 行政处罚法第四十二条：执法人员不得少于两人。
    const auto fewest = static_cast<std::size_t>(policy_count(desk, "enforcement.officers"));
    if (persons.size() < fewest)
        return refuse(
            "officers_too_few",
            "officers",
            fmt::format("执法人员不得少于{}人（行政处罚法第四十二条）", fewest),
            fmt::format("at least {} officers are needed (Administrative Penalty Law, art. 42)", fewest)
        );
    std::vector<Officer> officers;
    const auto today = to_text(day_at(desk.now));
    for (const auto& person : persons) {
        for (const auto& other : officers)
            if (other.person == person)
                return refuse("officer_twice", "officers", "同一人只能算一名执法人员", "one person counts once");
        const auto certificate = certificate_of(desk.views, person);
        if (!certificate) return uncertified(desk, person);
        if (certificate->expires_on < today) return expired(desk, *certificate);
        officers.push_back(*certificate);
    }
    // 行政处罚法第四十三条：与案件有直接利害关系的应当回避。
    if (!no_interest)
        return refuse(
            "interest_declared",
            "no_interest",
            "请确认执法人员与当事人没有利害关系；有的应当回避，另派人员（行政处罚法第四十三条）",
            "confirm that nothing ties the officers to the party; whoever is tied stands back (art. 43)"
        );
    return officers;
}

Result<void> check_signatures(
    const std::vector<Officer>& officers,
    const std::vector<Signature>& signed_by,
    const std::string& party_signature,
    const std::string& refusal_reason
) {
    for (const auto& officer : officers) {
        const auto own = std::find_if(signed_by.begin(), signed_by.end(), [&](const Signature& each) {
            return each.person == officer.person;
        });
        if (own == signed_by.end())
            return refuse("signature_missing", "officers", "每名执法人员都要签名", "every officer must sign");
        BOOST_OUTCOME_TRYV(check_photos({own->picture}, "officers"));
    }
    if (!party_signature.empty()) return check_photos({party_signature}, "party_signature");
    if (refusal_reason.empty())
        return refuse(
            "refusal_missing",
            "party_signature",
            "请被检查单位负责人签名；拒绝签名的，写明情况（安全生产法第六十八条）",
            "the party signs; if it refuses, say how (Work Safety Law, art. 68)"
        );
    return check_text(refusal_reason, "refusal_reason", "请写明拒签情况", "say how it refused");
}

Paper new_paper(const Desk& desk, PaperKind kind, int ahead) {
    const auto year = std::stoll(to_text(day_at(desk.now)).substr(0, 4));
    const auto last = desk.views.value<std::int64_t>(
        "SELECT COALESCE(MAX(number), 0) FROM enforcement_paper WHERE kind = :k AND year = :y", kind, std::int64_t{year}
    );
    Paper paper{desk.new_id(), kind, year, last.value_or(0) + 1 + ahead, {}};
    auto name = desk.node.name;
    for (const auto* tail : {"街道办事处", "街道", "镇", "市", "县", "乡"})
        if (name.size() > std::string_view(tail).size() && name.ends_with(tail)) {
            name.resize(name.size() - std::string_view(tail).size());
            break;
        }
    paper.text = fmt::format("（{}）应急{}〔{}〕{}号", name, mark_of(kind), year, paper.number);
    return paper;
}

OrderDays order_days(const Desk& desk, Day due) {
    const auto remind = due - days{policy_count(desk, "enforcement.remind_before")};
    return {to_text(std::max(remind, day_at(desk.now))), to_text(due + days{policy_count(desk, "hazard.recheck")})};
}

Result<Day> check_due(const Desk& desk, const std::string& due, const std::string& field, Day from) {
    BOOST_OUTCOME_TRY(const auto day, parse_day(due, field));
    if (day < day_at(desk.now))
        return refuse("due_past", field, "期限不能早于今天", "the last day cannot lie in the past");
    const auto longest = policy_count(desk, "enforcement.rectify_longest");
    if (day > from + days{longest})
        return refuse(
            "due_too_far",
            field,
            fmt::format(
                "整改期限最长 {} 天（{} 以前）；确需更久，到期前申请延期", longest, to_text(from + days{longest})
            ),
            fmt::format("an order may set at most {} days; ask for an extension later if more is needed", longest)
        );
    return day;
}

int policy_count(const Desk& desk, const std::string& key) {
    return static_cast<int>(policy::number(desk.views, key));
}

}  // namespace anlan::enforcement
