#pragma once

#include "warehouse/queries.hpp"
#include "warehouse/supply_events.hpp"

namespace anlan::warehouse {

/// 协议储备: who delivers what, how soon and until when.
struct AgreementFacts {
    std::string id, supplier, items, quantity;
    std::int64_t minutes = 0;
    std::string valid_to, tested, note;
    /// Whether the item, by any of its names, is among what was agreed.
    bool covers(const ItemFacts& item) const;
};
BOOST_DESCRIBE_STRUCT(AgreementFacts, (), (id, supplier, items, quantity, minutes, valid_to, tested, note))

std::optional<AgreementFacts> agreement_facts(store::Rows& rows, const std::string& id);
/// Those in force on the day, the soonest to deliver first; of one item, if it is named.
std::vector<AgreementFacts> agreements_for(store::Rows& rows, const std::string& today, const std::string& item = {});

struct SupplyRow {
    std::string id, drill, agreement, supplier, item, unit;
    std::int64_t grain = 1, quantity = 0;
    std::string store, purpose, origin, dispatch;
    Instant ordered_at{};
    std::string ordered_by;
    Instant due_at{};
    std::optional<Instant> ended_at;
    std::int64_t arrived = 0, cost_fen = 0;
    std::string batch, reason;
};
BOOST_DESCRIBE_STRUCT(
    SupplyRow,
    (),
    (id,
     drill,
     agreement,
     supplier,
     item,
     unit,
     grain,
     quantity,
     store,
     purpose,
     origin,
     dispatch,
     ordered_at,
     ordered_by,
     due_at,
     ended_at,
     arrived,
     cost_fen,
     batch,
     reason)
)
std::optional<SupplyRow> supply_row(store::Rows& rows, const SupplyId& id);
/// What suppliers were paid for a dispatch.
std::int64_t supply_cost_fen(store::Rows& rows, const std::string& dispatch);
/// Those still to come first, then the newest.
std::vector<SupplyRow> supplies(store::Rows& rows, const World& world, std::int64_t limit);

}  // namespace anlan::warehouse
