#include <fmt/format.h>

#include "dispatch/queries.hpp"
#include "response/project.hpp"
#include "response/timeline.hpp"
#include "warehouse/queries.hpp"

namespace anlan::response {

namespace {

std::string things(const std::vector<dispatch::Need>& needs) {
    std::string words;
    for (const auto& need : needs)
        words +=
            (words.empty() ? "" : "、") + need.item + " " + warehouse::in_units(need.quantity, need.grain, need.unit);
    return words;
}

std::string title_of(store::Rows& rows, const Entry& entry) {
    const auto row = dispatch::dispatch_row(rows, {entry.subject});
    return row ? row->title : "";
}

}  // namespace

void tell(store::Rows& rows, const Entry& entry, const std::string& node, const dispatch::SuppliesAsked& asked) {
    write_words(
        rows,
        entry,
        node,
        fmt::format("申请物资（{}）：{}，送{}", asked.title, things(asked.needs), asked.site),
        fmt::format("Supplies asked for ({}): {}, to {}", asked.title, things(asked.needs), asked.site)
    );
}

void tell(store::Rows& rows, const Entry& entry, const std::string& node, const dispatch::DispatchDecided& decided) {
    write_words(
        rows,
        entry,
        node,
        fmt::format(
            "下达物资调拨（{}），{} 项{}",
            decided.title,
            decided.sendings.size(),
            decided.below_minimum ? "，动用最低储备" : ""
        ),
        fmt::format("Dispatch decided ({}), {} lines", decided.title, decided.sendings.size())
    );
}

void tell(store::Rows& rows, const Entry& entry, const std::string& node, const dispatch::SuppliesHandedOver& over) {
    const auto title = title_of(rows, entry);
    write_words(
        rows,
        entry,
        node,
        fmt::format("物资出库交接（{}），{}领走", title, over.team),
        fmt::format("Supplies handed over ({}) to {}", title, over.team)
    );
}

void tell(store::Rows& rows, const Entry& entry, const std::string& node, const dispatch::SuppliesReceipted&) {
    const auto title = title_of(rows, entry);
    write_words(
        rows,
        entry,
        node,
        fmt::format("物资现场签收（{}）", title),
        fmt::format("Supplies receipted on site ({})", title)
    );
}

void tell(store::Rows& rows, const Entry& entry, const std::string& node, const warehouse::FellBelowMinimum& fell) {
    Line line;
    line.late = true;
    const auto have = warehouse::in_units(fell.have, fell.grain, fell.unit);
    const auto least = warehouse::in_units(fell.minimum, fell.grain, fell.unit);
    line.zh = fmt::format("“{}”低于最低储备：现有 {}，最低 {}", fell.item, have, least);
    line.en = fmt::format("{} below its minimum: {} of {}", fell.item, have, least);
    write_line(rows, entry, node, line);
}

}  // namespace anlan::response
