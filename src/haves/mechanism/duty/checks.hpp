#pragma once

#include "duty/commands.hpp"
#include "duty/queries.hpp"

/// What several decisions of this room ask first.
namespace anlan::duty {

/// Refuses `rota_is_real` in a drill.
Result<void> only_in_reality(const Desk& desk);

Refusal rota_unknown();
Refusal swap_unknown();

/// Red findings that these turns would have and the published ones do not; the first as a refusal `rule_broken`.
Result<void> breaks_nothing_new(
    const Desk& desk, const Duty& give, const std::optional<Duty>& take, const PersonId& to
);

/// Whether the person may lead, by the list of the rota.
bool is_leader(store::Rows& rows, const PersonId& person);

}  // namespace anlan::duty
