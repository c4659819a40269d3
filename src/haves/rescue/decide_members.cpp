#include "organisation/queries.hpp"
#include "policy/queries.hpp"
#include "rescue/commands.hpp"
#include "rescue/rules.hpp"

namespace anlan::rescue {

namespace {

constexpr std::int64_t kMostPieces = 1'000;

/// What the vault holds for the person beside the name; nothing is written for what was left empty.
std::vector<journal::Secret> secrets_of(const JoinTeam& wish) {
    std::vector<journal::Secret> all;
    if (!wish.emergency_contact.empty())
        all.push_back({wish.person.text, "emergency_contact", wish.emergency_contact, journal::Retention::post_term});
    if (!wish.blood_type.empty())
        all.push_back({wish.person.text, "blood_type", wish.blood_type, journal::Retention::post_term});
    return all;
}

std::vector<std::int64_t> warn_days(const Desk& desk) {
    std::vector<std::int64_t> days;
    for (const auto* key :
         {"certificate.expiry_warn.first", "certificate.expiry_warn.second", "certificate.expiry_warn.last"})
        days.push_back(static_cast<std::int64_t>(policy::number(desk.views, key)));
    return days;
}

bool same(const MemberFacts& member, const JoinTeam& wish) {
    return member.role == wish.role && member.skills == wish.skills && member.size == wish.size;
}

}  // namespace

Result<Decision> decide(const JoinTeam& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRY(const auto team, known_team(desk, wish.team));
    if (!organisation::person_exists(desk.views, wish.person))
        return refuse(
            "person_unknown",
            "person",
            "通讯录里没有这个人，请先在“组织”登记",
            "enter this person under Organisation first"
        );
    const auto now_in = find_member(desk.views, wish.person);
    if (now_in && now_in->team != wish.team) {
        const auto other = find_team(desk.views, now_in->team);
        const auto name = other ? other->name : std::string("另一支队伍");
        return refuse(
            "already_in_team",
            "person",
            "此人已在“" + name + "”，一人只编入一支队伍；请先办理离队",
            "this person is in \"" + name + "\" already; people are in one team only: let them leave it first"
        );
    }
    auto secrets = secrets_of(wish);
    if (now_in && same(*now_in, wish) && secrets.empty()) return Decision{{}, wish.person.text, {}};
    return journal::decided(
        journal::event(wish.person.text, MemberJoined{wish.team, wish.role, wish.skills, wish.size}, std::move(secrets))
    );
}

Result<Decision> decide(const LeaveTeam& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRY(const auto member, known_member(desk, wish.person));
    if (member.team != wish.team)
        return refuse("member_unknown", "person", "此人不在这支队伍", "this person is not in this team");
    if (wish.reason.empty()) return refuse("reason_missing", "reason", "请写离队原因", "say why they leave");
    for (const auto& called : open_calls_of(desk.views, wish.person))
        if (called.will_come() && !world_of_callout(desk.views, called.callout)->is_drill())
            return refuse(
                "still_called_out", "person", "此人正在出动，请先结束集结", "they are out now; end the call-out first"
            );
    return journal::decided(journal::event(wish.person.text, MemberLeft{wish.team, wish.reason}));
}

Result<Decision> decide(const FilePaper& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRYV(known_member(desk, wish.person));
    if (wish.title.empty()) return refuse("title_missing", "title", "请写证件名称", "say which paper it is");
    const auto left = days_until(wish.expires, desk.now);
    if (!wish.expires.empty() && !left)
        return refuse("day_invalid", "expires", "有效期请写成 2027-06-30", "write the last day like 2027-06-30");
    if (left && *left < 0)
        return refuse(
            "paper_expired", "expires", "证件已过期，请更新后再登记", "this paper is over; renew it before entering it"
        );
    std::string id;
    for (const auto& paper : papers_of(desk.views, wish.person))
        if (paper.kind == wish.kind && paper.title == wish.title) id = paper.id.text;
    if (id.empty()) id = desk.new_id();
    std::vector<journal::Secret> number;
    if (!wish.number.empty())
        number.push_back({wish.person.text, "paper:" + id, wish.number, journal::Retention::post_term});
    return journal::decided(journal::event(
        id, PaperFiled{wish.person, wish.kind, wish.title, wish.grade, wish.expires, warn_days(desk)}, std::move(number)
    ));
}

Result<Decision> decide(const CheckPaper& wish, const Desk& desk) {
    const auto paper = find_paper(desk.views, wish.paper);
    if (!paper || !find_member(desk.views, paper->person)) return Decision{{}, wish.paper.text, {}};
    const auto left = days_until(paper->expires, desk.now);
    if (!left) return Decision{{}, wish.paper.text, {}};
    return journal::decided(
        journal::event(wish.paper.text, PaperExpiring{paper->person, paper->kind, paper->title, paper->expires, *left})
    );
}

Result<Decision> decide(const IssueGear& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRYV(known_member(desk, wish.person));
    if (wish.item.empty()) return refuse("item_missing", "item", "请写装备名称", "name the gear");
    if (wish.quantity < 1 || wish.quantity > kMostPieces)
        return refuse("quantity_invalid", "quantity", "数量应为 1 到 1000", "between 1 and 1000");
    return journal::decided(
        journal::event(desk.new_id(), GearIssued{wish.person, wish.item, wish.batch, wish.unit, wish.quantity})
    );
}

Result<Decision> decide(const ReturnGear& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    const auto gear = find_gear(desk.views, wish.gear);
    if (!gear) return refuse("gear_unknown", "gear", "没有这件装备的发放记录", "this gear was never issued");
    if (gear->returned_at) return refuse("already_returned", "gear", "已经归还", "it has been returned already");
    return journal::decided(journal::event(wish.gear.text, GearReturned{wish.note}));
}

}  // namespace anlan::rescue
