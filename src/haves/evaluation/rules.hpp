#pragma once

#include "evaluation/commands.hpp"
#include "evaluation/queries.hpp"

/// What several rules of this room ask first.
namespace anlan::evaluation {

std::string title_of(const Desk& desk);
/// Refuses `evaluation_is_real`.
Result<void> only_in_reality(const Desk& desk);
/// Refuses `not_at_this_level`.
Result<void> at_prefecture(const Desk& desk);
/// Refuses `already_concluded`: the year's result is frozen.
Result<void> still_open(const Desk& desk, std::int64_t year);
/// Refuses `nomination_unknown`; a withdrawn one is unknown too.
Result<NominationFacts> nominated(const Desk& desk, const NominationId& id);

}  // namespace anlan::evaluation
