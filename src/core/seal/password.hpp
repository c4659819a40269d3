#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "seal/seal.hpp"

/// Passwords and one-time codes, beyond what everybody needs of seal.hpp.
namespace anlan::seal {

/// What one guess costs whoever steals the hashes. The text form of a hash carries it, so hashes of different cost live
/// side by side.
struct PasswordCost {
    std::uint32_t passes = 2, memory_kib = 19 * 1024;  ///< OWASP's smallest: about 30 ms on an old station PC
};
/// For tests alone: a microsecond, and no protection at all.
inline constexpr PasswordCost kNoCost{1, 8};

std::string hash_password(std::string_view password, Dice& dice, PasswordCost cost);

/// The step of 30 s a code belongs to, one step to either side allowed; nothing for a wrong code. A step that was used
/// must not be taken again (RFC 6238, 5.2).
std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, std::int64_t unix_seconds);

/// What the person's code generator shows at this time.
std::string totp_code(std::string_view secret, std::int64_t unix_seconds);

}  // namespace anlan::seal
