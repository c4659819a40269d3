#include "response/summary.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "plan/queries.hpp"
#include "warehouse/queries.hpp"

namespace anlan::response {

using documents::Rank;
using documents::Side;

namespace {

constexpr std::size_t kMilestonesMost = 60;

std::string span_of(std::int64_t seconds) {
    if (seconds < 60) return fmt::format("{}秒", seconds);
    if (seconds < 3600) return fmt::format("{}分{:02}秒", seconds / 60, seconds % 60);
    return fmt::format("{}小时{:02}分", seconds / 3600, seconds / 60 % 60);
}

std::string course(const ResponseAnswer& response) {
    std::string text = response.reason_zh;
    if (!text.empty() && !text.ends_with("。")) text += "。";
    text += documents::chinese_time(response.proposed_at) + "提出启动建议";
    if (response.activated_at) {
        text += "，" + documents::chinese_time(*response.activated_at);
        if (response.activated_by_name) text += "由" + *response.activated_by_name;
        text += "确认启动";
    }
    if (response.closed_at) text += "，" + documents::chinese_time(*response.closed_at) + "结束";
    text += "。";
    if (response.warning_to_response_seconds)
        text += "从收到预警到启动响应用时" + span_of(*response.warning_to_response_seconds) + "。";
    return text;
}

std::string counted(const ResponseAnswer& response) {
    return fmt::format(
        "叫应责任人{}次，应答{}次，逐级升级{}次，超时{}次；分派任务{}项，完成{}项，超时{}项。",
        response.calls_total,
        response.calls_answered,
        response.calls_escalated,
        response.calls_late,
        response.tasks_total,
        response.tasks_done,
        response.tasks_late
    );
}

documents::Table milestones(const Review& review) {
    documents::Table table{"", {{"时间", 3, Side::centre}, {"经过", 9}}, {}};
    for (const auto& line : review.milestones) {
        if (table.rows.size() == kMilestonesMost) break;
        table.rows.push_back({documents::short_time(line.at), line.text_zh});
    }
    return table;
}

std::string answers(const std::vector<AnswerTime>& all) {
    std::vector<std::int64_t> seconds;
    for (const auto& each : all)
        if (each.seconds) seconds.push_back(*each.seconds);
    if (seconds.empty()) return "尚无应答记录。";
    std::ranges::sort(seconds);
    return fmt::format(
        "有应答用时记录{}次：最快{}，中位{}，最慢{}。",
        seconds.size(),
        span_of(seconds.front()),
        span_of(seconds[seconds.size() / 2]),
        span_of(seconds.back())
    );
}

documents::Table slowest(std::vector<AnswerTime> all) {
    std::ranges::sort(all, [](const auto& one, const auto& other) {
        // Who never answered stands first.
        return one.seconds.value_or(1'000'000'000) > other.seconds.value_or(1'000'000'000);
    });
    documents::Table table{
        "应答最慢的十次", {{"村（社区）", 3}, {"岗位", 4}, {"责任人", 2, Side::centre}, {"用时", 3, Side::right}}, {}};
    for (std::size_t i = 0; i < std::min<std::size_t>(all.size(), 10); ++i)
        table.rows.push_back(
            {all[i].area_name,
             all[i].post_title,
             all[i].person_name,
             all[i].seconds ? span_of(*all[i].seconds) : "未应答"}
        );
    return table;
}

documents::Table late_tasks(const std::vector<LateTask>& all) {
    documents::Table table{
        "",
        {{"任务", 5}, {"地点", 2}, {"责任人", 2, Side::centre}, {"时限", 3, Side::centre}, {"超时", 2, Side::right}},
        {}};
    for (const auto& each : all)
        table.rows.push_back(
            {each.title,
             each.area_name,
             each.owner_name.value_or(each.post_title),
             documents::short_time(each.due_at),
             span_of(each.late_seconds)}
        );
    return table;
}

std::string spent(const dispatch::Spent& all) {
    std::string text =
        fmt::format("调拨{}次，费用{}.{:02}元。", all.dispatches, all.cost_fen / 100, all.cost_fen % 100);
    if (all.elsewhere) text += "部分物资由外站仓库调来，归还数以县级账目为准。";
    for (const auto& lesson : all.lessons) text += "经验：" + lesson + (lesson.ends_with("。") ? "" : "。");
    return text;
}

documents::Table supplies(const dispatch::Spent& all) {
    documents::Table table{
        "",
        {{"物资", 4},
         {"出库", 2, Side::right},
         {"归还", 2, Side::right},
         {"消耗", 2, Side::right},
         {"应补充", 2, Side::right}},
        {}};
    for (const auto& each : all.items) {
        const auto amount = [&](std::int64_t quantity) { return warehouse::in_units(quantity, each.grain, each.unit); };
        table.rows.push_back(
            {each.item,
             amount(each.issued),
             amount(each.returned),
             amount(each.used),
             each.short_of > 0 ? amount(each.short_of) : "—"}
        );
    }
    return table;
}

}  // namespace

documents::Official summary_of(const Review& review, const journal::NodeFacts& node, Instant now) {
    const auto& response = review.response;
    documents::Official paper;
    paper.frame = documents::Frame::plain;
    paper.title = fmt::format(
        "{}{}{}级响应复盘小结{}",
        node.name,
        response.hazard_name,
        plan::roman(response.level),
        response.drill.empty() ? "" : "（演练）"
    );
    paper.say("一、基本情况", Rank::first).say(course(response)).say(counted(response));
    paper.say("二、经过", Rank::first);
    if (review.milestones.empty())
        paper.say("没有记录。");
    else
        paper.show(milestones(review));
    paper.say("三、叫应", Rank::first).say(answers(review.answer_seconds));
    if (!review.answer_seconds.empty()) paper.show(slowest(review.answer_seconds));
    paper.say("四、超时任务", Rank::first);
    if (review.late_tasks.empty())
        paper.say("没有超时任务。");
    else
        paper.show(late_tasks(review.late_tasks));
    paper.say("五、物资消耗", Rank::first);
    if (review.supplies.items.empty())
        paper.say("没有动用物资。");
    else
        paper.say(spent(review.supplies)).show(supplies(review.supplies));
    paper.signature = node.name;
    paper.date = documents::chinese_date(now);
    paper.seal_place = false;
    return paper;
}

}  // namespace anlan::response
