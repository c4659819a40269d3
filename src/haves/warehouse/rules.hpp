#pragma once

#include <map>

#include "journal/desk.hpp"
#include "warehouse/catalogue.hpp"
#include "warehouse/commands.hpp"
#include "warehouse/queries.hpp"
#include "warehouse/records.hpp"

/// What several decisions of this room share.
namespace anlan::warehouse {

inline constexpr std::int64_t kMostQuantity = 1'000'000'000'000;

Refusal store_unknown();
Refusal batch_unknown();
Refusal quantity_invalid(const std::string& field);

/// A store of this node. Refuses `store_unknown`.
Result<StoreFacts> own_store(const journal::Desk& desk, const std::string& id);

std::string today(const journal::Desk& desk);  ///< YYYY-MM-DD at the station

/// Which batches of the store give what is wanted, those that expire first before others. Refuses `nothing_wanted`,
/// `quantity_invalid`, `batch_unknown`, `batch_expired`, `item_unknown`, `not_enough`.
Result<std::vector<Piece>> picked(
    const journal::Desk& desk, const std::string& store, const std::vector<WantedStock>& wanted
);

/// Who acts is not who asked. The program itself (seeding, drills) counts as a second person.
bool second_person(const journal::Desk& desk, const std::string& first);

}  // namespace anlan::warehouse
