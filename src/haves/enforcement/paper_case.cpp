#include "enforcement/paper_case.hpp"

#include <fmt/format.h>

#include "enforcement/calendar.hpp"
#include "enforcement/case_queries.hpp"
#include "enforcement/paper_words.hpp"
#include "journal/vault.hpp"

namespace anlan::enforcement {

using documents::Official;

namespace {

/// The whole name: the paper is served to its party, and only officers may take it.
std::string party_of(store::Rows& rows, const CaseFacts& facts) {
    if (facts.party_kind == PartyKind::organisation) return facts.party.name;
    return journal::vault::reveal_or(rows, facts.id.text, "name", "（已删除）");
}

std::string yuan(double amount) {
    return fmt::format("{:.2f}元", amount);
}

documents::Table case_table(store::Rows& rows, const CaseFacts& facts) {
    std::vector<std::vector<std::string>> fields{
        {"案由", facts.authority.act},
        {"当事人", party_of(rows, facts)},
        {"地址", facts.party.address},
        {"处罚依据", facts.authority.basis},
        {"赋权文件", facts.authority.grantor},
        {"程序", facts.procedure == Procedure::simple ? "简易程序" : "普通程序"},
        {"违法行为日期", day_text(facts.act_on)},
        {"承办人员", officers_text(rows, facts.officers)}};
    if (facts.party_kind == PartyKind::citizen)
        fields.insert(
            fields.begin() + 2,
            {"身份证号", journal::vault::reveal_or(rows, facts.id.text, "identity_number", "（已删除）")}
        );
    return field_table(std::move(fields));
}

/// What was in force, and what had grown, on the day of the paper.
struct AtIssue {
    CaseLimits limits;
    double late_fee_yuan = 0;
    std::string review;
};

double decided_amount(const CaseFacts& facts) {
    const auto* decided = facts.last(CaseStep::decided);
    return decided == nullptr ? 0 : decided->words.amount_yuan;
}

const char* word_of(EvidenceKind kind) {
    static constexpr const char* kWords[] = {
        "书证", "物证", "视听资料", "电子数据", "证人证言", "当事人的陈述", "鉴定意见", "勘验笔录、现场笔录"};
    return kWords[static_cast<int>(kind)];
}

/// 行政处罚法第四十四条、第五十九条：违法的事实和证据。 Each kind once, in the order it was taken.
std::string evidence_text(const CaseFacts& facts) {
    std::string text;
    for (const auto& step : facts.steps)
        for (const auto kind : step.words.evidence)
            if (text.find(word_of(kind)) == std::string::npos)
                text += (text.empty() ? "" : "、") + std::string(word_of(kind));
    return text.empty() ? "" : "以上事实有下列证据证明：" + text + "。";
}

/// 行政处罚法第五十九条：处罚的种类和依据、履行的方式和期限、救济的途径和期限。
std::string decision_text(const CaseFacts& facts, const StepWords& words, const std::string& review) {
    const auto fine = fmt::format(
        "依据{}的规定，决定给予罚款{}的行政处罚。自收到本决定书之日起十五日内到指定银行或者通过电子支付系统缴纳罚款；"
        "到期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。",
        facts.authority.basis,
        yuan(words.amount_yuan)
    );
    const auto none =
        fmt::format("依据{}和《中华人民共和国行政处罚法》第三十三条的规定，决定不予罚款。", facts.authority.basis);
    return (words.amount_yuan > 0 ? fine : none) + remedy_text("决定", review);
}

/// What the law wants to be said on a paper of this kind, beside what was entered.
std::string lawful_words(const CaseFacts& facts, PaperKind kind, const StepWords& words, const AtIssue& law) {
    switch (kind) {
        case PaperKind::inquiry_notice:
            return "因调查需要，请你（单位）携带有关资料接受询问；依法享有申请回避、陈述和申辩的权利。";
        case PaperKind::evidence_kept:
            return "依据《中华人民共和国行政处罚法》第五十六条，对上述证据先行登记保存，七个工作日内作出处理决定。保存"
                   "期间，不得销毁或者转移。";
        case PaperKind::seizure:
            return fmt::format(
                       "依据《中华人民共和国行政强制法》第二十四条、第二十五条，查封、扣押期限为{}日。",
                       law.limits.seizure_days
                   ) +
                   remedy_text("决定", law.review);
        case PaperKind::notice:
            return fmt::format(
                "依据{}的规定，拟对你（单位）作出罚款{}的行政处罚。依据《中华人民共和国行政处罚法》第四十四条、"
                "第四十五条，你（单位）有权进行陈述和申辩，请自收到本告知书之日起{}"
                "个工作日内提出；逾期未提出的，视为放弃。",
                facts.authority.basis,
                yuan(words.amount_yuan),
                law.limits.statement_wd
            );
        case PaperKind::hearing_told:
            return fmt::format(
                "依据《中华人民共和国行政处罚法》第六十三条、第六十四条，你（单位）有权要求听证；要求听证的，自收到"
                "本告知书之日起{}个工作日内提出，逾期未提出的，视为放弃。当事人不承担组织听证的费用。",
                law.limits.hearing_request_wd
            );
        case PaperKind::hearing_notice:
            return fmt::format(
                "定于{}公开举行听证，请准时参加；无正当理由不出席的，视为放弃听证。", day_text(words.day)
            );
        case PaperKind::spot_decision:
        case PaperKind::decision:
            return decision_text(facts, words, law.review);
        case PaperKind::instalments:
            return fmt::format("经审查，同意延期（分期）缴纳罚款，至{}缴清。", day_text(words.day));
        case PaperKind::payment_reminder:
            return fmt::format(
                "罚款{}"
                "已逾期，依据《中华人民共和国行政处罚法》第七十二条，每日按罚款数额的百分之三加处罚款，加处罚款的数额"
                "不超出罚款的数额，至今日为{}，请立即缴纳。",
                yuan(decided_amount(facts)),
                yuan(law.late_fee_yuan)
            );
        case PaperKind::late_fee:
            return fmt::format(
                       "你（单位）逾期未缴纳罚款{}"
                       "。依据《中华人民共和国行政处罚法》第七十二条，决定每日按罚款数额的百分之三加处"
                       "罚款，加处罚款的数额不超出罚款的数额；至今日为{}。",
                       yuan(decided_amount(facts)),
                       yuan(law.late_fee_yuan)
                   ) +
                   remedy_text("决定", law.review);
        case PaperKind::urging:
            return fmt::format(
                "依据《中华人民共和国行政强制法》第三十五条、第五十四条催告：请自收到本催告书之日起{}"
                "日内到指定银行或者通过"
                "电子支付系统缴纳罚款{}和加处罚款{}"
                "；逾期仍不履行的，将依法申请人民法院强制执行。你（单位）有权陈述和申辩。",
                law.limits.court_notice_days,
                yuan(decided_amount(facts)),
                yuan(law.late_fee_yuan)
            );
        case PaperKind::court_request:
            return fmt::format(
                "当事人在法定期限内不申请行政复议、不提起行政诉讼，经催告仍不履行行政决定，依据《中华人民共和国行政强制"
                "法》"
                "第五十三条，申请强制执行罚款{}和加处罚款{}。",
                yuan(decided_amount(facts)),
                yuan(law.late_fee_yuan)
            );
        default:
            return {};
    }
}

/// On which the party reads, or a leader weighs, what has been proved.
bool says_evidence(PaperKind kind) {
    return kind == PaperKind::investigation || kind == PaperKind::notice || kind == PaperKind::decision;
}

void say_contents(Official& paper, store::Rows& rows, const std::string& file) {
    documents::Table table{
        "卷内目录",
        {{"序号", 1, documents::Side::centre}, {"文书名称", 4}, {"文号", 4}, {"日期", 3, documents::Side::centre}},
        {}};
    for (const auto& each : papers_of(rows, file)) {
        if (each.kind == PaperKind::cover || each.kind == PaperKind::contents) continue;
        table.rows.push_back(
            {std::to_string(table.rows.size() + 1),
             title_of(each.kind),
             each.text,
             documents::chinese_date(each.issued_at)}
        );
    }
    paper.show(std::move(table));
}

/// The decision that is served, by its number.
void say_served(Official& paper, store::Rows& rows, const PaperFacts& receipt) {
    for (const auto& each : papers_of(rows, receipt.inspection))
        if (each.kind == PaperKind::decision || each.kind == PaperKind::spot_decision)
            paper.say(fmt::format("送达文书：{}，文号为{}。", title_of(each.kind), each.text));
}

void sign(Official& paper, PaperKind kind) {
    switch (kind) {
        case PaperKind::opening:
        case PaperKind::closing:
        case PaperKind::investigation:
        case PaperKind::court_request:
            return sign_lines(paper, {"承办人", "审核人", "负责人"});
        case PaperKind::discussion:
            return sign_lines(paper, {"主持人", "记录人", "参加人"});
        case PaperKind::legal_review:
            return sign_lines(paper, {"审核人"});
        case PaperKind::hearing_record:
            return sign_lines(paper, {"听证主持人", "记录人", "承办人", "当事人"});
        case PaperKind::hearing_report:
            return sign_lines(paper, {"听证主持人", "记录人"});
        case PaperKind::service:
            return sign_lines(paper, {"送达人", "受送达人"});
        case PaperKind::cover:
        case PaperKind::contents:
            return;
        default:
            return sign_lines(paper, {"承办人", "当事人（收件人）"});
    }
}

Official transfer_paper(const PaperFacts& facts, Official paper) {
    const auto moved = from_json_text<MatterTransferred>(facts.detail);
    if (!moved) return paper;
    paper.show(field_table(
        {{"当事人", moved.value().party_name},
         {"地址", moved.value().address},
         {"违法行为", moved.value().act},
         {"事实", moved.value().facts}}
    ));
    paper.say("上述行为不在本机关赋权清单之内，现依法移送处理。理由：" + moved.value().reason);
    sign_lines(paper, {"移送人", "接收人"});
    return paper;
}

}  // namespace

Official case_paper(store::Rows& rows, const PaperFacts& facts, const Authority& authority, Official paper) {
    const auto found = find_case(rows, {facts.inspection});
    if (!found) return transfer_paper(facts, std::move(paper));
    StepWords words = found->steps.front().words;
    if (const auto taken = from_json_text<CaseStepTaken>(facts.detail)) words = taken.value().words;
    const auto limits = case_limits(rows);
    const auto grown = late_fee(*found, day_at(facts.issued_at), limits, work_calendar(rows));
    paper.show(case_table(rows, *found));
    const bool of_file = facts.kind == PaperKind::contents || facts.kind == PaperKind::cover;
    if (!of_file) paper.say("经查：" + found->steps.front().words.text);
    // An invitation to be heard goes before what was heard.
    if (!of_file && words.step != CaseStep::filed && facts.kind != PaperKind::inquiry_notice) paper.say(words.text);
    if (says_evidence(facts.kind)) paper.say(evidence_text(*found));
    if (facts.kind == PaperKind::service) say_served(paper, rows, facts);
    if (const auto said = lawful_words(*found, facts.kind, words, {limits, grown, authority.review}); !said.empty())
        paper.say(said);
    if (of_file) say_contents(paper, rows, facts.inspection);
    sign(paper, facts.kind);
    return paper;
}

}  // namespace anlan::enforcement
