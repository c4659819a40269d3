#include <fmt/format.h>

#include "documents/html.hpp"
#include "plan/queries.hpp"
#include "response/archive.hpp"

namespace anlan::response {

using documents::escaped;
using documents::html_row;

namespace {

std::string local_time(Instant at) {
    auto text = to_local(at).substr(0, 19);
    text[10] = ' ';
    return text;
}

std::string facts_of(const Review& review) {
    const auto& response = review.response;
    std::string made = "<table>\n";
    made += html_row({"灾种", escaped(response.hazard_name)});
    made += html_row({"级别", plan::roman(response.level) + "级"});
    made += html_row({"预案", escaped(response.plan_title)});
    made += html_row({"启动依据", escaped(response.reason_zh)});
    made += html_row({"应急处置措施", escaped(response.measures.value_or(""))});
    if (response.activated_at)
        made += html_row(
            {"启动", local_time(*response.activated_at) + " " + escaped(response.activated_by_name.value_or(""))}
        );
    if (response.expected_end) made += html_row({"预计期限", local_time(*response.expected_end)});
    if (response.closed_at)
        made += html_row({"终止", local_time(*response.closed_at) + " " + escaped(response.close_reason.value_or(""))});
    if (response.warning_to_response_seconds)
        made += html_row({"预警到启动", fmt::format("{}分钟", *response.warning_to_response_seconds / 60)});
    made += html_row(
        {"叫应",
         fmt::format(
             "{}人，应答{}，升级{}，未应答{}",
             response.calls_total,
             response.calls_answered,
             response.calls_escalated,
             response.calls_open
         )}
    );
    made += html_row(
        {"任务", fmt::format("{}项，完成{}，逾期{}", response.tasks_total, response.tasks_done, response.tasks_late)}
    );
    return made + "</table>\n";
}

std::string answers_of(const Review& review) {
    std::string made =
        "<table>\n<tr><th>被叫应人</th><th>岗位</th><th>区域</th><th>结果</th><th>用时（秒）</th></tr>\n";
    for (const auto& each : review.answer_seconds)
        made += html_row(
            {escaped(each.person_name),
             escaped(each.post_title),
             escaped(each.area_name),
             each.state == "answered" ? "已应答"
             : each.state == "closed" ? "随响应终止"
                                      : "未应答",
             each.seconds ? std::to_string(*each.seconds) : "—"},
            !each.seconds
        );
    return made + "</table>\n";
}

std::string lateness_of(const Review& review) {
    if (review.late_tasks.empty()) return "<p>没有逾期任务。</p>\n";
    std::string made = "<table>\n<tr><th>任务</th><th>责任人</th><th>时限</th><th>完成</th></tr>\n";
    for (const auto& each : review.late_tasks)
        made += html_row(
            {escaped(each.title),
             escaped(each.post_title + " " + each.owner_name.value_or("（空缺）")),
             local_time(each.due_at),
             each.done_at ? local_time(*each.done_at) : "未完成"},
            true
        );
    return made + "</table>\n";
}

std::string story_of(const std::vector<TimelineLine>& timeline) {
    std::string made = "<table>\n";
    for (const auto& line : timeline)
        made += html_row({"<span class=\"time\">" + local_time(line.at) + "</span>", escaped(line.text_zh)}, line.late);
    return made + "</table>\n";
}

}  // namespace

std::string archive_page(
    const Review& review, const std::vector<TimelineLine>& timeline, const journal::NodeFacts& node, Instant now
) {
    const auto title =
        fmt::format("{}{}{}级应急响应档案", node.name, review.response.hazard_name, plan::roman(review.response.level));
    const auto mark = review.response.drill.empty() ? std::string() : std::string("【演练】");
    auto page = documents::html_begin(mark + title);
    if (!mark.empty()) page += "<p class=\"drill\">演练 · " + escaped(review.response.drill) + "</p>\n";
    page += "<h1>" + escaped(mark + title) + "</h1>\n" + facts_of(review);
    page += "<h2>叫应</h2>\n" + answers_of(review);
    page += "<h2>逾期任务</h2>\n" + lateness_of(review);
    page += "<h2>经过</h2>\n" + story_of(timeline);
    page += "<p>导出于 " + local_time(now) + "。同一档案内的 journal.json 为日志原始条目，可与站点日志逐条核对。</p>\n";
    return page + documents::html_end();
}

}  // namespace anlan::response
