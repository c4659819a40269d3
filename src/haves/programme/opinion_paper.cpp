#include "programme/opinion_paper.hpp"

#include <fmt/format.h>

namespace anlan::programme {

namespace {

documents::Table by_have(const AcceptanceConcluded& told) {
    using documents::Side;
    documents::Table table{
        "", {{"八个有", 5}, {"满分", 1, Side::right}, {"得分", 1, Side::right}, {"不适用项", 1, Side::right}}, {}};
    for (const auto& have : shipped_sheet().haves) {
        double points = 0, out_of = 0;
        int left_out = 0;
        for (const auto& score : told.scores) {
            if (score.item.substr(0, 1) != have.id) continue;
            if (score.not_applicable) {
                ++left_out;
                continue;
            }
            points += score.points;
            out_of += score.out_of;
        }
        table.rows.push_back(
            {have.title_zh,
             fmt::format("{:.2f}", out_of),
             fmt::format("{:.2f}", points),
             left_out == 0 ? "—" : std::to_string(left_out)}
        );
    }
    return table;
}

}  // namespace

std::string result_zh(AcceptanceResult result) {
    switch (result) {
        case AcceptanceResult::excellent_candidate:
            return "优秀候选";
        case AcceptanceResult::good:
            return "良好";
        case AcceptanceResult::pass:
            return "合格";
        case AcceptanceResult::rectify:
            break;
    }
    return "限期整改";
}

std::string result_en(AcceptanceResult result) {
    switch (result) {
        case AcceptanceResult::excellent_candidate:
            return "candidate for excellent";
        case AcceptanceResult::good:
            return "good";
        case AcceptanceResult::pass:
            return "pass";
        case AcceptanceResult::rectify:
            break;
    }
    return "to be put right";
}

documents::Official opinion_paper(
    const AcceptanceFacts& facts,
    const std::string& station,
    const std::vector<FixFacts>& fixes,
    const std::string& issuer
) {
    using documents::Rank;
    const auto& told = *facts.conclusion;
    documents::Official paper;
    paper.frame = documents::Frame::plain;
    paper.title = station + "标准化应急管理站验收意见";
    paper.say("一、申请和评审", Rank::first);
    paper.say(fmt::format(
        "{}于{}申请验收，按评分表（{}版）逐项评审 {} 项。",
        station,
        documents::chinese_date(facts.applied_at),
        told.sheet,
        told.scores.size()
    ));
    paper.say("二、得分", Rank::first);
    paper.show(by_have(told));
    paper.say(fmt::format("总分 {:.2f} 分（折合百分制），其中动态检验 {:.2f} 分。", told.total, told.dynamic));
    if (!told.gates.empty()) paper.say(fmt::format("一票否决项：{}。", fmt::join(told.gates, "、")));
    paper.say("三、整改", Rank::first);
    for (const auto& fix : fixes)
        paper.say(fmt::format(
            "{}（第 {} 次）：{}，限 {} 前；整改情况：{}{}。",
            fix.item,
            fix.round,
            fix.what,
            fix.until,
            fix.note.empty() ? "—" : fix.note,
            fix.accepted_at ? "，已验收通过" : ""
        ));
    if (fixes.empty()) paper.say("没有需要整改的事项。");
    paper.say("四、验收结论", Rank::first);
    paper.say(fmt::format("结果：{}。", result_zh(told.result)));
    paper.say(told.opinion);
    paper.signature = issuer;
    paper.date = documents::chinese_date(*facts.concluded_at);
    return paper;
}

}  // namespace anlan::programme
