#include "enforcement/paper.hpp"

#include <fmt/format.h>

#include "enforcement/checklists.hpp"
#include "enforcement/paper_case.hpp"
#include "enforcement/paper_words.hpp"
#include "journal/vault.hpp"
#include "organisation/queries.hpp"

namespace anlan::enforcement {

using documents::Official;
using documents::Rank;

namespace {

template <class E>
E read(const PaperFacts& paper) {
    auto body = from_json_text<E>(paper.detail);
    ensure(body.has_value(), "a paper keeps the event it prints");
    return std::move(body.value());
}

const char* word_of(CheckVerdict verdict) {
    static constexpr const char* kWords[] = {"合格", "不合格", "不适用"};
    return kWords[static_cast<int>(verdict)];
}

const char* word_of(HazardGrade grade) {
    return grade == HazardGrade::major ? "重大事故隐患" : "一般隐患";
}

const char* word_of(Measure measure) {
    static constexpr const char* kWords[] = {
        "责令立即排除", "责令撤出作业人员", "责令停止使用相关设施设备", "责令暂时停产停业"};
    return kWords[static_cast<int>(measure)];
}

void say_hazards(Official& paper, store::Rows& rows, const std::vector<HazardId>& ids) {
    documents::Table table{
        "",
        {{"序号", 1, documents::Side::centre}, {"问题（隐患）", 6}, {"依据", 3}, {"等级", 2, documents::Side::centre}},
        {}};
    for (const auto& id : ids)
        if (const auto hazard = find_hazard(rows, id))
            table.rows.push_back(
                {std::to_string(table.rows.size() + 1), hazard->text, hazard->basis, word_of(hazard->grade)}
            );
    paper.show(std::move(table));
}

Official plan_paper(store::Rows& rows, const PaperFacts& facts, Official paper) {
    const auto started = read<InspectionStarted>(facts);
    const auto* list = find_checklist(started.checklist);
    paper.show(field_table(
        {{"检查对象", started.party.name},
         {"地址", started.party.address},
         {"风险等级", started.party.grade},
         {"检查时间", documents::chinese_date(facts.issued_at)},
         {"检查人员", officers_text(rows, started.officers)},
         {"检查内容", fmt::format("{}（{}版）", list == nullptr ? "" : list->title_zh, started.checklist_version)},
         {"检查方式", "现场检查、查阅资料、询问有关人员，全过程文字和音像记录"}}
    ));
    sign_lines(paper, {"编制人", "审批人"});
    return paper;
}

Official record_paper(store::Rows& rows, const PaperFacts& facts, Official paper) {
    const auto record = read<InspectionRecorded>(facts);
    const auto inspection = find_inspection(rows, {facts.inspection}).value();
    const auto said = journal::vault::reveal_or(rows, facts.inspection, "representative", "");
    paper.show(field_table(
        {{"被检查单位", inspection.party.name},
         {"地址", inspection.party.address},
         {"现场负责人", said},
         {"检查地点", record.place},
         {"检查时间",
          documents::chinese_time(inspection.started_at) + "至" +
              documents::chinese_time(record.ended_at.value_or(facts.issued_at))},
         {"检查人员", officers_text(rows, inspection.officers)},
         {"音像记录", record.video.empty() ? "见现场照片" : record.video}}
    ));
    paper.say("检查人员已出示执法证件，说明来意，告知依法享有的陈述、申辩和申请回避的权利以及配合检查的义务。");
    documents::Table table{
        "检查内容",
        {{"序号", 1, documents::Side::centre}, {"检查项目", 6}, {"结果", 2, documents::Side::centre}, {"情况", 3}},
        {}};
    const auto* list = find_checklist(inspection.checklist);
    for (const auto& answer : record.answers) {
        const auto* item = list == nullptr ? nullptr : list->find(answer.item);
        table.rows.push_back({answer.item, item == nullptr ? "" : item->text, word_of(answer.verdict), answer.note});
    }
    paper.show(std::move(table));
    paper.say("检查情况：" + record.summary);
    std::vector<HazardId> found;
    for (const auto& hazard : hazards_of(rows, facts.inspection)) found.push_back(hazard.id);
    if (!found.empty()) say_hazards(paper, rows, found);
    if (record.party_signature.empty()) paper.say("被检查单位拒绝签名：" + record.refusal_reason);
    sign_lines(paper, {"检查人员", "被检查单位现场负责人"});
    return paper;
}

Official measure_paper(store::Rows& rows, const PaperFacts& facts, const Authority& authority, Official paper) {
    const auto taken = read<MeasureTaken>(facts);
    const auto inspection = find_inspection(rows, {facts.inspection}).value();
    paper.addressee = inspection.party.name;
    paper.say("本机关在检查中发现你单位存在下列事故隐患：");
    say_hazards(paper, rows, taken.hazards);
    paper.say(fmt::format(
        "依据《中华人民共和国安全生产法》第六十五条第一款第三项的规定，现作出如下现场处理措施决定：{}。{}",
        word_of(taken.measure),
        taken.text
    ));
    paper.say(remedy_text("决定", authority.review));
    sign_lines(paper, {"执法人员", "被检查单位现场负责人"});
    return paper;
}

Official order_paper(store::Rows& rows, const PaperFacts& facts, const Authority& authority, Official paper) {
    const auto ordered = read<RectificationOrdered>(facts);
    const auto inspection = find_inspection(rows, ordered.inspection).value();
    paper.addressee = ordered.party_name;
    paper.say("经查，你单位存在下列问题：");
    say_hazards(paper, rows, ordered.hazards);
    paper.say(fmt::format(
        "现责令你单位对上述问题于{}前整改完毕，达到有关法律法规规章和标准规定的要求。整改要求：{}",
        day_text(ordered.due),
        ordered.demands
    ));
    paper.say(
        "由此造成事故的，依法追究有关人员的责任。整改期间，你单位应当采取措施，确保安全。整改完毕后，可以提前申请复查。"
    );
    paper.say(remedy_text("指令", authority.review));
    paper.say("检查人员：" + officers_text(rows, inspection.officers));
    sign_lines(paper, {"检查人员", "被检查单位负责人"});
    return paper;
}

Official recheck_paper(store::Rows& rows, const PaperFacts& facts, Official paper) {
    const auto rechecked = read<RectificationRechecked>(facts);
    const auto order = find_rectification(rows, {facts.subject}).value();
    paper.addressee = order.party_name;
    for (const auto& other : papers_of(rows, facts.inspection))
        if (other.kind == PaperKind::order && other.subject == facts.subject)
            paper.say(fmt::format(
                "本机关于{}作出了责令限期整改的决定，文号为{}。经对你单位整改情况进行复查，提出如下意见：",
                documents::chinese_date(other.issued_at),
                other.text
            ));
    documents::Table table{"", {{"问题（隐患）", 6}, {"复查结果", 2, documents::Side::centre}, {"情况", 3}}, {}};
    for (const auto& each : rechecked.hazards) {
        const auto hazard = find_hazard(rows, each.hazard);
        table.rows.push_back({hazard ? hazard->text : "", each.removed ? "已整改" : "未整改", each.note});
    }
    paper.show(std::move(table));
    paper.say("复查意见：" + rechecked.opinion);
    if (!rechecked.passed) paper.say("对未按期整改的，本机关将依法立案处理或者移送有权机关。");
    paper.say("复查人员：" + officers_text(rows, rechecked.officers));
    sign_lines(paper, {"复查人员", "被复查单位负责人"});
    return paper;
}

}  // namespace

Authority authority_of(store::Rows& rows, const AreaCode& area, const std::string& name) {
    // 行政复议法第二十四条：对部门、下一级政府和派出机关的行政行为，由本级人民政府复议。
    if (area.level() == Level::county) return {name + "应急管理局", name + "人民政府"};
    const auto above = area.level() == Level::town ? organisation::area_name(rows, area.parent()) : std::string();
    const auto review = above.empty() ? std::string("上一级人民政府") : above + "人民政府";
    return {above + name + (name.ends_with("街道") ? "办事处" : "人民政府"), review};
}

Official paper_of(store::Rows& rows, const PaperFacts& facts, const Authority& authority) {
    auto form = form_of(facts, authority.name);
    switch (facts.kind) {
        case PaperKind::plan:
            return plan_paper(rows, facts, std::move(form));
        case PaperKind::record:
            return record_paper(rows, facts, std::move(form));
        case PaperKind::measure:
            return measure_paper(rows, facts, authority, std::move(form));
        case PaperKind::order:
            return order_paper(rows, facts, authority, std::move(form));
        case PaperKind::recheck:
            return recheck_paper(rows, facts, std::move(form));
        default:
            return case_paper(rows, facts, authority, std::move(form));
    }
}

}  // namespace anlan::enforcement
