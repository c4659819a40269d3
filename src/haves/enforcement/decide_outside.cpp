#include <algorithm>
#include <set>

#include "enforcement/checklists.hpp"
#include "enforcement/commands.hpp"
#include "enforcement/outside_commands.hpp"
#include "enforcement/outside_queries.hpp"
#include "enforcement/rules.hpp"

namespace anlan::enforcement {

namespace {

Result<LinkFacts> link_at(const Desk& desk, const std::string& token) {
    BOOST_OUTCOME_TRYV(real(desk));
    auto link = link_of_token(desk.views, token, desk.now);
    if (!link) return link_unknown();
    return std::move(*link);
}

/// Ten signs without those that are mistaken for one another when a code is read out.
std::string spoken_code(seal::Dice& dice) {
    constexpr std::string_view kSigns = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    std::string code;
    for (int i = 0; i < 10; ++i) code += kSigns[dice.roll() % kSigns.size()];
    return code;
}

Result<void> check_answers(const FileSelfCheck& wish, const Checklist& list) {
    std::set<std::string> answered;
    for (const auto& answer : wish.answers) {
        if (list.find(answer.item) == nullptr || !answered.insert(answer.item).second)
            return refuse(
                "item_unknown", "answers", "检查表里没有这一项，或填了两次", "no such item, or answered twice"
            );
        if (answer.verdict == CheckVerdict::fail) {
            BOOST_OUTCOME_TRYV(check_text(answer.note, "answers", "不合格的请写明情况", "say what is wrong"));
        }
        if (answer.note.size() > kLongestText) return refuse("too_long", "answers", "请不超过 2000 字", "too long");
        BOOST_OUTCOME_TRYV(check_photos(answer.photos, "answers"));
    }
    if (answered.size() != list.items.size())
        return refuse("item_missing", "answers", "还有没填的项目", "some items are not answered");
    return done();
}

}  // namespace

Result<Decision> decide(const MakePartyLink& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(real(desk));
    const auto party = party_at(desk.views, wish.place);
    if (!party) return place_unknown();
    const auto token = seal::to_hex(desk.dice.bytes(20));
    const auto expires = desk.now + std::chrono::hours{24 * policy_count(desk, "enforcement.link_days")};
    auto decision = journal::decided(
        journal::event(desk.new_id(), PartyLinkMade{wish.place, party->name, seal::sm3(token), expires})
    );
    decision.answer = {{"token", token}, {"expires_at", to_rfc3339(expires)}};
    return decision;
}

Result<Decision> decide(const RevokePartyLink& wish, const Desk& desk) {
    const auto link = find_link(desk.views, wish.link);
    if (!link) return link_unknown();
    if (wish.reason.empty()) return refuse("reason_missing", "reason", "请写停用原因", "say why");
    if (link->revoked_at) return Decision{{}, wish.link.text, {}};
    return journal::decided(journal::event(wish.link.text, PartyLinkRevoked{wish.reason}));
}

Result<Decision> decide(const FileSelfCheck& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto link, link_at(desk, wish.token));
    const auto party = party_at(desk.views, link.place);
    if (!party) return link_unknown();
    const auto* list = find_checklist(wish.checklist);
    if (list == nullptr)
        return refuse("checklist_unknown", "checklist", "没有这份检查表", "there is no such check list");
    BOOST_OUTCOME_TRYV(check_answers(wish, *list));
    const auto id = desk.new_id();
    journal::Events events{journal::event(id, SelfCheckFiled{*party, list->key, list->version, wish.answers})};
    // 安全生产法第四十一条：隐患排查治理情况如实记录，并向监管部门报告。
    for (const auto& answer : wish.answers)
        if (answer.verdict == CheckVerdict::fail)
            events.push_back(journal::event(
                desk.new_id(),
                HazardFound{
                    *party,
                    HazardSource::self_check,
                    id,
                    answer.note,
                    list->find(answer.item)->basis,
                    HazardGrade::general,
                    {},
                    "",
                    answer.photos}
            ));
    return journal::decided(std::move(events), id);
}

Result<Decision> decide(const SendProof& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto link, link_at(desk, wish.token));
    const auto order = find_rectification(desk.views, {wish.rectification});
    if (!order || order->place != link.place)
        return refuse("rectification_unknown", "rectification", "没有这份整改指令", "there is no such order");
    return decide(ReportRectified{order->id, wish.text, wish.photos, true}, desk);
}

Result<Decision> decide(const FilePublicReport& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(real(desk));
    BOOST_OUTCOME_TRYV(check_text(wish.what, "what", "请写看到了什么", "say what you saw"));
    BOOST_OUTCOME_TRYV(check_text(wish.where, "where", "请写在哪里", "say where it is"));
    BOOST_OUTCOME_TRYV(check_photos(wish.photos, "photos"));
    if (wish.contact.size() > 60) return refuse("too_long", "contact", "电话太长", "the telephone number is too long");
    const auto code = spoken_code(desk.dice);
    const auto answer_by =
        work_calendar(desk.views).after_working_days(day_at(desk.now), policy_count(desk, "enforcement.report_answer"));
    const auto id = desk.new_id();
    auto event = journal::event(
        id,
        PublicReportFiled{
            wish.what, wish.where, seal::sm3(code), to_text(answer_by), wish.photos, !wish.contact.empty()}
    );
    if (!wish.contact.empty()) event.secrets.push_back({id, "contact", wish.contact, journal::Retention::event_closed});
    auto decision = journal::decided(std::move(event));
    decision.answer = {{"code", code}, {"answer_by", to_text(answer_by)}};
    return decision;
}

Result<Decision> decide(const SortPublicReport& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(real(desk));
    const auto report = find_public_report(desk.views, wish.report);
    if (!report) return refuse("report_unknown", "report", "没有这件举报", "there is no such report");
    // 安全生产法第七十三条、第七十四条：受理举报，核实后督促落实，并答复。
    BOOST_OUTCOME_TRYV(check_text(
        wish.answer, "answer", "请写答复，举报人凭编号可以看到", "write an answer; whoever has the code reads it"
    ));
    journal::Events events{journal::event(wish.report.text, PublicReportSorted{wish.way, wish.answer})};
    if (wish.way == ReportWay::hazard && !wish.place.empty()) {
        const auto party = party_at(desk.views, wish.place);
        if (!party) return place_unknown();
        events.push_back(journal::event(
            desk.new_id(),
            HazardFound{
                *party,
                HazardSource::report,
                wish.report.text,
                report->what,
                "安全生产法第七十四条",
                HazardGrade::general,
                {},
                "",
                report->photos}
        ));
    }
    return journal::decided(std::move(events), wish.report.text);
}

}  // namespace anlan::enforcement
