#pragma once

#include <optional>
#include <string>

#include "journal/event.hpp"
#include "seal/seal.hpp"
#include "store/rows.hpp"

/// Personal values beside the journal, each encrypted (SM4) under its owner's own key. Forgetting a person destroys the
/// key; the journal still verifies (HOUSE 2.6.6; POLICY §0.2).
namespace anlan::journal::vault {

/// Keeps the value and returns its salted SM3 digest for the entry.
std::string keep(store::Rows& rows, seal::Dice& dice, const Secret& secret);

/// The value, or nothing once it is forgotten or never was.
std::optional<std::string> reveal(store::Rows& rows, const std::string& ref, const std::string& field);

/// The value, or these words: for pages that must show something in place of a forgotten name.
std::string reveal_or(store::Rows& rows, const std::string& ref, const std::string& field, std::string otherwise);

/// How many values lie under this reference.
std::int64_t count(store::Rows& rows, const std::string& ref);

void forget(store::Rows& rows, const std::string& ref);

}  // namespace anlan::journal::vault
