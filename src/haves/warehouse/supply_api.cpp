#include "warehouse/supply_api.hpp"

#include "warehouse/names.hpp"
#include "warehouse/supply_commands.hpp"
#include "warehouse/supply_queries.hpp"

namespace anlan::warehouse {

namespace {

using http::Call;
using http::Method;
using http::Page;

constexpr const char* kAll = "/api/v1/stock/supplies";

/// An order to a supplier, as the page shows it.
struct SupplyAnswer {
    std::string id, supplier, item, unit, store, store_name, purpose, origin, dispatch, ordered_by, reason;
    std::int64_t grain = 1, quantity = 0, arrived = 0, cost_fen = 0;
    Instant ordered_at{}, due_at{};
    std::optional<Instant> ended_at;
    bool late = false;
};
BOOST_DESCRIBE_STRUCT(
    SupplyAnswer,
    (),
    (id,
     supplier,
     item,
     unit,
     store,
     store_name,
     purpose,
     origin,
     dispatch,
     ordered_by,
     reason,
     grain,
     quantity,
     arrived,
     cost_fen,
     ordered_at,
     due_at,
     ended_at,
     late)
)

Result<Page<AgreementFacts>> list_suppliers(const Call& call, store::Rows& rows) {
    return Page<AgreementFacts>{agreements_for(rows, to_local(call.now).substr(0, 10), call.query("item")), {}};
}

Result<Page<SupplyAnswer>> list_supplies(const Call& call, store::Rows& rows) {
    Names names(rows, call.node);
    Page<SupplyAnswer> page;
    for (const auto& row : supplies(rows, call.scope(), call.limit(100)))
        page.items.push_back(
            {row.id,
             row.supplier,
             row.item,
             row.unit,
             row.store,
             names.store_name(row.store),
             row.purpose,
             row.origin,
             row.dispatch,
             names.person_name(row.ordered_by),
             row.reason,
             row.grain,
             row.quantity,
             row.arrived,
             row.cost_fen,
             row.ordered_at,
             row.due_at,
             row.ended_at,
             !row.ended_at && row.due_at < call.now}
        );
    return page;
}

}  // namespace

void add_supply_endpoints(http::Endpoints& table) {
    const std::string one = std::string(kAll) + "/{supply}";
    table
        .list<AgreementFacts>(
            "/api/v1/stock/suppliers", "stock.view", "可按协议供货的企业", "suppliers by agreement", &list_suppliers
        )
        .asks({"item"});
    table.list<SupplyAnswer>(kAll, "stock.view", "协议调货单", "orders to suppliers", &list_supplies)
        .asks({"drill", http::asked_limit()});
    table.command<OrderSupply>(Method::post, kAll, "stock.keep", "向协议企业要货", "order by agreement").creates = true;
    table.command<TakeSupply>(Method::post, one + "/take", "stock.keep", "到货入库", "take it in");
    table.command<CancelSupply>(Method::post, one + "/cancel", "stock.keep", "取消要货", "call it off");
}

}  // namespace anlan::warehouse
