#include <algorithm>
#include <set>

#include "enforcement/checklists.hpp"
#include "enforcement/commands.hpp"
#include "enforcement/rules.hpp"
#include "organisation/queries.hpp"

namespace anlan::enforcement {

namespace {

/// The visit of an approved plan, not begun yet.
Result<void> check_visit(const StartInspection& wish, const Desk& desk) {
    if (wish.visit.empty()) return done();
    const auto year = std::atoll(wish.visit.c_str());
    const auto plan = find_plan(desk.views, year);
    const auto known = plan && plan->approved_at &&
                       std::any_of(plan->visits.begin(), plan->visits.end(), [&](const PlannedVisit& each) {
                           return each.key == wish.visit && each.party.place == wish.place;
                       });
    if (!known)
        return refuse("visit_unknown", "visit", "批准的计划里没有这次检查", "the approved plan has no such visit");
    if (inspection_of_visit(desk.views, wish.visit))
        return refuse("already_started", "visit", "这次检查已经开始", "this visit has begun already");
    return done();
}

Refusal already_recorded() {
    return refuse("already_recorded", "inspection", "这次检查已有记录", "this inspection has its record already");
}

bool fails(const RecordInspection& wish, const std::string& item) {
    return std::any_of(wish.hazards.begin(), wish.hazards.end(), [&](const FoundHazard& each) {
        return each.item == item;
    });
}

/// Every item of the list is answered once; what fails is told as a hazard.
Result<void> check_answers(const RecordInspection& wish, const Checklist& list) {
    std::set<std::string> answered;
    for (const auto& answer : wish.answers) {
        if (list.find(answer.item) == nullptr || !answered.insert(answer.item).second)
            return refuse(
                "item_unknown", "answers", "检查表里没有这一项，或填了两次", "no such item, or answered twice"
            );
        if (answer.note.size() > kLongestText)
            return refuse("too_long", "answers", "请不超过 2000 字", "keep it under 2000 characters");
        BOOST_OUTCOME_TRYV(check_photos(answer.photos, "answers"));
        if (answer.verdict == CheckVerdict::fail && !fails(wish, answer.item))
            return refuse(
                "hazard_missing",
                "hazards",
                "第 " + answer.item + " 项不合格，请写明隐患",
                "item " + answer.item + " failed; say what the hazard is"
            );
    }
    for (const auto& item : list.items)
        if (!answered.contains(item.code))
            return refuse(
                "item_missing",
                "answers",
                "第 " + item.code + " 项还没有检查",
                "item " + item.code + " has not been checked"
            );
    return done();
}

Result<void> check_hazard(const FoundHazard& hazard, const Desk& desk) {
    BOOST_OUTCOME_TRYV(check_text(hazard.text, "hazards", "请写明隐患内容", "say what the hazard is"));
    BOOST_OUTCOME_TRYV(check_photos(hazard.photos, "hazards"));
    if (hazard.grade == HazardGrade::general) return done();
    // 安全生产法第一百一十八条：重大事故隐患按判定标准判定；判定人要具名。
    if (hazard.judged_after.empty() || !organisation::person_exists(desk.views, hazard.judged_by))
        return refuse(
            "judge_missing",
            "hazards",
            "判定为重大事故隐患的，要写明判定人和判定标准",
            "a major hazard needs a named judge and the standard it was judged by"
        );
    return done();
}

/// A phone without signal sends the record later. Its clock may be wrong, its count of seconds is not; no record ends
/// before its inspection began.
std::optional<Instant> ended_at(const RecordInspection& wish, const InspectionFacts& inspection, const Desk& desk) {
    const auto since = std::chrono::duration_cast<std::chrono::seconds>(desk.now - inspection.started_at).count();
    if (wish.seconds_ago <= 0 || wish.seconds_ago > since) return std::nullopt;
    return desk.now - std::chrono::seconds{wish.seconds_ago};
}

Decision recorded(const RecordInspection& wish, const InspectionFacts& inspection, const Desk& desk) {
    const auto& id = inspection.id.text;
    auto record = journal::event(
        id,
        InspectionRecorded{
            wish.answers,
            wish.place,
            wish.summary,
            wish.officers,
            wish.party_signature,
            wish.refusal_reason,
            wish.video,
            new_paper(desk, PaperKind::record),
            ended_at(wish, inspection, desk)}
    );
    const auto keep = [&](const char* field, const std::string& value) {
        if (!value.empty()) record.secrets.push_back({id, field, value, journal::Retention::keep});
    };
    keep("representative", wish.representative);
    keep("representative_phone", wish.representative_phone);
    journal::Events events{std::move(record)};
    for (const auto& hazard : wish.hazards) {
        const auto hazard_id = desk.new_id();
        events.push_back(journal::event(
            hazard_id,
            HazardFound{
                inspection.party,
                HazardSource::inspection,
                id,
                hazard.text,
                hazard.basis,
                hazard.grade,
                hazard.judged_by,
                hazard.judged_after,
                hazard.photos}
        ));
        // 安全生产法第七十条、第一百一十八条：重大事故隐患列入清单，报上级挂牌督办。
        if (hazard.grade == HazardGrade::major)
            events.push_back(journal::event(
                hazard_id,
                MajorHazardListed{
                    inspection.party.name,
                    inspection.party.address,
                    hazard.text,
                    hazard.basis,
                    hazard.judged_after,
                    inspection.party.area}
            ));
    }
    if (wish.hazards.empty()) events.push_back(journal::event(id, InspectionClosed{"no_hazard"}));
    return journal::decided(std::move(events), id);
}

}  // namespace

Result<Decision> decide(const StartInspection& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(real(desk));
    const auto party = party_at(desk.views, wish.place);
    if (!party) return place_unknown();
    const auto* list = find_checklist(wish.checklist);
    if (list == nullptr) return refuse("checklist_unknown", "checklist", "请选择检查表", "choose a check list");
    BOOST_OUTCOME_TRY(auto officers, check_officers(desk, wish.officers, wish.no_interest));
    BOOST_OUTCOME_TRYV(check_visit(wish, desk));
    // 安全生产法第六十五条：对执行法律、法规和标准的情况进行监督检查；方案先行。
    return journal::decided(journal::event(
        desk.new_id(),
        InspectionStarted{
            *party,
            list->key,
            list->version,
            std::move(officers),
            wish.occasion,
            wish.visit,
            new_paper(desk, PaperKind::plan)}
    ));
}

Result<Decision> decide(const RecordInspection& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto inspection, inspection_at(desk, wish.inspection));
    if (inspection.record) return already_recorded();
    if (inspection.closed_at)
        return refuse("already_closed", "inspection", "这次检查已中止", "this inspection was abandoned");
    // 行政处罚法第五十五条：主动出示执法证件。
    if (!wish.certificates_shown)
        return refuse(
            "certificates_not_shown",
            "certificates_shown",
            "检查前应主动出示执法证件（行政处罚法第五十五条）",
            "certificates are shown first (Administrative Penalty Law, art. 55)"
        );
    const auto* list = find_checklist(inspection.checklist);
    if (list == nullptr)
        return refuse("checklist_unknown", "checklist", "检查表已停用", "the check list is no longer kept");
    BOOST_OUTCOME_TRYV(check_answers(wish, *list));
    for (const auto& hazard : wish.hazards) {
        BOOST_OUTCOME_TRYV(check_hazard(hazard, desk));
    }
    // 安全生产法第六十八条：检查的时间、地点、内容、发现的问题及其处理情况，书面记录，双方签字。
    BOOST_OUTCOME_TRYV(check_text(wish.place, "place", "请写检查地点", "say where it was inspected"));
    BOOST_OUTCOME_TRYV(check_text(wish.summary, "summary", "请写检查情况", "say what was found"));
    BOOST_OUTCOME_TRYV(check_signatures(inspection.officers, wish.officers, wish.party_signature, wish.refusal_reason));
    return recorded(wish, inspection, desk);
}

Result<Decision> decide(const AbandonInspection& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto inspection, inspection_at(desk, wish.inspection));
    if (inspection.record) return already_recorded();
    if (inspection.closed_at) return Decision{{}, wish.inspection.text, {}};
    if (wish.reason.empty()) return refuse("reason_missing", "reason", "请写中止原因", "say why it could not be made");
    return journal::decided(journal::event(wish.inspection.text, InspectionAbandoned{wish.reason}));
}

}  // namespace anlan::enforcement
