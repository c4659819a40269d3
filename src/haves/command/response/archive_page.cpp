#include <fmt/format.h>

#include "plan/queries.hpp"
#include "response/archive.hpp"

namespace anlan::response {

namespace {

constexpr const char* kStyle =
    "body{font:15px/1.6 'Noto Sans CJK SC','Microsoft YaHei',sans-serif;color:#14202e;max-width:60em;margin:2em "
    "auto;padding:0 1em}"
    "h1{font-size:1.5em}h2{font-size:1.15em;margin-top:2em;border-bottom:1px solid #ccd5e0}"
    "table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #e3e9f0;padding:.3em .5em;text-align:left;"
    "vertical-align:top}.late{color:#a8131a}.drill{background:repeating-linear-gradient(45deg,#fff1e3,#fff1e3 "
    "12px,#fff 12px,"
    "#fff 24px);padding:.4em 1em;font-weight:bold}.time{white-space:nowrap;font-variant-numeric:tabular-nums}";

std::string local_time(Instant at) {
    auto text = to_local(at).substr(0, 19);
    text[10] = ' ';
    return text;
}

std::string row(std::initializer_list<std::string> cells, bool late = false) {
    std::string made = late ? "<tr class=\"late\">" : "<tr>";
    for (const auto& cell : cells) made += "<td>" + cell + "</td>";
    return made + "</tr>\n";
}

std::string facts_of(const Review& review) {
    const auto& response = review.response;
    std::string made = "<table>\n";
    made += row({"灾种", escaped(response.hazard_name)});
    made += row({"级别", plan::roman(response.level) + "级"});
    made += row({"预案", escaped(response.plan_title)});
    made += row({"启动依据", escaped(response.reason_zh)});
    made += row({"应急处置措施", escaped(response.measures.value_or(""))});
    if (response.activated_at)
        made +=
            row({"启动", local_time(*response.activated_at) + " " + escaped(response.activated_by_name.value_or(""))});
    if (response.expected_end) made += row({"预计期限", local_time(*response.expected_end)});
    if (response.closed_at)
        made += row({"终止", local_time(*response.closed_at) + " " + escaped(response.close_reason.value_or(""))});
    if (response.warning_to_response_seconds)
        made += row({"预警到启动", fmt::format("{}分钟", *response.warning_to_response_seconds / 60)});
    made += row(
        {"叫应",
         fmt::format(
             "{}人，应答{}，升级{}，未应答{}",
             response.calls_total,
             response.calls_answered,
             response.calls_escalated,
             response.calls_open
         )}
    );
    made += row(
        {"任务", fmt::format("{}项，完成{}，逾期{}", response.tasks_total, response.tasks_done, response.tasks_late)}
    );
    return made + "</table>\n";
}

std::string answers_of(const Review& review) {
    std::string made =
        "<table>\n<tr><th>被叫应人</th><th>岗位</th><th>区域</th><th>结果</th><th>用时（秒）</th></tr>\n";
    for (const auto& each : review.answer_seconds)
        made +=
            row({escaped(each.person_name),
                 escaped(each.post_title),
                 escaped(each.area_name),
                 each.state == "answered" ? "已应答"
                 : each.state == "closed" ? "随响应终止"
                                          : "未应答",
                 each.seconds ? std::to_string(*each.seconds) : "—"},
                !each.seconds);
    return made + "</table>\n";
}

std::string lateness_of(const Review& review) {
    if (review.late_tasks.empty()) return "<p>没有逾期任务。</p>\n";
    std::string made = "<table>\n<tr><th>任务</th><th>责任人</th><th>时限</th><th>完成</th></tr>\n";
    for (const auto& each : review.late_tasks)
        made +=
            row({escaped(each.title),
                 escaped(each.post_title + " " + each.owner_name.value_or("（空缺）")),
                 local_time(each.due_at),
                 each.done_at ? local_time(*each.done_at) : "未完成"},
                true);
    return made + "</table>\n";
}

std::string story_of(const std::vector<TimelineLine>& timeline) {
    std::string made = "<table>\n";
    for (const auto& line : timeline)
        made += row({"<span class=\"time\">" + local_time(line.at) + "</span>", escaped(line.text_zh)}, line.late);
    return made + "</table>\n";
}

}  // namespace

std::string archive_page(
    const Review& review, const std::vector<TimelineLine>& timeline, const journal::NodeFacts& node, Instant now
) {
    const auto title =
        fmt::format("{}{}{}级应急响应档案", node.name, review.response.hazard_name, plan::roman(review.response.level));
    std::string page = "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>";
    const auto mark = review.response.drill.empty() ? std::string() : std::string("【演练】");
    page += escaped(mark + title) + "</title><style>" + kStyle + "</style></head><body>\n";
    if (!mark.empty()) page += "<p class=\"drill\">演练 · " + escaped(review.response.drill) + "</p>\n";
    page += "<h1>" + escaped(mark + title) + "</h1>\n" + facts_of(review);
    page += "<h2>叫应</h2>\n" + answers_of(review);
    page += "<h2>逾期任务</h2>\n" + lateness_of(review);
    page += "<h2>经过</h2>\n" + story_of(timeline);
    page += "<p>导出于 " + local_time(now) +
            "。同一档案内的 journal.json 为日志原始条目，可与站点日志逐条核对。</p>\n</body></html>\n";
    return page;
}

std::string escaped(std::string_view text) {
    std::string made;
    made.reserve(text.size());
    for (const char c : text) {
        if (c == '&')
            made += "&amp;";
        else if (c == '<')
            made += "&lt;";
        else if (c == '>')
            made += "&gt;";
        else if (c == '"')
            made += "&quot;";
        else if (c == '\'')
            made += "&#39;";
        else
            made += c;
    }
    return made;
}

}  // namespace anlan::response
