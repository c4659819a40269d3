#include "warehouse/paper.hpp"

#include <fmt/format.h>

namespace anlan::warehouse {

namespace {

using documents::Side;

constexpr std::string_view kLabel = "anlan:stock:";

const char* word_of(IssueUse use) {
    switch (use) {
        case IssueUse::emergency:
            return "应急";
        case IssueUse::loan:
            return "出借";
        case IssueUse::training:
            return "演练培训";
        case IssueUse::daily:
            return "日常";
    }
    return "";
}

const char* word_of(const AgreeAnswer& row) {
    if (!row.agrees) return "不符";
    return row.goods ? "相符" : "未盘";
}

std::string or_dash(const std::string& text) {
    return text.empty() ? "—" : text;
}

double units(std::int64_t quantity, std::int64_t grain) {
    return static_cast<double>(quantity) / static_cast<double>(grain);
}

}  // namespace

documents::Official slip_paper(const SlipAnswer& slip) {
    documents::Official paper;
    paper.frame = documents::Frame::plain;
    paper.title = slip.store_name + "出库单";
    paper.say(fmt::format(
        "单号：{}　出库时间：{}　用途：{}（{}）",
        slip.id,
        documents::short_time(slip.issued_at),
        slip.purpose,
        word_of(slip.use)
    ));
    paper.say(fmt::format("批准依据：{}　领用单位：{}　发料人：{}", slip.ordered_by, slip.receiver, slip.issued_by));
    if (slip.return_by) paper.say("应归还时间：" + documents::short_time(*slip.return_by));
    documents::Table table{
        "",
        {{"序号", 1, Side::centre},
         {"库位", 2},
         {"物资", 3},
         {"批次", 3},
         {"有效期至", 2, Side::centre},
         {"数量", 2, Side::right},
         {"实发", 1}},
        {}};
    for (std::size_t i = 0; i < slip.lines.size(); ++i) {
        const auto& line = slip.lines[i];
        table.rows.push_back(
            {std::to_string(i + 1),
             or_dash(line.location),
             line.item,
             line.batch.substr(line.batch.size() > 8 ? line.batch.size() - 8 : 0),
             or_dash(line.expires_on),
             in_units(line.issued, line.grain, line.unit),
             ""}
        );
    }
    paper.show(std::move(table));
    paper.say("发料人签名：　　　　　　领用人签名：　　　　　　复核人签名：");
    return paper;
}

std::string label_code(const std::string& batch) {
    return std::string(kLabel) + batch;
}

std::optional<std::string> batch_of_label(const std::string& text) {
    if (!text.starts_with(kLabel) || text.size() > 80) return std::nullopt;
    return text.substr(kLabel.size());
}

documents::LabelSheet label_sheet(const std::vector<BatchAnswer>& batches, const std::string& station) {
    documents::LabelSheet sheet{station + "物资标签", {}};
    for (const auto& batch : batches) {
        documents::Label label{label_code(batch.id), batch.item, {}};
        label.lines.push_back(in_units(batch.usable, batch.grain, batch.unit) + "　" + batch.location);
        label.lines.push_back("入库 " + to_local(batch.received_at).substr(0, 10));
        // 到期日特别标明.
        label.lines.push_back(batch.expires_on.empty() ? "长期有效" : "有效期至 " + batch.expires_on);
        if (!batch.maker.empty()) label.lines.push_back(batch.maker);
        label.lines.push_back(batch.store_name);
        sheet.labels.push_back(std::move(label));
    }
    return sheet;
}

documents::Official agreement_paper(const std::vector<AgreeAnswer>& rows, const std::string& station, Instant now) {
    documents::Official paper;
    paper.frame = documents::Frame::plain;
    paper.title = station + "物资账卡物相符情况表";
    std::int64_t apart = 0, uncounted = 0;
    documents::Table table{
        "",
        {{"仓库", 3},
         {"物资", 3},
         {"账", 2, Side::right},
         {"卡", 2, Side::right},
         {"物（盘点）", 2, Side::right},
         {"盘点日期", 2, Side::centre},
         {"结论", 1, Side::centre}},
        {}};
    for (const auto& row : rows) {
        apart += !row.agrees;
        uncounted += !row.goods;
        table.rows.push_back(
            {row.store_name,
             row.item,
             in_units(row.account, row.grain, row.unit),
             in_units(row.card, row.grain, row.unit),
             row.goods ? in_units(*row.goods, row.grain, row.unit) : "—",
             row.counted_at ? to_local(*row.counted_at).substr(0, 10) : "—",
             word_of(row)}
        );
    }
    paper.say(fmt::format(
        "{}核对 {} 批：相符 {} 批，不符 {} 批，未盘 {} 批。",
        documents::chinese_time(now),
        rows.size(),
        static_cast<std::int64_t>(rows.size()) - apart - uncounted,
        apart,
        uncounted
    ));
    paper.show(std::move(table));
    paper.say("账：全部出入库记录之和。卡：批次卡结存。物：最近一次盘点数加其后的出入库。");
    paper.say("保管员：　　　　　　统计员：　　　　　　站长：");
    return paper;
}

documents::Workbook agreement_table(const std::vector<AgreeAnswer>& rows, const std::string& station, Instant now) {
    using documents::Cell;
    documents::Sheet sheet{
        "账卡物",
        station + "物资账卡物相符情况表",
        documents::short_time(now) + " 核对",
        {{"仓库", 3},
         {"库位", 2},
         {"物资", 3},
         {"批号", 2},
         {"批次", 3},
         {"单位", 1, Side::centre},
         {"账", 1, Side::right},
         {"卡", 1, Side::right},
         {"物", 1, Side::right},
         {"盘点时间", 2, Side::centre},
         {"结论", 1, Side::centre}},
        {}};
    for (const auto& row : rows)
        sheet.rows.push_back(
            {row.store_name,
             row.location,
             row.item,
             row.lot,
             row.batch,
             row.unit,
             Cell::of(units(row.account, row.grain)),
             Cell::of(units(row.card, row.grain)),
             row.goods ? Cell::of(units(*row.goods, row.grain)) : Cell("—"),
             row.counted_at ? documents::short_time(*row.counted_at) : "—",
             word_of(row)}
        );
    return {{std::move(sheet)}};
}

documents::Workbook stock_table(const std::vector<StockAnswer>& items, const std::string& station, Instant now) {
    using documents::Cell;
    documents::Sheet sheet{
        "库存",
        station + "应急物资一览表",
        documents::short_time(now),
        {{"大类", 1, Side::centre},
         {"物资", 3},
         {"单位", 1, Side::centre},
         {"可用", 1, Side::right},
         {"最低储备", 1, Side::right},
         {"待处理", 1, Side::right},
         {"过期", 1, Side::right},
         {"最近到期", 2, Side::centre},
         {"分布", 6}},
        {}};
    for (const auto& item : items) {
        std::string spread;
        for (const auto& share : item.stores)
            spread += (spread.empty() ? "" : "；") + share.name + " " + in_units(share.usable, item.grain, item.unit);
        sheet.rows.push_back(
            {item.class_code.substr(0, 1),
             item.item,
             item.unit,
             Cell::of(units(item.usable, item.grain)),
             Cell::of(units(item.minimum, item.grain)),
             Cell::of(units(item.aside, item.grain)),
             Cell::of(units(item.expired, item.grain)),
             item.next_expiry,
             spread}
        );
    }
    return {{std::move(sheet)}};
}

}  // namespace anlan::warehouse
