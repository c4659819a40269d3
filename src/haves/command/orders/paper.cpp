#include "orders/paper.hpp"

#include <fmt/format.h>

#include <sstream>

namespace anlan::orders {

using documents::Rank;

namespace {

const char* word_of(OrderKind kind) {
    switch (kind) {
        case OrderKind::order:
            return "指令";
        case OrderKind::question:
            return "请报送";
        case OrderKind::document:
            return "文件";
        case OrderKind::activation:
            return "启动响应";
    }
    return "";
}

const char* word_of(Standing standing) {
    switch (standing) {
        case Standing::waiting:
            return "待签收";
        case Standing::receipted:
            return "已签收";
        case Standing::done:
            return "已办结";
        case Standing::withdrawn:
            return "已撤回";
    }
    return "";
}

/// A person types headings by their numbers; the paper shows them as what they are.
Rank rank_of(std::string_view line) {
    static constexpr std::string_view kDigits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    for (const auto digit : kDigits) {
        if (line.starts_with(std::string(digit) + "、")) return Rank::first;
        if (line.starts_with("（" + std::string(digit) + "）")) return Rank::second;
    }
    return Rank::body;
}

void say_lines(documents::Official& paper, const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        // A heading with its text on the same line is text.
        const auto rank = line.size() <= 60 && !line.ends_with("。") ? rank_of(line) : Rank::body;
        if (!line.empty()) paper.say(line, rank);
    }
}

documents::Table asked(const std::vector<Asked>& asks) {
    documents::Table table{
        "报送内容", {{"序号", 1, documents::Side::centre}, {"项目", 5}, {"单位", 2, documents::Side::centre}}, {}};
    for (std::size_t i = 0; i < asks.size(); ++i)
        table.rows.push_back({std::to_string(i + 1), asks[i].label, asks[i].unit});
    return table;
}

documents::Cell given_or_blank(const PartAnswer& part, const std::string& key) {
    for (const auto& each : part.given)
        if (each.key == key) return documents::Cell::of(each.value);
    return "";  // unknown is not zero
}

std::vector<documents::Column> answer_columns(const OrderDetail& detail) {
    using documents::Side;
    std::vector<documents::Column> columns{
        {"单位", 2}, {"情况", 1, Side::centre}, {"签收时间", 2, Side::centre}, {"签收人", 2}};
    for (const auto& ask : detail.asks)
        columns.push_back({ask.unit.empty() ? ask.label : ask.label + "（" + ask.unit + "）", 2, Side::right});
    columns.push_back({"答复", 4});
    columns.push_back({"报送时间", 2, Side::centre});
    columns.push_back({"报送人", 2});
    columns.push_back({"备注", 2});
    return columns;
}

std::string remarks_on(const PartAnswer& part) {
    std::vector<std::string> words;
    if (part.receipt_late) words.emplace_back("签收超时");
    if (part.answer_late) words.emplace_back("报送超时");
    if (part.receipt_on_behalf || part.answer_on_behalf) words.emplace_back("电话代记");
    if (part.corrected_at) words.push_back("更正于" + documents::short_time(*part.corrected_at));
    return fmt::format("{}", fmt::join(words, "；"));
}

std::string time_or_blank(const std::optional<Instant>& at) {
    return at ? documents::short_time(*at) : "";
}

}  // namespace

documents::Official paper_of(const OrderDetail& detail) {
    const auto& order = detail.order;
    documents::Official paper;
    paper.issuer = order.issuer_name + (order.kind == OrderKind::document ? "文件" : "应急指令");
    paper.number = order.number;
    paper.urgency = order.drill.empty() ? "" : "演练";
    paper.title = order.title;
    std::vector<std::string> names;
    for (const auto& part : detail.parts) names.push_back(part.area_name);
    paper.addressee = fmt::format("{}", fmt::join(names, "、"));
    say_lines(paper, order.text);
    if (!detail.asks.empty()) paper.show(asked(detail.asks));
    auto limits = fmt::format("请于{}前签收", documents::chinese_time(order.receipt_by));
    if (order.answer_by) limits += fmt::format("，{}前报送办理情况", documents::chinese_time(*order.answer_by));
    paper.say(limits + "。");
    if (order.withdrawn_at)
        paper.say(fmt::format("本件已于{}撤回：{}", documents::chinese_time(*order.withdrawn_at), order.withdraw_reason)
        );
    paper.signature = order.issuer_name;
    paper.date = documents::chinese_date(order.issued_at);
    return paper;
}

documents::Workbook table_of(const std::vector<OrderAnswer>& orders, const std::string& made_by, Instant now) {
    using documents::Side;
    documents::Sheet sheet{
        "指令",
        "指令、请报送与文件",
        documents::short_time(now) + " " + made_by + " 导出",
        {{"种类", 1, Side::centre},
         {"标题", 4},
         {"文号", 2},
         {"下达单位", 2},
         {"下达时间", 2, Side::centre},
         {"签收时限", 2, Side::centre},
         {"报送时限", 2, Side::centre},
         {"情况", 1, Side::centre},
         {"应签收", 1, Side::right},
         {"已签收", 1, Side::right},
         {"已报送", 1, Side::right},
         {"未签收、未报送", 4}},
        {}};
    const auto number = [](std::int64_t value) { return documents::Cell::of(static_cast<double>(value)); };
    for (const auto& each : orders)
        sheet.rows.push_back(
            {word_of(each.kind),
             each.title,
             each.number,
             each.issuer_name,
             documents::short_time(each.issued_at),
             documents::short_time(each.receipt_by),
             time_or_blank(each.answer_by),
             word_of(each.standing),
             number(each.total),
             number(each.receipted),
             number(each.answered),
             fmt::format("{}", fmt::join(each.missing, "、"))}
        );
    return {{std::move(sheet)}};
}

documents::Workbook answers_table_of(const OrderDetail& detail, const std::string& made_by, Instant now) {
    const auto& order = detail.order;
    documents::Sheet sheet{
        "报送汇总",
        order.title,
        fmt::format(
            "{}，已报送 {}/{}；{} {} 导出",
            order.issuer_name,
            order.answered,
            order.total,
            documents::short_time(now),
            made_by
        ),
        answer_columns(detail),
        {}};
    for (const auto& part : detail.parts) {
        std::vector<documents::Cell> row{
            part.area_name, word_of(part.standing), time_or_blank(part.receipted_at), part.receipted_title};
        for (const auto& ask : detail.asks) row.push_back(given_or_blank(part, ask.key));
        for (const auto& text : {part.answer, time_or_blank(part.answered_at), part.answered_title, remarks_on(part)})
            row.emplace_back(text);
        sheet.rows.push_back(std::move(row));
    }
    if (detail.sums.empty()) return {{std::move(sheet)}};
    std::vector<documents::Cell> sums{"合计", "", "", ""};
    for (const auto& sum : detail.sums) sums.push_back(documents::Cell::of(sum.sum));
    sums.resize(sheet.columns.size());
    sheet.rows.push_back(std::move(sums));
    return {{std::move(sheet)}};
}

}  // namespace anlan::orders
