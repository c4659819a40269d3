#include "exercise/paper.hpp"

#include <fmt/format.h>

namespace anlan::exercise {

using documents::Rank;
using documents::Side;

namespace {

const char* word_of(ExerciseKind kind) {
    switch (kind) {
        case ExerciseKind::tabletop:
            return "桌面演练";
        case ExerciseKind::full:
            return "实战演练";
        case ExerciseKind::blind:
            return "双盲演练";
        case ExerciseKind::single:
            return "专项演练";
        case ExerciseKind::combined:
            return "综合演练";
        case ExerciseKind::village:
            return "村级避险演练";
    }
    return "";
}

const char* word_of(Mark mark) {
    switch (mark) {
        case Mark::met:
            return "达到";
        case Mark::partly:
            return "部分达到";
        case Mark::missed:
            return "未达到";
    }
    return "";
}

documents::Table scores(const ExerciseDetail& detail) {
    documents::Table table{
        "评估表",
        {{"序号", 1, Side::centre}, {"注入", 4}, {"应有行动", 4}, {"系统记录", 4}, {"得分", 1, Side::centre}},
        {}};
    for (const auto& line : detail.lines)
        table.rows.push_back(
            {std::to_string(line.index + 1),
             line.inject.text,
             line.inject.expected,
             line.verdict.measured.empty() ? "—" : line.verdict.measured,
             line.verdict.judged ? std::to_string(line.verdict.points) : "未评"}
        );
    return table;
}

documents::Table improvements(const ExerciseDetail& detail) {
    documents::Table table{
        "整改清单",
        {{"问题和措施", 6}, {"责任人", 2, Side::centre}, {"期限", 2, Side::centre}, {"情况", 2, Side::centre}},
        {}};
    for (const auto& each : detail.improvements)
        table.rows.push_back(
            {each.text, each.owner_name, documents::short_time(each.due), each.done_at ? "已完成" : "整改中"}
        );
    return table;
}

void say_basics(documents::Official& paper, const ExerciseDetail& detail) {
    const auto& brief = detail.brief;
    paper.say("一、基本情况", Rank::first);
    paper.say(
        fmt::format("演练类型：{}。计划时间：{}。", word_of(brief.kind), documents::chinese_time(brief.planned_at))
    );
    if (brief.begun_at && brief.held_at)
        paper.say(fmt::format(
            "开始：{}。结束：{}。", documents::chinese_time(*brief.begun_at), documents::chinese_time(*brief.held_at)
        ));
    if (!detail.basis.empty()) paper.say("依据：" + detail.basis + "。");
    if (!detail.units.empty()) paper.say("参演单位：" + detail.units + "。");
    if (!detail.scenario.empty()) paper.say("情景：" + detail.scenario);
    paper.say("二、演练目标", Rank::first);
    int number = 0;
    for (const auto& each : detail.objectives) paper.say(fmt::format("{}．{}", ++number, each));
}

}  // namespace

documents::Official paper_of(const ExerciseDetail& detail, const std::string& issuer, Instant now) {
    documents::Official paper;
    paper.frame = documents::Frame::plain;
    paper.title = detail.brief.title + "评估报告";
    say_basics(paper, detail);
    paper.say("三、评估结果", Rank::first);
    if (detail.score_now)
        paper.say(fmt::format(
            "共 {} 条注入，评定 {} 条，综合得分 {} 分。", detail.lines.size(), detail.brief.judged, *detail.score_now
        ));
    paper.show(scores(detail));
    paper.say("四、观察记录", Rank::first);
    for (const auto& each : detail.observations)
        paper.say(fmt::format(
            "{} {}（第 {} 条，{}）{}",
            documents::short_time(each.at),
            each.observer_name,
            each.index + 1,
            word_of(each.mark),
            each.fact
        ));
    paper.say("五、总结和整改", Rank::first);
    if (!detail.summary.empty()) paper.say(detail.summary);
    if (!detail.improvements.empty()) paper.show(improvements(detail));
    paper.signature = issuer;
    paper.date = documents::chinese_date(now);
    return paper;
}

}  // namespace anlan::exercise
