#pragma once

#include <span>
#include <string>
#include <string_view>

/// The hazards this house speaks of: our key and the names people read. Which words of a sender mean which hazard is
/// the business of the adapter that reads the message.
namespace anlan::warning {

struct Hazard {
    std::string_view key, zh, en;
};

std::span<const Hazard> hazards();

/// The name in Chinese or English; the key itself when it is not in the table.
std::string hazard_name(std::string_view key, bool english = false);

}  // namespace anlan::warning
