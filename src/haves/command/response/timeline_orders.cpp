#include <fmt/format.h>

#include "response/project.hpp"
#include "response/timeline.hpp"

namespace anlan::response {

namespace {

/// What people call an order of this kind.
std::pair<std::string, std::string> kind_words(orders::OrderKind kind) {
    switch (kind) {
        case orders::OrderKind::question:
            return {"请报送", "question"};
        case orders::OrderKind::document:
            return {"文件", "document"};
        case orders::OrderKind::activation:
            return {"启动响应的指令", "order to activate"};
        default:
            return {"指令", "order"};
    }
}

void write_of(
    store::Rows& rows,
    const Entry& entry,
    const std::string& node,
    const AreaCode& area,
    const std::string& zh,
    const std::string& en
) {
    Line line;
    line.area = area;
    line.zh = zh;
    line.en = en;
    write_line(rows, entry, node, line);
}

}  // namespace

void tell(store::Rows& rows, const Entry& entry, const std::string& node, const orders::OrderIssued& issued) {
    const auto [zh, en] = kind_words(issued.sheet.kind);
    const auto count = issued.sheet.to.size();
    write_words(
        rows,
        entry,
        node,
        fmt::format("下达{}（{} 个单位）：{}", zh, count, issued.sheet.title),
        fmt::format("{} issued to {}: {}", en, count, issued.sheet.title)
    );
}

void tell(store::Rows& rows, const Entry& entry, const std::string& node, const orders::OrderReminded& reminded) {
    write_words(
        rows,
        entry,
        node,
        fmt::format("催办，尚有 {} 个单位未办", reminded.to.size()),
        fmt::format("Reminded; {} still missing", reminded.to.size())
    );
}

void tell(store::Rows& rows, const Entry& entry, const std::string& node, const orders::OrderWithdrawn& withdrawn) {
    write_words(rows, entry, node, "撤回指令：" + withdrawn.reason, "Order withdrawn: " + withdrawn.reason);
}

void tell(store::Rows& rows, const Entry& entry, const std::string& node, const orders::OrderReceipted& receipted) {
    if (receipted.on_behalf)
        return write_of(
            rows,
            entry,
            node,
            receipted.area,
            "{area}电话签收：" + receipted.title,
            "{area} receipted by telephone: " + receipted.title
        );
    write_of(
        rows,
        entry,
        node,
        receipted.area,
        fmt::format("签收（{}）：{}", receipted.by_title, receipted.title),
        fmt::format("Receipted by {}: {}", receipted.by_title, receipted.title)
    );
}

void tell(store::Rows& rows, const Entry& entry, const std::string& node, const orders::OrderAnswered& answered) {
    if (answered.on_behalf)
        return write_of(
            rows,
            entry,
            node,
            answered.area,
            "{area}电话报送：" + answered.title,
            "{area} answered by telephone: " + answered.title
        );
    write_of(
        rows,
        entry,
        node,
        answered.area,
        fmt::format("报送（{}）：{}", answered.by_title, answered.title),
        fmt::format("Answered by {}: {}", answered.by_title, answered.title)
    );
}

void note(store::Rows& rows, const Entry& entry, const orders::OrderOverdue& overdue) {
    const bool receipt = overdue.stage == orders::Stage::receipt;
    const auto zh = fmt::format("{}", fmt::join(overdue.names, "、"));
    const auto en = fmt::format("{}", fmt::join(overdue.names, ", "));
    Line line;
    line.late = true;
    line.zh = fmt::format("{}：{}（{}）", receipt ? "逾期未签收" : "逾期未报送", zh, overdue.title);
    line.en = fmt::format("{}: {} ({})", receipt ? "Not receipted in time" : "Not answered in time", en, overdue.title);
    write_line(rows, entry, {}, line);
}

}  // namespace anlan::response
