#include "app/stock_books.hpp"

#include <spdlog/spdlog.h>

#include <set>

#include "registers/commands.hpp"
#include "registers/queries.hpp"
#include "warehouse/commands.hpp"
#include "warehouse/queries.hpp"
#include "warehouse/registers.hpp"

namespace anlan::app {

namespace {

constexpr const char* kWarehouse = "system:warehouse";

}  // namespace

void open_stock_books(Node& node) {
    std::set<std::string> missing;
    node.read([&](store::Rows& rows) {
        for (const auto& row : registers::kept_rows(rows, "stock"))
            if (const auto* name = row.values.if_contains("store"); name != nullptr && name->is_string())
                missing.insert(std::string(name->as_string()));
        for (const auto& each : warehouse::own_stores(rows)) missing.erase(each.name);
        if (rows.value<std::int64_t>("SELECT 1 FROM stock_batch WHERE node = '' LIMIT 1")) missing.clear();
    });
    for (const auto& name : missing) {
        const json::object row{{"name", name}, {"area", node.settings().facts.area.text}};
        const auto put = node.writer().execute(registers::put_row(warehouse::stores(), kWarehouse, "", row));
        if (!put) spdlog::error("{}: {}", node.settings().facts.name, put.error().en);
    }
    if (missing.empty()) return;
    const auto opened = node.writer().execute(journal::wish(World::real(), kWarehouse, warehouse::OpenBooks{}));
    if (!opened) spdlog::error("{}: {}", node.settings().facts.name, opened.error().en);
}

}  // namespace anlan::app
